"""The chip index: a layer with a polygon for each chip."""
