"""Step 5: what to keep, change or stop, and why."""
