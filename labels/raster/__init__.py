"""Labels from a classified raster."""
