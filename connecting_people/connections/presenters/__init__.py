"""What the pages of the map show, by subject."""
