"""The run: batches in, numbered chips and the files of the set out."""
