"""The sets of an export as a whole: what a folder holds of them, and the files that are written last."""
