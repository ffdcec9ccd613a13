"""What two people write around an outing, one file a subject."""
