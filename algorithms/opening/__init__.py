"""From the layers of a call to what its chips are made of."""
