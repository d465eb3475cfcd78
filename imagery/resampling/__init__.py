"""Which pixels of one frame lie under the pixel centres of another."""
