"""What two people do when they look back."""
