"""Sets of two parts: the images of two rasters, each part with files of its own."""
