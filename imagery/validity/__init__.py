"""Which pixels are data: nodata values, masks, alpha."""
