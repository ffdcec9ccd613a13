from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from connecting_people.config import keys


class Command(BaseCommand):
    """Writes the key files of a new installation."""

    help = "Write new keys into the folder CP_DATA, where there are none. Keep a copy apart from the database's."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was written."""
        for path in keys.make(settings.DATA):
            self.stdout.write(f"Wrote {path}: keep a copy apart from the copies of the database.")
