"""Step 1: the first conversation, hopes, and how we work together."""
