"""Each person's own first page: what was said to them and what they said themselves, and no more of any record."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community.models import Organisation
from connecting_people.community.queries.keeping import organisations_kept_by
from connecting_people.core.addresses import address
from connecting_people.getting_started.queries import ToAsk, not_nows_due
from connecting_people.home.presenters.agencies import AtAgency, at_agencies
from connecting_people.home.presenters.coming import coming, ideas, looks_back, proposed, to_tell
from connecting_people.home.presenters.items import Item
from connecting_people.home.presenters.places import Places, places_today
from connecting_people.home.presenters.voices import what_it_was
from connecting_people.home.queries import SOON as _SOON
from connecting_people.home.queries import ForMe, news
from connecting_people.journey.models import Entry, Promise
from connecting_people.partnership.models import Participant
from connecting_people.partnership.queries import looks_to_see
from connecting_people.partnership.rules import PRACTITIONERS, Part, State
from connecting_people.people.presenters import Looks, looked_after
from connecting_people.people.queries import without_a_team
from connecting_people.people.roles import May
from connecting_people.people.standing import Standing
from connecting_people.ui.jinja import stamp


@dataclass(frozen=True)
class Own:
    """A service user's own partnership."""

    heading: str
    agency: str
    practices: str
    resting: str
    news: tuple[Item, ...]
    for_you: tuple[Item, ...]
    will_do: tuple[Item, ...]
    coming: tuple[Item, ...]
    href: str
    write: str
    ask: str
    pause: str
    come_back: str


@dataclass(frozen=True)
class Beside:
    """Somebody whom a practitioner works beside."""

    name: str
    side: str
    needs: str
    state: str
    until: date | None
    href: str
    write: str


@dataclass(frozen=True)
class Shared:
    """Pages that somebody shares with a supporter."""

    name: str
    href: str


@dataclass(frozen=True)
class OwnPage:
    """What a person's first page shows, part by part; a part that is not theirs is empty."""

    name: str
    own: tuple[Own, ...]
    beside: tuple[Beside, ...]
    due: tuple[Item, ...]
    begins: bool
    practises: bool
    shared: tuple[Shared, ...]
    supports_at: tuple[tuple[str, str], ...]
    staff: bool
    sees_team: bool
    looks_after: tuple[Looks, ...]
    sees_audit: bool
    looks_to_see: int
    first_team: str
    keeps: tuple[tuple[str, str], ...]
    trainings: tuple[tuple[str, str], ...]
    agencies: tuple[AtAgency, ...]

    @property
    def nothing(self) -> bool:
        """Say whether nobody has given this person a part in anything yet."""
        return not (self.own or self.practises or self.shared or self.staff or self.keeps)


def own_page(standing: Standing, at: datetime) -> OwnPage:
    """Gather the first page of whoever is signed in."""
    places = places_today(standing.user, at)
    with_people = [place for place in places.held if place.part in PRACTITIONERS]
    begins = bool(standing.where(May.START_PARTNERSHIPS))
    sees = standing.where(May.SEE_AUDIT)
    return OwnPage(
        name=standing.user.name,
        own=tuple(_own(place, places) for place in places.held if place.part == Part.SERVICE_USER),
        beside=tuple(_beside(place, places) for place in with_people),
        due=_due(standing, with_people, places) if begins or with_people else (),
        begins=begins,
        practises=begins or bool(with_people),
        shared=tuple(_shared(place, places) for place in places.held if place.part == Part.SUPPORTER),
        supports_at=_supports_at(places),
        staff=standing.is_staff,
        sees_team=bool(standing.where(May.SEE_TEAM)),
        looks_after=tuple(looked_after(standing)),
        sees_audit=bool(sees),
        looks_to_see=looks_to_see(agency.pk for agency in sees) if sees else 0,
        first_team=_first_team(standing),
        keeps=tuple(_kept(one) for one in organisations_kept_by(standing.user)),
        trainings=_trainings(standing),
        agencies=at_agencies(standing, at),
    )


def _supports_at(places: Places) -> tuple[tuple[str, str], ...]:
    """Return each agency at which somebody is a supporter, with where they say how it is there."""
    beside = [place.partnership.agency for place in places.held if place.part == Part.SUPPORTER]
    found = {one.pk: (one.name, address("culture:practices", agency_id=one.pk)) for one in beside}
    return tuple(found.values())


def _trainings(standing: Standing) -> tuple[tuple[str, str], ...]:
    """Return the way to each agency's trainings: whoever belongs there may be asked to one, or give one."""
    return tuple((one.name, address("training:trainings", agency_id=one.pk)) for one in standing.agencies)


def _first_team(standing: Standing) -> str:
    kept = [agency.pk for agency in standing.where(May.KEEP_TEAMS)]
    return next((address("people:new_team", agency_id=one) for one in without_a_team(kept)), "") if kept else ""


def _own(place: Participant, places: Places) -> Own:
    lead = places.lead(place)
    state = place.partnership.state
    return Own(
        heading=_("You and %(name)s") % {"name": lead.name} if lead else _("Your journey"),
        agency=place.partnership.agency.name,
        practices=address("culture:practices", agency_id=place.partnership.agency_id),
        resting=_resting(state),
        news=tuple(_news(entry) for entry in news(place)),
        for_you=(
            *_waiting(place, places, ""),
            *proposed(place, places),
            *(_question(place, q) for q in places.questions(place)),
            *to_tell(place, places),
            *ideas(place, places),
            *looks_back(place, places),
        ),
        coming=tuple(coming(place, places)),
        will_do=tuple(_promise(place, promise) for promise in places.promises.get(place.partnership_id, [])),
        href=_address(place, "home:partnership"),
        write=_address(place, "journey:write"),
        ask=_address(place, "journey:ask"),
        pause=_address(place, "partnership:pause") if state == State.TOGETHER else "",
        come_back=_address(place, "partnership:come_back") if state != State.TOGETHER else "",
    )


def _beside(place: Participant, places: Places) -> Beside:
    person = places.person(place)
    return Beside(
        name=person.name if person else "",
        side="service_user",
        needs=person.needs if person else "",
        state=_state(place.partnership.state),
        until=place.until_date,
        href=_address(place, "home:partnership"),
        write=_address(place, "journey:write"),
    )


def _due(standing: Standing, with_people: list[Participant], places: Places) -> tuple[Item, ...]:
    """What a practitioner has before them: questions, promises of the coming week, their word, whom to ask again."""
    soon = places.today + _SOON
    found = [item for place in with_people for item in _due_with(place, places, soon)]
    found += [_to_ask(one) for one in not_nows_due(standing.user, soon)]
    found += _to_try(with_people)
    return tuple(sorted(found, key=lambda item: item.day))


def _due_with(place: Participant, places: Places, soon: date) -> list[Item]:
    person = places.person(place)
    name = person.name if person else ""
    found = [_question(place, question) for question in places.questions(place)]
    found += [_promise(place, promise, name) for promise in _soon(place, places)]
    found += _waiting(place, places, name)
    found += [
        item for list_of in (coming, to_tell, ideas, looks_back, proposed) for item in list_of(place, places, name)
    ]
    found += _look_again(place, person, soon)
    ask_again = place.partnership.ask_again_date
    if place.partnership.state == State.PAUSED and ask_again and ask_again <= soon:
        text = _("You agreed to ask again about now. “Not yet” is a good answer.")
        says = _("%(name)s is having a rest") % {"name": name}
        found.append(Item(ask_again, says, text, stamp(ask_again), _address(place, "home:partnership")))
    return found


def _look_again(place: Participant, person: Participant | None, soon: date) -> list[Item]:
    """What helps the person is looked at again on the day that the two chose."""
    day: date | None = getattr(person, "look_again", None)
    if person is None or day is None or day > soon:
        return []
    says, text = _("With %(name)s") % {"name": person.name}, _("Look again at what helps: is it still right?")
    return [Item(day, says, text, stamp(day), _address(place, "getting_started:working_together"))]


def _to_ask(one: ToAsk) -> Item:
    if one.partnership_id:
        href = address("getting_started:not_now", partnership_id=one.partnership_id)
    else:
        href = address("getting_started:not_now_before")
    says = _("%(name)s said “not now”") % {"name": one.name}
    text = _("This is about when it would be all right to ask again.")
    return Item(one.ask_again_date, says, text, stamp(one.ask_again_date), href)


def _to_try(with_people: list[Participant]) -> list[Item]:
    """Return what a practitioner first wanted to look at again in their own practice; its page shows the others."""
    first = with_people[0] if with_people else None
    id, words, day = (getattr(first, name, None) for name in ("try_id", "try_words", "try_day"))
    if not (id and words and day):
        return []
    says, href = _("Your own practice: look at it again"), address("measures:look_again", action_id=id)
    return [Item(day, says, words, stamp(day), href, "practitioner")]


def _soon(place: Participant, places: Places) -> list[Promise]:
    mine = places.promises.get(place.partnership_id, [])
    return [one for one in mine if one.due_date and one.due_date <= places.today + _SOON]


def _question(place: Participant, question: ForMe) -> Item:
    return Item(
        day=question.happened_date,
        says=_("%(name)s asks") % {"name": question.name},
        text=question.line,
        when=stamp(question.happened_date),
        href=_address(place, "journey:entry", entry_id=question.id),
        side="practitioner" if question.by_practitioner else "service_user",
    )


def _promise(place: Participant, promise: Promise, name: str = "") -> Item:
    day = promise.due_date or promise.entry.happened_date
    return Item(
        day=day,
        says=_("You told %(name)s you would") % {"name": name} if name else _("You said you would"),
        text=promise.entry.line,
        when=_("by %(day)s") % {"day": stamp(day)} if promise.due_date else stamp(day),
        href=_address(place, "journey:settle", promise_id=promise.pk),
        side=place.side,
    )


def _waiting(place: Participant, places: Places, name: str) -> list[Item]:
    """One line for each partnership in which something waits for this person's word, since the latest such day."""
    found = places.waiting(place)
    if not found:
        return []
    day = found[0].happened_date
    says = _("With %(name)s") % {"name": name} if name else _("For you to look at")
    if len(found) > 1:
        text = _("Some things wait for your word. The newest: %(line)s") % {"line": found[0].line}
        return [Item(day, says, text, stamp(day), _address(place, "home:partnership"))]
    href = address("journey:entry", partnership_id=found[0].partnership_id, entry_id=found[0].id)
    return [Item(day, says, _("Waits for your word: %(line)s") % {"line": found[0].line}, stamp(day), href)]


def _news(entry: Entry) -> Item:
    href = address("journey:entry", partnership_id=entry.partnership_id, entry_id=entry.pk)
    was = what_it_was(entry.kind)
    says = f"{entry.voice.name} · {was}" if was else entry.voice.name
    return Item(entry.happened_date, says, entry.line, stamp(entry.happened_date), href, entry.voice.side)


def _shared(place: Participant, places: Places) -> Shared:
    person = places.person(place)
    return Shared(person.name if person else "", _address(place, "journey:shared"))


def _kept(one: Organisation) -> tuple[str, str]:
    return one.name, address("community:own_organisation", agency_id=one.agency_id, organisation_id=one.pk)


def _state(state: str) -> str:
    return {State.PAUSED.value: _("Having a rest"), State.AWAY.value: _("Away, the door is open")}.get(state, "")


def _resting(state: str) -> str:
    return {
        State.PAUSED.value: _("You are having a rest. Nothing is lost, and there is no hurry."),
        State.AWAY.value: _("You have left, and the door is open. Everything is still here."),
    }.get(state, "")


def _address(place: Participant, view: str, **more: UUID) -> str:
    return address(view, partnership_id=place.partnership_id, **more)
