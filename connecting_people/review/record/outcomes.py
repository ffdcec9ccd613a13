"""What may come of it for either, each beside what the record shows: lines to look at, never a score or a cause."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.connections.change import changed
from connecting_people.connections.queries.maps import history_of
from connecting_people.partnership.models import Partnership
from connecting_people.review.record import people
from connecting_people.review.record.lines import Line, text_of, voiced
from connecting_people.review.record.plans import outings_told, surer
from connecting_people.review.record.strengths import skills_in
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.queries import support_of
from connecting_people.stepping_out.rules import Orientation, OutingState, Source

MOST = 5


def outcomes_in(partnership: Partnership, since: date, until: date) -> dict[str, tuple[Line, ...]]:
    """Return what the record shows beside each outcome of the guide."""
    history = history_of(partnership)
    change = changed(history.on(since), history.on(until))
    told = outings_told(partnership, since, until)
    gone = [one for one in told if one.state == OutingState.GONE]
    return {
        "network": people.came(change),
        "social-capital": people.getting(change),
        "social-confidence": surer(partnership, gone),
        "activities-outside-services": _went(partnership, gone),
        "deeper-relationships": people.closer(change),
        "talents-used": skills_in(partnership, since, until)[:MOST],
        "contribution": people.giving(change),
        "local-knowledge": _places(gone),
        "networking": _contacts(partnership, gone),
        "growing-networks-of-others": people.came(change),
    }


def _went(partnership: Partnership, gone: Iterable[Outing]) -> tuple[Line, ...]:
    last = list({one.entry_id: one for one in gone}.values())[-MOST:]
    return tuple(
        Line(text_of(one.entry), day=one.outing_date, **voiced(partnership, one.entry.voice_id)) for one in last
    )


def _places(gone: Iterable[Outing]) -> tuple[Line, ...]:
    names = dict.fromkeys(one.asset.name for one in gone if one.asset)
    shown = any(one.orientation in (Orientation.SHOWN, Orientation.INTRODUCED) for one in gone)
    lines = [Line(_("Places that you two went to: %(names)s") % {"names": ", ".join(names)})] if names else []
    return (*lines, Line(_("Somebody was shown round, or introduced there."))) if shown else tuple(lines)


def _contacts(partnership: Partnership, gone: list[Outing]) -> tuple[Line, ...]:
    rows = support_of(partnership, gone) if gone else ()
    names = dict.fromkeys(one.contact.name if one.contact else one.words for one in rows if one.source == Source.THERE)
    names = dict.fromkeys(name for name in names if name)
    return (Line(_("Who was there to help: %(names)s") % {"names": ", ".join(names)}),) if names else ()
