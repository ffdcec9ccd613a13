"""Step 8: both look back, and on."""
