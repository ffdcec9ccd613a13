"""What the agency's people may read of their local area."""
