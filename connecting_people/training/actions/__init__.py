"""Acts of this room, each written once."""
