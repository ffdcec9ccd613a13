"""What people do around an outing, one file a subject."""
