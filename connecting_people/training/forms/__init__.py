"""Forms of this room."""
