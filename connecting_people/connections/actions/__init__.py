"""What people do on a map, by subject."""
