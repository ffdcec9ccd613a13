"""The pages of this room, one file a subject."""
