"""How a map becomes shapes: marks, names that fit, rings, parts and the key; and the file that stands alone."""
