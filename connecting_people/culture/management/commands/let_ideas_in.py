"""`manage.py let_ideas_in`: puts the ideas without a name of the past months onto each agency's board.

It prints nothing about anybody, not even how many.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.culture.actions import ideas
from connecting_people.people.models import Agency


class Command(BaseCommand):
    """Lets the ideas of every agency in once."""

    help = "Put ideas without a name onto each agency's board, a month at a time and in a new order. Once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go from one agency to the other, each in a transaction of its own."""
        at = timezone.now()
        for agency in Agency.objects.order_by("pk"):
            ideas.come_in(by=None, at=at, agency=agency)
        self.stdout.write("Done.")
