"""Step 6: what stands in the way, ways around it, and the agency's library of them."""
