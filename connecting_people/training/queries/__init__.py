"""Reading what this room holds."""
