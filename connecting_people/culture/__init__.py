"""Step 7: how the agency works. Its six practices, ideas, skills, and what it tells about itself."""
