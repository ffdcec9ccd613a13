"""What was brought to the map and never taken in goes after a day."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from connecting_people.connections.models import BroughtFile

KEPT_FOR: Final = timedelta(days=1)


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget files that somebody looked at and left; return how many."""
    return BroughtFile.objects.filter(at__lt=at - KEPT_FOR).delete()[0]
