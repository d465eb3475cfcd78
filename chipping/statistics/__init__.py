"""What pixels and labels of an export come to, summed as it goes."""
