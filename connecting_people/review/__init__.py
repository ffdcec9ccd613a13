"""Step 8: both look back, and say what next."""
