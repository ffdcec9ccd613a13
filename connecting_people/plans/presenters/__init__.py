"""What the pages of plans show, one file a page."""
