"""The pages of the local area, one file a subject."""
