"""Image formats: one module each."""
