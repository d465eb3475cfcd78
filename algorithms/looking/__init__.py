"""What lets people look at an export, or at one that is only planned."""
