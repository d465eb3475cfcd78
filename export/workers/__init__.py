"""Processes beside that of QGIS, which need numpy and GDAL alone."""
