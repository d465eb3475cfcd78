"""Formats of chips without labels."""
