"""Checks that say why not, and their yes/no form."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from connecting_people.core.troubles import Trouble

P = ParamSpec("P")


class NotAllowed(Trouble):
    """What was asked is not this person's to do; the message is a reason for a human."""


def allowed(check: Callable[P, None]) -> Callable[P, bool]:
    """Return the yes/no form of a check that raises NotAllowed."""

    @wraps(check)
    def can(*args: P.args, **kwargs: P.kwargs) -> bool:
        try:
            check(*args, **kwargs)
        except NotAllowed:
            return False
        return True

    return can
