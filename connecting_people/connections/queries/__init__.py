"""What is asked of the maps, by subject."""
