"""Features as rows: id, attributes and geometry, through QGIS or from the file."""
