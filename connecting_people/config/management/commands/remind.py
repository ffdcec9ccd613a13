from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connecting_people.stepping_out.actions import reminders
from connecting_people.training.actions import will_do


class Command(BaseCommand):
    """Puts each reminder that is due into the outbox once, and sends what is there."""

    help = "Put out the reminders that are due, and send them. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make one pass; say how many there were, if any."""
        at = timezone.now()
        due, sent = reminders.put_out(at=at), reminders.send(at=at) + will_do.send(at=at)
        if due or sent:
            self.stdout.write(f"Reminders due: {due}, sent by e-mail: {sent}.")
