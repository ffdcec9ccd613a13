"""`manage.py introduce`: the daily pass in which people who would like the same thing are brought together.

Run it once a day at a set hour. It prints nothing about anybody, not even how many.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.introductions import actions, rules
from connecting_people.people.models import Agency

# So few are looked at one by one before numba has begun to compile.
FEW: Final = 1_000


class Command(BaseCommand):
    """Looks through every agency once."""

    help = "Bring together, in each agency, the people whom all four yeses bring together. For once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Look through one agency after the other, each in a transaction of its own."""
        at = timezone.now()
        for agency in Agency.objects.order_by("pk"):
            actions.bring_together(by=None, at=at, agency=agency, best=best)
        self.stdout.write("Done.")


def best(seekers: Sequence[rules.Seeker], at_most: int) -> list[list[int]]:
    """Return who fits whom best, by the quicker of two ways that say the same."""
    if len(seekers) < FEW:
        return rules.best(seekers, at_most)
    from connecting_people.introductions import kernel

    return kernel.best(seekers, at_most)
