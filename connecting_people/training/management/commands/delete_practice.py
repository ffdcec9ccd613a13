"""`manage.py delete_practice`: what a seat of a room alone could reach goes a day later. It prints how much."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.training.actions import forgetting, practice


class Command(BaseCommand):
    """Deletes the practice spaces that are past their time, and what was private to seats that have ended."""

    help = (
        "Delete what people practised in trainings that were over a day ago, unless they keep it, and what they wrote "
        "in the room for themselves alone. Every hour."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them, and say how many there were."""
        at = timezone.now()
        self.stdout.write(f"Practice spaces deleted: {practice.delete_gone(by=None, at=at)}.")
        gone = forgetting.forget_seats(by=None, at=at)
        self.stdout.write(f"Private notes deleted: {gone.notes}. Names: {gone.names}. Intentions: {gone.will_dos}.")
