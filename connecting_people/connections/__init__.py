"""Step 2: the map of a person's connections, their strengths, the map over time, and what it says."""
