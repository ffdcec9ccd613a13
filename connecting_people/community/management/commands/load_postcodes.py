"""`manage.py load_postcodes FILE.csv`: where postcodes are, from the operator's own copy of the ONS directory."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from connecting_people.community.postcodes import NotPostcodes, load


class Command(BaseCommand):
    """Loads a file of postcodes in place of the one before."""

    help = "Load postcodes from a CSV file with the columns pcds, lat, long and doterm, as ONSPD has them."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file's name."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of the file or nothing of it."""
        try:
            # Names of places in a full directory may be in an older encoding; what is read here is ASCII.
            with options["file"].open(encoding="utf-8-sig", errors="replace", newline="") as lines:
                count = load(lines)
        except OSError as reason:
            raise CommandError(f"{options['file']}: {reason.strerror}.") from reason
        except NotPostcodes as reason:
            raise CommandError(f"{options['file']}: {reason} Nothing was changed.") from reason
        self.stdout.write(f"{count:,} postcodes are known now.")
