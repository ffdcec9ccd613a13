"""What the pages of taking stock show, one file a subject."""
