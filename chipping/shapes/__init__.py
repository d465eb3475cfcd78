"""The shapes of labels of a chip: polygons as arrays, and run lengths."""
