"""What the pages of the local area show, one file a subject."""
