"""What people do when they take stock, one file a subject."""
