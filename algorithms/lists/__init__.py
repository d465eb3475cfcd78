"""Chips that lie on no grid: turned ones, and those of features."""
