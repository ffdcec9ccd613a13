"""Step 4: outings, who supports them, what may be told about the person, small steps, and whom they met."""
