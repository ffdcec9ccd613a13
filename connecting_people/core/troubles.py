"""What cannot be done, said to a person."""

from typing import Generic, TypeVar

from django.utils.translation import gettext as _

Now = TypeVar("Now")


class Trouble(Exception):
    """Something cannot be done; the message says to whoever asked what is the matter and how to mend it."""


class Stale(Trouble, Generic[Now]):
    """Somebody changed a thing after it was read; `now` is how it stands, to be shown beside what was typed."""

    def __init__(self, now: Now) -> None:
        super().__init__(_("This was changed while you were writing. Both are here: keep what is right."))
        self.now = now
