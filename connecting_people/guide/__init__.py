"""The Connecting People model as data, in our own words, and the open pages that show it."""
