"""Rasters that servers give: tiles, maps, coverages, ArcGIS."""
