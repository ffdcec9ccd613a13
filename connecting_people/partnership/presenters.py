"""What the frame of every page of a partnership shows, and the page of its people."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.core.addresses import address
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.queries import resting_since
from connecting_people.partnership.rules import PAIR, WHOLE, Part, State, may_ask_in

Tab = tuple[str, str, bool]


@dataclass(frozen=True)
class Strip:
    """Whose partnership it is, what helps the person, how things stand, and the ways about."""

    people: tuple[Participant, ...]
    names: str
    person: str
    needs: str
    looking_until: str
    resting: str
    way_back: str
    tabs: tuple[Tab, ...]


@dataclass(frozen=True)
class Place:
    """Somebody who takes part: what they are, what they see, and what there is to know about their place."""

    name: str
    side: str
    part: str
    sees: str
    notes: tuple[str, ...]
    end: str


@dataclass(frozen=True)
class People:
    """Who takes part, and what the reader may change about it: addresses, empty where they may not."""

    places: tuple[Place, ...]
    ask_service_user: str
    ask_supporter: str
    sharing: str
    on_their_word: bool
    ask_colleague: str
    cover: str
    hand_over: str
    rest: bool


PARTS: dict[Part, Promise] = {
    Part.SERVICE_USER: gettext_lazy("It is their journey"),
    Part.LEAD: gettext_lazy("Lead practitioner"),
    Part.PRACTITIONER: gettext_lazy("Practitioner"),
    Part.COVER: gettext_lazy("Stands in"),
    Part.SUPPORTER: gettext_lazy("Supporter"),
}
SEES_WHOLE = gettext_lazy("Sees all that is shared here, and writes too.")
SEES_SHARED = gettext_lazy("Sees only what was ticked for them, one thing at a time.")


def strip(partnership: Partnership, view_name: str) -> Strip:
    """Return the frame for a partnership as it reached its reader; `view_name` is the page that they are on."""
    pair = _pair(partnership)
    looking = partnership.looking
    me = getattr(partnership, "me", None)
    may_write = me is not None and me.part in WHOLE
    inside = may_write or looking is not None
    resting = _resting(partnership) if inside else ""
    return Strip(
        people=pair,
        names=_(" and ").join(one.name for one in pair),
        person=partnership.person.name,
        needs=partnership.person.needs if inside else "",
        looking_until=date_format(localtime(looking.until_at), "H:i") if looking else "",
        resting=resting,
        way_back=_address("partnership:come_back", partnership)
        if resting and may_write and view_name != "partnership:come_back"
        else "",
        tabs=_tabs(partnership, view_name, may_write) if inside else (),
    )


def people_page(partnership: Partnership, today: date) -> People:
    """Return who takes part on a day, and the ways to change it that are open to the reader."""
    here = [one for one in partnership.everybody if _is_here(one, today)]
    order = list(Part)
    here.sort(key=lambda one: order.index(Part(one.part)))
    has_login = partnership.person.user_id is not None
    me = None if partnership.looking else partnership.me

    def way(asked: Part, name: str, **more: str) -> str:
        may = me is not None and may_ask_in(Part(me.part), asked, service_user_has_login=has_login)
        return _address(name, partnership, **more) if may else ""

    return People(
        places=tuple(_place(partnership, one, me, today, has_login) for one in here),
        ask_service_user="" if has_login else way(Part.SERVICE_USER, "partnership:invite", part="service_user"),
        ask_supporter=way(Part.SUPPORTER, "partnership:invite", part="supporter"),
        sharing=_address("journey:sharing", partnership) if me and me.part == Part.SERVICE_USER else "",
        on_their_word=me is not None and me.part == Part.LEAD,
        ask_colleague=way(Part.PRACTITIONER, "partnership:colleague"),
        cover=way(Part.COVER, "partnership:cover"),
        hand_over=_address("partnership:hand_over", partnership) if me and me.part == Part.LEAD else "",
        rest=me is not None and partnership.state == State.TOGETHER,
    )


def _is_here(place: Participant, today: date) -> bool:
    # Somebody whose role ended can open nothing, but their place is shown until it is ended or handed over.
    return place.left_at is None and (place.until_date is None or place.until_date >= today)


def _place(partnership: Partnership, place: Participant, me: Participant | None, today: date, has_login: bool) -> Place:
    mine = me is not None and me.pk == place.pk
    may_end = me is not None and place.part not in PAIR
    if me is not None and me.pk != place.pk:
        may_end &= may_ask_in(Part(me.part), Part(place.part), service_user_has_login=has_login)
    return Place(
        name=place.name,
        side=place.side,
        part=_("It is your journey") if mine and place.part == Part.SERVICE_USER else str(PARTS[Part(place.part)]),
        sees=str(SEES_SHARED if place.part == Part.SUPPORTER else SEES_WHOLE) if place.holds_role else "",
        notes=_notes(place),
        end=_address("partnership:end_place", partnership, place_id=str(place.pk)) if may_end else "",
    )


def _notes(place: Participant) -> tuple[str, ...]:
    notes = []
    if place.until_date:
        notes.append(_("Until %(day)s.") % {"day": date_format(place.until_date, "j F Y")})
    if not place.holds_role:
        notes.append(_("Can open nothing here at present."))
    if place.user_id is None:
        notes.append(_("A link was made and is not used yet.") if place.invitation_id else _("Has no login yet."))
    return tuple(notes)


def _pair(partnership: Partnership) -> tuple[Participant, ...]:
    leads = [one for one in partnership.everybody if one.part == Part.LEAD and one.left_at is None and one.holds_role]
    return (partnership.person, *leads)


def _resting(partnership: Partnership) -> str:
    if partnership.state == State.TOGETHER:
        return ""
    since = resting_since(partnership)
    day = date_format(localtime(since), "j F Y") if since else ""
    if partnership.state == State.PAUSED:
        return _("Paused since %(day)s. Come back whenever you like.") % {"day": day}
    return _("Left on %(day)s, and the door is open. Come back whenever you like.") % {"day": day}


def _tabs(partnership: Partnership, view_name: str, may_write: bool) -> tuple[Tab, ...]:
    ways = [(_("Together"), "home:partnership"), (_("Journey"), "journey:timeline")]
    if may_write:
        ways.append((_("Write something"), "journey:write"))
    ways += [(_("People"), "partnership:people"), (_("Who has looked"), "journey:who_looked")]
    rows = ((label, _address(name, partnership), name == view_name) for label, name in ways)
    return tuple(row for row in rows if row[1])


def _address(name: str, partnership: Partnership, **more: str) -> str:
    # The rooms above this one need not all be there.
    try:
        return address(name, partnership_id=partnership.pk, **more)
    except NoReverseMatch:
        return ""
