"""First page of each person, and the pages of partnership, step and day that gather the rooms."""
