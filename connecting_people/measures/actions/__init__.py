"""What is done in this room, by subject."""
