"""Pixels in 8 bit: by which numbers, and how these are measured."""
