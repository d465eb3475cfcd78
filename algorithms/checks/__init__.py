"""What is said of the input before anything is written."""
