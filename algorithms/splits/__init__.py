"""Train, validation and test: what the log says of them, and polygons that decide on them."""
