"""What is asked of barriers: of one partnership, of what it offered to the library, and of the agency."""
