"""An export that is added to a folder: the number of its first chip, and chips that are there already."""
