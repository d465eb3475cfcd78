"""The pixels of any raster source."""
