"""How often one address may ask: so many a minute in all processes together, at the price of one write in twenty."""

from datetime import datetime
from typing import Final

from django.core.cache import cache
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

A_MINUTE: Final = 600
LOT: Final = 20


class TooMany(Exception):
    """An address asked more often than it may; `wait` is in how many seconds it may again."""

    def __init__(self, wait: int) -> None:
        super().__init__(_("That was a lot in a short time. Please ask again in a minute."))
        self.wait = wait


class Limit:
    """Counts within one process, out of lots that all processes draw from one cache.

    Two processes that draw at the same moment may both count the same lot: one lot too many does no harm.
    """

    def __init__(self) -> None:
        self._minute, self._left = 0, {}  # type: tuple[int, dict[str, int]]

    def count(self, who: str, *, at: datetime) -> None:
        """Count one request of this address; raise TooMany when it has had all of this minute's."""
        minute, second = divmod(int(at.timestamp()), 60)
        if minute != self._minute:
            self._minute, self._left = minute, {}
        left = self._left.get(who, 0) or self._drawn(who)
        if not left:
            raise TooMany(60 - second)
        self._left[who] = left - 1

    def _drawn(self, who: str) -> int:
        # Who asked is no business of whoever reads the table.
        key = f"api:{self._minute}:{salted_hmac('api', who).hexdigest()}"
        drawn = cache.get(key, 0)
        if drawn >= A_MINUTE:
            return 0
        cache.set(key, drawn + LOT, timeout=120)
        return LOT
