"""Fills a database in bulk with as many partnerships as a country has, with entries as they are written."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection

from connecting_people.audit.models import Chain, SubjectKey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import pack
from connecting_people.partnership.models import Change, Participant, Partnership
from connecting_people.people.models import Agency, Membership, Team, User

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PARTNERSHIPS_PER_AGENCY = 100
PRACTITIONERS_PER_AGENCY = 10
ENTRIES_PER_PARTNERSHIP = 50
LINES = (
    "We walked to the allotment and met the people who keep the next plot",
    "I rang my cousin; we will have tea on Sunday",
    "The choir meets on Thursdays, and the hall has a ramp",
    "We tried the number 42 bus together at a quiet time of day",
    "I would like to mend bicycles again, as I did in Leeds",
    "Too many people at once today; next time we go in earlier",
)


@dataclass
class Filled:
    """What stands in the database, and who may open what: ids of practitioners, partnerships and their places."""

    agencies: int
    partnerships: int
    entries: int
    pairs: list[tuple[str, str, str]]


def fill(agencies: int, already: Filled | None = None) -> Filled:
    """Add agencies with their partnerships until there are `agencies`; return what there is then."""
    filled = already or Filled(0, 0, 0, [])
    for number in range(filled.agencies, agencies):
        filled.pairs += _agency(number)
    filled.agencies = agencies
    filled.partnerships = agencies * PARTNERSHIPS_PER_AGENCY
    filled.entries = filled.partnerships * ENTRIES_PER_PARTNERSHIP
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return filled


def _agency(number: int) -> list[tuple[str, str, str]]:
    chance = random.Random(number)
    agency = Agency.objects.create(name=f"Agency {number}", setting="mental_health", made_at=AT)
    team = Team.objects.create(agency=agency, name="Team")
    staff = _users(f"p{number}", PRACTITIONERS_PER_AGENCY)
    people = _users(f"s{number}", PARTNERSHIPS_PER_AGENCY)
    Membership.objects.bulk_create(
        Membership(agency=agency, team=team, user=user, role="practitioner", began_at=AT) for user in staff
    )
    Membership.objects.bulk_create(
        Membership(agency=agency, user=user, role="service_user", began_at=AT) for user in people
    )
    Chain.objects.create(agency_id=agency.pk)
    partnerships = Partnership.objects.bulk_create(Partnership(agency=agency, team=team, made_at=AT) for _ in people)
    SubjectKey.objects.bulk_create(SubjectKey(subject_id=p.pk, key=chance.randbytes(32)) for p in partnerships)
    places = []
    for index, (partnership, person) in enumerate(zip(partnerships, people, strict=True)):
        lead = staff[index % PRACTITIONERS_PER_AGENCY]
        places.append((_place(partnership, "service_user", person), _place(partnership, "lead", lead)))
    Participant.objects.bulk_create(place for pair in places for place in pair)
    Change.objects.bulk_create(
        Change(agency=agency, partnership=p, kind="began", at=AT, by=pair[1].user, about=pair[0])
        for p, pair in zip(partnerships, places, strict=True)
    )
    Entry.objects.bulk_create(
        (_entry(chance, p, pair, n) for p, pair in zip(partnerships, places, strict=True) for n in _each()),
        batch_size=2000,
    )
    return [(str(pair[1].user_id), str(p.pk), str(pair[1].pk)) for p, pair in zip(partnerships, places, strict=True)]


def _users(prefix: str, count: int) -> list[User]:
    return User.objects.bulk_create(
        User(name=f"{prefix} {n}", email=f"{prefix}.{n}@example.org", password="!", joined_at=AT) for n in range(count)
    )


def _place(partnership: Partnership, part: str, user: User) -> Participant:
    return Participant(
        agency_id=partnership.agency_id, partnership=partnership, part=part, user=user, name=user.name, joined_at=AT
    )


def _each() -> range:
    return range(ENTRIES_PER_PARTNERSHIP)


def _entry(
    chance: random.Random, partnership: Partnership, places: tuple[Participant, Participant], number: int
) -> Entry:
    voice = chance.choice(places)
    at = AT + timedelta(days=7 * number, minutes=chance.randrange(400))
    line = chance.choice(LINES)
    return Entry(
        agency_id=partnership.agency_id,
        partnership=partnership,
        happened_date=date.fromordinal(at.date().toordinal()),
        written_at=at,
        by=voice.user,
        voice=voice,
        steps=pack([1 + number % 8]),
        processes=pack([1 + number % 11]),
        kind="note",
        line=line,
        words=f"{line}. " * 3,
    )
