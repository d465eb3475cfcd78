"""What an export is read from, and whether it has changed."""
