"""The pages around an outing, one file a subject."""
