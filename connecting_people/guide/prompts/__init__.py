"""Questions to talk about in each of the eight steps: for each person alone and for both."""
