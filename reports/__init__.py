"""From a finished export folder to pages that people look at."""
