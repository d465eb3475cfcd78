"""What an export would write, found out without writing it."""
