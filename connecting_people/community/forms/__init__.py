"""What people write about the local area, one file a subject."""
