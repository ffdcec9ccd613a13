from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from connecting_people.config.demo import director
from connecting_people.core.london import day_of


class Command(BaseCommand):
    """Makes the invented agency."""

    help = "Fill an empty database with an invented agency to look around in; the same one for the same date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the day that the year of journeys leads up to."""
        parser.add_argument("--date", type=date.fromisoformat, help="as if today were YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where real people could be, else play."""
        if not settings.DEMO:
            raise CommandError("The invented agency is for demo mode only: set CP_DEMO=1.", returncode=2)
        if director.is_used():
            raise CommandError("This database holds something already: name a new file in CP_DATABASE.", returncode=2)
        today = options["date"] or day_of(timezone.now())
        if today > day_of(timezone.now()):
            raise CommandError("Choose a day that has come: the agency's record cannot lie ahead.", returncode=2)
        acts = director.play(today)
        self.stdout.write(f"Made the invented agency as it is on {today}: {acts} acts. Sign in as asha@example.org.")
