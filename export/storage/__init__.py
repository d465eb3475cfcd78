"""The output folder: files that appear whole, their flushing, the journal."""
