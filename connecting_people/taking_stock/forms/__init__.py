"""What people say when they take stock, one file a subject."""
