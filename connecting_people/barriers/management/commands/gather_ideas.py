"""`manage.py gather_ideas`: the daily pass that looks after each agency's library of ways round.

It prints nothing about anybody, not even how many.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.barriers.actions import keeping
from connecting_people.people.models import Agency


class Command(BaseCommand):
    """Looks after every agency's library once."""

    help = "Let offered ideas come into each agency's library, a month at a time, and count what helped. Once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Look after one library after the other, each in a transaction of its own."""
        at = timezone.now()
        for agency in Agency.objects.order_by("pk"):
            keeping.look_after(by=None, at=at, agency=agency)
        self.stdout.write("Done.")
