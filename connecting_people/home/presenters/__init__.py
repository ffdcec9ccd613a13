"""What each gathering page shows, as frozen dataclasses."""
