"""The privacy officer's page: urgent looks first, then every act and read, with names of staff and nobody's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.audit.actions import READ
from connecting_people.audit.models import Event
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise
from connecting_people.home.presenters.agency import short
from connecting_people.home.queries import events, staff_names
from connecting_people.journey.words import page_in_words
from connecting_people.partnership.actions import LOOK_SEEN
from connecting_people.partnership.models import UrgentLook
from connecting_people.partnership.queries import urgent_looks
from connecting_people.partnership.rules import Kind
from connecting_people.people.models import Agency
from connecting_people.ui.jinja import moment

_A_PAGE = 100
_LOOKS = 20
_UNSEEN = 100
# What can be asked for, with how the acts of that kind begin.
KINDS: dict[str, tuple[StrOrPromise, tuple[str, ...]]] = {
    "": (gettext_lazy("Everything"), ()),
    "reads": (gettext_lazy("Who opened a record"), ("read: ",)),
    "words": (gettext_lazy("What was written or answered"), ("journey: ", "connections: ", "plans: ", "outings: ")),
    "partnerships": (gettext_lazy("What happened to partnerships"), (*(kind.value for kind in Kind), LOOK_SEEN)),
    "staff": (gettext_lazy("Roles and invitations"), ("role ", "invited: ", "invitation ")),
    "community": (gettext_lazy("What was written about the local area"), ("community: ",)),
    "culture": (gettext_lazy("How the agency works, and trainings"), ("culture: ", "training: ")),
    "agency": (gettext_lazy("The agency itself"), ("agency ", "team ", "crisis ")),
}


@dataclass(frozen=True)
class Asked:
    """What a privacy officer asked to see."""

    agency: Agency
    agencies: tuple[Agency, ...]
    kind: str
    before: int | None


@dataclass(frozen=True)
class LookRow:
    """An urgent look: who, when, into which partnership and why."""

    name: str
    when: str
    partnership: str
    reason: str
    seen_at: datetime | None
    seen: str


@dataclass(frozen=True)
class EventRow:
    """One event, without anybody's words."""

    number: int
    at: datetime
    who: str
    act: str
    about: str


@dataclass(frozen=True)
class AuditPage:
    """All that the privacy officer's page shows."""

    agency: str
    others: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[StrOrPromise, str, bool], ...]
    looks: tuple[LookRow, ...]
    rows: tuple[EventRow, ...]
    newest: str
    older: str


def asked_for(agencies: list[Agency], query: Mapping[str, str]) -> Asked:
    """Read what was asked for; whatever makes no sense counts as not asked."""
    agency = next((one for one in agencies if str(one.pk) == query.get("agency")), agencies[0])
    kind, before = query.get("kind", ""), query.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    return Asked(agency, tuple(agencies), kind if kind in KINDS else "", number)


def audit_page(asked: Asked, reader_id: UUID) -> AuditPage:
    """Gather the page, in five queries; the urgent looks that no officer has seen yet stand first."""
    found = events(asked.agency.pk, prefixes=KINDS[asked.kind][1], before=asked.before, limit=_A_PAGE + 1)
    looks = urgent_looks(asked.agency.pk)
    unseen = looks.filter(seen_by_officer_at=None)[:_UNSEEN]
    seen = looks.exclude(seen_by_officer_at=None)[:_LOOKS]
    names = staff_names(asked.agency.pk, {event.actor_id for event in found if event.actor_id})
    shown = found[:_A_PAGE]
    return AuditPage(
        agency=asked.agency.name,
        others=tuple((one.name, _address(one, "")) for one in asked.agencies if one != asked.agency),
        kinds=tuple((name, _address(asked.agency, key), key == asked.kind) for key, (name, _acts) in KINDS.items()),
        looks=tuple(_look(look, reader_id) for look in (*unseen, *seen)),
        rows=tuple(_row(event, names, asked.agency) for event in shown),
        newest=_address(asked.agency, asked.kind) if asked.before else "",
        older=_address(asked.agency, asked.kind, shown[-1].number) if len(found) > _A_PAGE else "",
    )


def _look(look: UrgentLook, reader_id: UUID) -> LookRow:
    # Nobody signs off their own look.
    may_note = look.seen_by_officer_at is None and look.by_id != reader_id
    return LookRow(
        name=look.by.name,
        when=_("%(from)s to %(until)s") % {"from": moment(look.began_at), "until": _until(look)},
        partnership=short(look.partnership_id),
        reason=look.reason,
        seen_at=look.seen_by_officer_at,
        seen=address("home:look_seen", look_id=look.pk) if may_note else "",
    )


def _until(look: UrgentLook) -> str:
    same_day = day_of(look.began_at) == day_of(look.until_at)
    return date_format(localtime(look.until_at), "H:i") if same_day else moment(look.until_at)


def _row(event: Event, names: dict[UUID, str], agency: Agency) -> EventRow:
    about = (
        _("The agency") if event.subject_id == agency.pk else _("Partnership %(id)s") % {"id": short(event.subject_id)}
    )
    return EventRow(event.number, event.at, _who(event.actor_id, names), _act(event.act), about)


def _who(actor_id: UUID | None, names: dict[UUID, str]) -> str:
    if actor_id is None:
        return _("The program")
    return names.get(actor_id) or _("Not a member of staff (%(id)s)") % {"id": short(actor_id)}


def _act(act: str) -> str:
    kind, _colon, what = act.partition(": ")
    if kind == READ:
        return _("Opened: %(page)s") % {"page": page_in_words(what)}
    words = act.replace("_", " ")
    return words[:1].upper() + words[1:]


def _address(agency: Agency, kind: str, before: int | None = None) -> str:
    asked = {"agency": str(agency.pk), "kind": kind, "before": before}
    return f"{reverse('home:audit')}?{urlencode({key: value for key, value in asked.items() if value})}"
