"""The invented agency, played once for all of these tests."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from connecting_people.audit.queries import faults
from connecting_people.config.demo import director
from connecting_people.core.demo import PlayError, parse
from connecting_people.core.london import LONDON, day_of
from connecting_people.getting_started.models import NotNow, NotNowBefore
from connecting_people.journey.models import Entry, OtherView, Promise, SkillSeen
from connecting_people.journey.queries import shared_with, who_looked
from connecting_people.journey.rules import Kind, Outcome, Standing, unpack
from connecting_people.partnership.models import Change, Participant, Partnership, UrgentLook
from connecting_people.partnership.rules import Kind as Happened
from connecting_people.partnership.rules import Part, State
from connecting_people.people.demo import CAST, PASSWORD, STAFF
from connecting_people.people.models import Agency, CrisisContact, Team, User
from connecting_people.people.queries import crisis
from connecting_people.review.models import Frozen, Said

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

TODAY = date(2026, 3, 18)
AT = datetime(2026, 3, 18, 12, tzinfo=LONDON)


@pytest.fixture(scope="module")
def played(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[int]:
    """Play the demo once; what it made is gone after this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        # The quick hasher that every test has from conftest is not there yet when this begins.
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            acts = director.play(TODAY)
        yield acts
        transaction.set_rollback(True)


@pytest.fixture
def demo(settings: Any) -> None:
    """Say that this is demo mode, which it never is in other tests."""
    settings.DEMO = True


def ashas() -> Partnership:
    return Participant.objects.get(user__email="asha@example.org", part=Part.SERVICE_USER).partnership


def test_a_used_database_is_left_alone(played: int, demo: None) -> None:
    before = Entry.objects.count()
    with pytest.raises(CommandError, match="holds something already") as told:
        call_command("demo", stdout=StringIO())
    assert told.value.returncode == 2
    assert "\n" not in str(told.value)
    assert Entry.objects.count() == before


@pytest.mark.django_db
def test_a_real_installation_has_no_demo() -> None:
    with pytest.raises(CommandError, match="demo mode") as told:
        call_command("demo", stdout=StringIO())
    assert told.value.returncode == 2
    assert not Agency.objects.exists()


@pytest.mark.django_db
def test_a_day_that_lies_ahead_is_asked_for_again(demo: None) -> None:
    ahead = day_of(timezone.now()) + timedelta(days=2)
    with pytest.raises(CommandError, match="day that has come") as told:
        call_command("demo", f"--date={ahead}", stdout=StringIO())
    assert told.value.returncode == 2


@pytest.mark.parametrize("day", [TODAY + timedelta(days=number) for number in range(0, 365, 37)])
def test_the_same_day_gives_the_same_play(day: date) -> None:
    play = director.lines(day)
    assert play == director.lines(day)
    assert all(line.at.astimezone(LONDON).date() < day for line in play)


@pytest.mark.parametrize("day", [TODAY, date(2022, 12, 30), date(2023, 1, 12), date(2025, 12, 29)])
def test_staff_keep_office_hours(day: date) -> None:
    staff = {name for name, _role, _place in STAFF}
    for line in director.lines(day):
        if line.who in staff:
            assert line.at.weekday() < 5, line
            assert 8 <= line.at.hour < 18, line
            assert (line.at.month, line.at.day) not in ((12, 25), (12, 26), (1, 1)), line


def test_the_stories_are_written_in_the_order_of_time() -> None:
    for path in director.STORIES.glob("*.txt"):
        moments = [line.at for line in parse(path.read_text(encoding="utf-8"), path.stem, TODAY)]
        assert moments == sorted(set(moments)), path.stem


@pytest.mark.parametrize("text", ["then tue 10:00 ben note", "3 someday 10:00 ben note", "3 tue 10:00 ben note loose"])
def test_a_line_that_is_no_line_is_named(text: str) -> None:
    with pytest.raises(PlayError, match=r"asha: .* is no line of the play"):
        list(parse(text, "asha", TODAY))


def test_two_agencies_three_teams_and_forty_people(played: int) -> None:
    assert set(Agency.objects.values_list("name", flat=True)) == {"Riverside Community Support", "Hillside Together"}
    assert Team.objects.count() == 3
    assert Partnership.objects.count() == 40
    assert Agency.objects.get(name="Hillside Together").service_users_word == "members"


def test_the_cast_can_all_sign_in(played: int) -> None:
    for name in CAST:
        assert User.objects.get(email=f"{name}@example.org").check_password(PASSWORD)
    assert not User.objects.get(email="jo@example.org").memberships.exists()


def test_every_agency_says_whom_to_ring(played: int) -> None:
    for agency in Agency.objects.all():
        information, contacts = crisis(agency.pk)
        assert information is not None
        assert contacts
    assert all(contact.phone.startswith("01632 960") for contact in CrisisContact.objects.all())


def test_the_chains_hold(played: int) -> None:
    for agency in Agency.objects.all():
        assert list(faults(agency.pk)) == []


def test_nothing_lies_in_the_future(played: int) -> None:
    midnight = datetime(2026, 3, 18, tzinfo=LONDON)
    assert not Entry.objects.filter(written_at__gte=midnight).exists()
    assert not Entry.objects.filter(happened_date__gte=TODAY).exists()
    assert not Change.objects.filter(at__gte=midnight).exists()


def test_asha_and_ben_have_been_in_all_eight_steps(played: int) -> None:
    entries = Entry.objects.filter(partnership=ashas())
    assert entries.count() > 45
    assert {step for entry in entries for step in unpack(entry.steps)} == set(range(1, 9))
    assert {process for entry in entries for process in unpack(entry.processes)} == set(range(1, 12))


def test_cora_sees_what_asha_ticked(played: int) -> None:
    cora = Participant.objects.get(user__email="cora@example.org")
    assert shared_with(cora, AT).count() >= 5


def test_asha_sees_who_looked(played: int) -> None:
    names = dict(User.objects.values_list("pk", "name"))
    looks = who_looked(ashas())
    assert {names[look.actor_id] for look in looks} == {"Asha", "Ben", "Cora", "Ela"}
    assert [names[look.actor_id] for look in looks if look.urgent] == ["Ela"]


def test_lives_differ(played: int) -> None:
    assert set(Partnership.objects.values_list("state", flat=True)) == set(State)
    assert Change.objects.filter(kind=Happened.CAME_BACK, step=4).exists()
    assert Change.objects.filter(kind=Happened.HANDED_OVER).exists()
    assert Participant.objects.filter(part=Part.COVER, until_date__gte=TODAY).exists()
    assert UrgentLook.objects.count() == 1
    assert NotNow.objects.filter(over_at=None, ask_again_date__gte=TODAY).exists()
    assert NotNowBefore.objects.count() == 3
    assert Entry.objects.filter(standing=Standing.DIFFERENT).exists()
    assert OtherView.objects.filter(agrees=True).exists()
    assert Entry.objects.filter(as_said=True, confirmed_at=None).exists()
    assert Entry.objects.filter(as_said=True).exclude(confirmed_at=None).exists()
    assert Participant.objects.filter(part=Part.SERVICE_USER, user=None).count() > 5


def test_every_kind_of_entry_is_there(played: int) -> None:
    assert set(Kind) <= set(Entry.objects.values_list("kind", flat=True))
    assert set(Promise.objects.values_list("outcome", flat=True)) == set(Outcome)
    assert Promise.objects.filter(outcome=Outcome.OPEN, due_date__range=(TODAY, TODAY + timedelta(days=7))).exists()
    assert set(SkillSeen.objects.values_list("answer", flat=True)) >= {"", "yes"}
    kept = set(Entry.objects.exclude(kept_by=None).values_list("kept_by__part", flat=True))
    assert kept == {Part.SERVICE_USER, Part.LEAD}


def test_both_look_back_and_the_agency_reads_what_was_shared(played: int) -> None:
    from connecting_people.review.queries import named_views, unnamed_views

    riverside = Agency.objects.get(name__startswith="Riverside")
    assert Frozen.objects.filter(entry__standing=Standing.AGREED).count() >= 2
    assert set(Said.objects.values_list("entry__voice__part", flat=True)) >= {Part.SERVICE_USER, Part.LEAD}
    assert named_views(riverside.pk)
    assert len(unnamed_views(riverside.pk, TODAY)) >= 8
