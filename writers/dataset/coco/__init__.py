"""``labels.json``: the labels of a whole set as COCO holds them."""
