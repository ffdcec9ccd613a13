"""What the pages of looking back show."""
