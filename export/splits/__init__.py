"""Train, validation and test: what is known of the labels beforehand, and where each split goes."""
