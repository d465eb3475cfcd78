"""The files that describe a set as a whole: written, and read again."""
