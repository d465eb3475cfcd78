"""From map layers to labelled image chips."""
