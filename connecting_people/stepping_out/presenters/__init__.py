"""What the pages around an outing show, one file a page."""
