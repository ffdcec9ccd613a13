"""The pages of taking stock: the two together, and a practitioner alone."""
