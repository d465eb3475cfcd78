"""From arrays to the bytes of TIFF, PNG and what GDAL encodes."""
