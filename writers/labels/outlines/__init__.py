"""Polygons of labels in the forms that label files hold them in."""
