from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from connecting_people.connections import leftovers
from connecting_people.core import once
from connecting_people.people import devices, drafts


class Command(BaseCommand):
    """Takes away what served its time; nothing of anybody's record."""

    help = "Forget forms sent over 7 days ago, drafts older than 30 days, files left a day, and what ran out."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many of each there were."""
        now = timezone.now()
        call_command("clearsessions")
        counts = {
            "forms sent": once.forget_old(at=now),
            "drafts": drafts.forget_old(at=now),
            "files brought": leftovers.forget_old(at=now),
            "ended sessions": devices.forget_ended(),
            "limits": _limits_over(now),
        }
        self.stdout.write("Forgot " + ", ".join(f"{number} {what}" for what, number in counts.items()) + ".")


def _limits_over(at: Any) -> int:
    # Django clears this table by itself only when it is full.
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [connection.ops.adapt_datetimefield_value(at)])
        return int(cursor.rowcount)
