"""The files of a mosaic, each exported as a raster of its own."""
