"""Whatever leaves the two is a part of what both agreed, over 10,000 agreements by lot.

Each thing that is said carries a word that stands nowhere else, so that a page tells by its words what it lets out.
"""

import re
from datetime import UTC, datetime, time
from random import Random

import pytest
from django.template import engines
from django.urls import reverse
from icalendar import Calendar

from connecting_people.community.actions.contacts import add_contact
from connecting_people.community.tests.places import walking_group
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.stepping_out.actions import disclosures, reminders
from connecting_people.stepping_out.actions.disclosures import Thing
from connecting_people.stepping_out.calendars import calendar_of
from connecting_people.stepping_out.models import Disclosure, MayTell, Outing
from connecting_people.stepping_out.presenters.outings import agreement
from connecting_people.stepping_out.rules import Channel, OutingState
from connecting_people.stepping_out.tests.outings import address, by, plan, signed_in, today

pytestmark = pytest.mark.django_db
AGREEMENTS, AT_ONCE = 10_000, 500
WHOM = ("the walk leader", "the café", "whoever asks")
_WORD = re.compile(r"zz\d+zz")


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


class Lot(Random):
    """Chance, which also gives words that it never gave before."""

    last = 0

    def word(self) -> str:
        """Return a word that stands nowhere else."""
        self.last += 1
        return f"zz{self.last}zz"

    def things(self) -> list[Thing]:
        """Return what may be told, by whom and to whom."""
        return [Thing(self.word(), self.word(), self.choice(WHOM)) for _ in range(self.choice([0, 0, 1, 2, 3, 5]))]

    def maybe(self) -> str:
        """Return a word, or none."""
        return self.choice(["", self.word()])


def words_in(text: str) -> set[str]:
    """Return the words by which one can tell what stands there."""
    return set(_WORD.findall(text))


def an_agreement(lot: Lot, cast, at: datetime) -> tuple[Disclosure, Outing, list[Thing]]:
    """Return an agreement by lot, in whatever state, on an outing of its own."""
    line = lot.word()
    entry = Entry(line=line, words=line, voice=cast.place("asha"), kept_by=lot.choice([None, None, cast.place("asha")]))
    facts = {name: lot.word() for name in ("cost", "way", "bring", "facilities", "tell", "helped", "place")}
    begins, state = lot.choice([None, time(10, 30)]), lot.choice(list(OutingState))
    outing = Outing(entry=entry, outing_date=today(), begins=begins, state=state, **facts)
    things, never, if_asked = lot.things(), lot.maybe(), lot.maybe()
    agreed = lot.random() < 0.7
    said = Entry(
        voice=cast.place(lot.choice(["asha", "ben"])),
        words=disclosures._in_words(things, never, if_asked),
        standing=lot.choice([Standing.AGREED] * 5 + [Standing.DIFFERENT]) if agreed else Standing.PROPOSED,
    )
    made = Disclosure(
        entry=said,
        outing=outing,
        never=never,
        if_asked=if_asked,
        made_at=at,
        agreed_at=at if agreed else None,
        agreed_by=cast.ben if agreed else None,
        replaced_by=Disclosure() if lot.random() < 0.3 else None,
        ended_at=at if agreed and lot.random() < 0.1 else None,
    )
    rows = [MayTell(disclosure=made, position=number, **vars(thing)) for number, thing in enumerate(things, 1)]
    made._prefetched_objects_cache = {"may_tell": rows}
    return made, outing, things


def test_what_leaves_the_two_is_a_part_of_what_both_agreed(cast):
    lot, here, at = Lot(1), cast.reach("asha"), datetime(2027, 1, 1, 12, tzinfo=UTC)
    taken_along = engines["jinja2"].env.get_template("stepping_out/parts/taken_along.html").module.taken_along
    held, outings = 0, []
    for _ in range(AGREEMENTS):
        made, outing, things = an_agreement(lot, cast, at)
        outings.append(outing)
        shown = agreement(here, made)
        ended = made.ended_at is not None or made.entry.standing == Standing.DIFFERENT
        holds = made.agreed_at is not None and made.replaced_by is None and not ended
        allowed = words_in(made.entry.words) if holds else set()
        on_paper = str(taken_along(shown))
        assert words_in(on_paper) == allowed
        _own, *slips = on_paper.split('<div class="told-card slip">')
        assert len(slips) == len({thing.to_whom for thing in things}) * holds
        for slip in slips:
            (whom,) = (whom for whom in WHOM if f"{whom}</span>" in slip)
            assert words_in(slip) == {thing.what for thing in things if thing.to_whom == whom}
        held += bool(slips)
    assert held > AGREEMENTS // 5
    for first in range(0, AGREEMENTS, AT_ONCE):
        some = outings[first : first + AT_ONCE]
        # A calendar says nothing; where its owner chose so, what it is and where, and nothing that was agreed.
        assert words_in(calendar_of(some, at, plain=False).decode()) == set()
        events = Calendar.from_ical(calendar_of(some, at, plain=True)).walk("VEVENT")
        assert [words_in(event.to_ical().decode()) for event in events] == [{one.entry.line, one.place} for one in some]


def test_every_way_out_of_the_pages_holds_no_more_than_the_agreement_that_holds(cast, mailoutbox):
    lot = Lot(2)
    outing = plan(cast, words=lot.word(), days=3)
    reminders.remind_me(**by(cast, "asha"), channel=Channel.EMAIL, hours_before=24)
    asha, holds = signed_in(cast, "asha"), set()
    made = []
    for _ in range(25):
        proposes, agrees = lot.sample(["asha", "ben"], 2)
        said = {"things": lot.things(), "never": lot.maybe(), "if_asked": lot.maybe()}
        made.append(disclosures.propose(**by(cast, proposes), outing=outing, **said))
        if lot.random() < 0.5:
            disclosures.agree(**by(cast, agrees), disclosure=made[-1])
            holds = words_in(made[-1].entry.words)
            if lot.random() < 0.3:
                disclosures.take_back(**by(cast, lot.choice(["asha", "ben"])), disclosure=made[-1])
                holds = set()
        for one in made:
            page = asha.get(address(cast, "disclosure", disclosure_id=one.pk)).content.decode()
            on_paper = _ON_SCREEN.sub("", page.split("<main", 1)[1].split("</main", 1)[0])
            assert words_in(on_paper) <= holds & words_in(one.entry.words)
    for name, ids in (("printed", {}), ("calendar", {"outing_id": outing.pk})):
        assert not words_in(asha.get(address(cast, name, **ids)).content.decode()) - {outing.entry.line}
    reminders.put_out(at=outing.reminders.get().due_at)
    reminders.send(at=outing.reminders.get().due_at)
    assert words_in(f"{mailoutbox[0].subject} {mailoutbox[0].body}") == set()


# What a printer leaves out.
_ON_SCREEN = re.compile(r'<div class="only-screen">.*?\n</div>', re.DOTALL)


def test_nobody_of_another_record_reaches_a_card(cast):
    made = disclosures.propose(**by(cast, "asha"), things=[])

    page = reverse("stepping_out:disclosure", kwargs={"partnership_id": cast.partnership.pk, "disclosure_id": made.pk})
    assert signed_in(cast, "dev").get(page).status_code == 404


def test_what_is_agreed_with_one_contact_stands_beside_what_holds_for_all(cast):
    outing = plan(cast)
    contact = _known(cast)
    for given in ({}, {"contact": contact}):
        told = Thing("That I am deaf" if given else "That I get tired", "Ben", "the walk leader")
        one = disclosures.propose(**by(cast, "asha"), things=[told], outing=outing, **given)
        disclosures.agree(**by(cast, "ben"), disclosure=one)

    said = signed_in(cast, "ben").get(address(cast, "outing", outing_id=outing.pk)).content.decode()

    assert "That I am deaf" in said and "That I get tired" in said and f"With {contact.name}" in said


def test_a_practitioner_chooses_one_of_whom_they_know(cast):
    contact = _known(cast)
    assert contact.name in signed_in(cast, "ben").get(address(cast, "propose")).content.decode()
    assert contact.name not in signed_in(cast, "asha").get(address(cast, "propose")).content.decode()

    sent = {"contact": str(contact.pk), "voice": str(cast.place("asha").pk), "if_asked": "We know each other"}
    signed_in(cast, "ben").post(address(cast, "propose"), sent)

    assert Disclosure.objects.get().contact == contact


def _known(cast):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    return add_contact(by=cast.ben, at=cast.at, team=cast.team, asset=walkers, name="Sam at the desk")
