"""Letters about a training. They name neither the agency nor what the training is about: anybody may look over."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.ui.jinja import day as written

_LOG = logging.getLogger(__name__)
Says = Callable[["To"], list[str]]


@dataclass(frozen=True)
class To:
    """Whom a letter goes to. Somebody without a login has no page to answer on."""

    name: str
    address: str
    has_login: bool


def ask(to: Sequence[To], by: str, on: date | None, link: str) -> None:
    """Ask people whether they would like to come."""
    asks = _("%(by)s asks whether you would like to come to a training%(on)s.") % {"by": by, "on": _on(on)}
    free = _("If you cannot, that is all right.")
    here = _("Say yes or no on this page:") + f"\n\n{link}"
    tell = _("Please tell %(by)s yes or no.") % {"by": by}
    _post(to, _("An invitation"), lambda one: [asks, here if one.has_login else tell, free])


def give_place(to: Sequence[To], on: date | None, link: str) -> None:
    """Tell people who waited that a place is theirs."""
    yours = _("There is a place for you now at the training%(on)s that you wanted to come to.") % {"on": _on(on)}
    here = _("If you have other plans by now, say so on this page:") + f"\n\n{link}"
    tell = _("If you have other plans by now, please tell those who asked you.")
    _post(to, _("A place for you"), lambda one: [yours, here if one.has_login else tell])


def call_off(to: Sequence[To], on: date | None) -> None:
    """Tell people that a training will not take place."""
    off = _("The training%(on)s will not take place. You need do nothing.") % {"on": _on(on)}
    _post(to, _("A change of plan"), lambda one: [off])


def put_back(to: Sequence[To], on: date | None) -> None:
    """Tell people that a training takes place after all."""
    back = _("The training%(on)s takes place after all. Your answer still stands.") % {"on": _on(on)}
    _post(to, _("A change of plan"), lambda one: [back])


def _on(day: date | None) -> str:
    return _(" on %(day)s") % {"day": written(day)} if day else ""


def _post(to: Sequence[To], subject: str, says: Says) -> None:
    letters = [_letter(one, subject, says(one)) for one in to if one.address]
    if letters:
        # What was not kept is told to nobody, and a mail server that is down takes nothing back.
        transaction.on_commit(lambda: _send(letters), robust=True)


def _letter(to: To, subject: str, sentences: list[str]) -> EmailMessage:
    hello = _("Hello %(name)s,") % {"name": to.name}
    return EmailMessage(subject, "\n\n".join([hello, *sentences]) + "\n", None, [to.address])


def _send(letters: list[EmailMessage]) -> None:
    try:
        get_connection().send_messages(letters)
    except OSError as problem:  # SMTPException is one
        _LOG.warning("Letters about a training did not go out: %s", type(problem).__name__)
