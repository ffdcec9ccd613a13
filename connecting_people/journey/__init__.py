"""The dated record that the two people see, drafts, and the page of who looked."""
