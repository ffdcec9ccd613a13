"""What a benchmark without a database gives: rows of what was measured and the figure."""

import os

Row = tuple[str, str]


def setup() -> None:
    """Get Django ready for what asks the database nothing."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings_test")
    django.setup()
