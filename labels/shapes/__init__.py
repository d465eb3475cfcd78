"""Polygons as arrays: clipped, subdivided, rasterized; no layer in sight."""
