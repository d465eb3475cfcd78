"""What the log says, in parts."""
