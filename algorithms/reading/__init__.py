"""What the user gave, read layer by layer."""
