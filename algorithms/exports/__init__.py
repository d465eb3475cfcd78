"""The exports of a call: of one raster, or of each file of a mosaic."""
