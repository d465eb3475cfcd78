"""Labels from the features of a vector layer."""
