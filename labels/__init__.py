"""The labels of a batch of chips: objects, class maps and instance masks."""
