"""Labels of two kinds in one set: class maps, and masks of instances."""
