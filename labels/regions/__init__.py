"""Areas that the user draws as polygons: which chips and pixels lie in them."""
