"""Where chips lie: their order, windows and batches."""
