"""Labels of two layers: what each pixel is of, and objects beside that."""
