"""Step 3: two people who would like the same thing are brought together, once all four said yes to it."""
