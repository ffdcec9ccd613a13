"""`manage.py delete_practice`: what people practised in a training goes a day later. It prints how much."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.training.actions import practice


class Command(BaseCommand):
    """Deletes the practice spaces that are past their time."""

    help = "Delete what people practised in trainings that were over a day ago, unless they keep it. Every hour."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them, and say how many there were."""
        self.stdout.write(f"Practice spaces deleted: {practice.delete_gone(by=None, at=timezone.now())}.")
