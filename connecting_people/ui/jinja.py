"""The Jinja2 environment that draws every page: our templates, the NHS macros, words, dates and addresses."""

import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.messages import WARNING, get_messages
from django.http import HttpRequest
from django.templatetags import static as django_static
from django.utils import timezone, translation
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from markupsafe import Markup

from connecting_people.core.addresses import address, address_if
from connecting_people.core.once import new_token, owner_mark
from connecting_people.ui import fields
from connecting_people.ui.look import Look, look_of

EXIT = "https://www.bbc.co.uk/weather"
_HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')


def environment(**options: Any) -> Environment:
    """Make the environment for Django's Jinja2 backend."""
    options["loader"] = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    options |= {"undefined": ChainableUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n"], **options)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.filters |= {"day": day, "moment": moment, "month": month, "stamp": stamp, "initials": initials}
    env.globals |= {
        "_": words, "url": url, "url_if": url_if, "static": static, "date": day, "moment": moment, "once": once,
        "kept_words": kept_words,
        "look": look, "messages_now": messages_now, "language": translation.get_language,
        "right_to_left": translation.get_language_bidi, "exit_address": exit_address,
        "drawn": fields.drawn, "errors_of": fields.errors_of,
    }  # fmt: skip
    return env


@pass_eval_context
def words(here: EvalContext, text: str, **parts: Any) -> str:
    """Give words in the reader's language, with `parts` in their places, as Jinja's own does in twice the time."""
    found = _found(text, translation.get_language())
    said = Markup(found) if here.autoescape else found
    return said % parts if "%" in said else said


@lru_cache(maxsize=5000)
def _found(text: str, language: str | None) -> str:
    return translation.gettext(text)


def static(path: str) -> str:
    """Give the address of a static file, looked up once: it changes with nothing but the program."""
    return _static(path, settings.STORAGES["staticfiles"]["BACKEND"])


@lru_cache(maxsize=500)
def _static(path: str, storage: str) -> str:
    return django_static.static(path)


def url(name: str, **kwargs: Any) -> str:
    """Give the address of a named page."""
    return address(name, **kwargs)


def url_if(name: str, **kwargs: Any) -> str:
    """Give the address of a page that this installation may not have, else nothing."""
    return address_if(name, **kwargs)


def day(value: datetime.date | None) -> str:
    """Write a day as "3 March 2026"."""
    if not value:
        return ""
    here = _local(value)
    # The words of date_format's "j F Y", whose reading of the format takes ten times as long.
    return f"{here.day} {_month_name(here.month, translation.get_language())} {here.year}"


@lru_cache(maxsize=100)
def _month_name(number: int, language: str | None) -> str:
    return str(MONTHS[number])


def moment(value: datetime.datetime | None) -> str:
    """Write a moment as "3 March 2026, 14:05"."""
    return date_format(_local(value), "j F Y, H:i") if value else ""


def month(value: datetime.date | None) -> str:
    """Write a month as "March 2026"."""
    return date_format(_local(value), "F Y") if value else ""


def stamp(value: datetime.date | str | None) -> str:
    """Write whatever says when: a moment, a day, or words that are ready."""
    if isinstance(value, datetime.datetime):
        return moment(value)
    return day(value) if isinstance(value, datetime.date) else str(value or "")


def initials(name: str) -> str:
    """Give at most two letters that stand for a name in a small circle."""
    words = [word for word in str(name).split() if word[0].isalpha()]
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


@pass_context
def once(context: Context) -> Markup:
    """Give the hidden fields by which a form sent twice is acted on once, and its words outlive the session."""
    return _HIDDEN.format("once", new_token(context["request"])) + kept_words(context)


@pass_context
def kept_words(context: Context) -> Markup:
    """Give the hidden field by which words outlive the session, for a form that may be sent many times."""
    return _HIDDEN.format("keep", owner_mark(context["request"]))


@pass_context
def look(context: Context) -> Look:
    """Give the look that the reader chose on this device."""
    return look_of(_request(context))


@pass_context
def messages_now(context: Context) -> list[tuple[str, str]]:
    """Give the short messages that wait for this reader, each with the kind of notice that it is."""
    request = _request(context)
    waiting = get_messages(request) if request else []
    return [("care" if message.level >= WARNING else "done", str(message)) for message in waiting]


def exit_address() -> str:
    """Give the neutral page to which the quick way out leads."""
    return str(getattr(settings, "QUICK_EXIT_URL", EXIT))


def _request(context: Context) -> HttpRequest | None:
    request = context.get("request")
    return request if isinstance(request, HttpRequest) else None


def _local(value: datetime.date) -> datetime.date:
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
