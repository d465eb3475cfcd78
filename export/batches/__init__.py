"""A batch of chips: what is read of it, and how its chips are made."""
