"""The pages of barriers and of the library, one file a subject."""
