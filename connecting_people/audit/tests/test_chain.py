"""Whatever is changed, taken out or cut off in the audit is found."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.audit import actions, checkpoints, queries
from connecting_people.audit.models import Chain, Event, SubjectKey
from connecting_people.audit.rules import Link, content_mac, link_hash
from connecting_people.core.london import day_of

pytestmark = pytest.mark.django_db
AGENCY, SUBJECT, ACTOR = (UUID(int=number) for number in (1, 2, 3))
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_checkpoints(settings, tmp_path):
    settings.AUDIT_CHECKPOINTS = tmp_path / "checkpoints"


@pytest.fixture
def days(django_capture_on_commit_callbacks):
    """Five events on each of three days."""
    for day in range(3):
        for number in range(5):
            with django_capture_on_commit_callbacks(execute=True):
                act(at=NOON + timedelta(days=day, minutes=number))


def act(at=NOON, **more):
    given = {
        "by": ACTOR,
        "agency_id": AGENCY,
        "act": "read: timeline",
        "subject_id": SUBJECT,
        "content": {"words": "x"},
    }
    return actions.record(at=at, **given | more)


def verify(*agencies):
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_audit", *agencies, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue() + err.getvalue()
    return 0, out.getvalue() + err.getvalue()


def test_a_chain_as_it_was_written(days):
    code, says = verify()

    assert code == 0
    assert "15 events, all as it was written." in says


@pytest.mark.parametrize(
    "change",
    [
        {"act": "read: people"}, {"actor_id": uuid4()}, {"at": NOON}, {"subject_id": uuid4()},
        {"target_id": uuid4()}, {"content_mac": "0" * 64}, {"hash": "0" * 64},
    ],
)  # fmt: skip
def test_a_changed_row(days, change):
    Event.objects.filter(number=7).update(**change)

    code, says = verify()

    assert code == 1
    assert "Event 7 was changed." in says


def test_a_deleted_row(days):
    Event.objects.filter(number=7).delete()

    code, says = verify()

    assert code == 1
    assert "Events 7 to 7 are missing." in says
    assert "was changed" not in says


def test_a_cut_tail(days):
    Event.objects.filter(number__gt=12).delete()

    assert list(queries.faults(AGENCY)) == [
        "The chain does not end where it should: event 12 is the last that is there."
    ]


def test_a_cut_tail_with_a_mended_end_is_found_through_the_checkpoint(days):
    Event.objects.filter(number__gt=8).delete()
    Chain.objects.update(length=8, last_hash=Event.objects.get(number=8).hash)

    code, says = verify()

    assert code == 1
    assert "The checkpoint of 2026-03-05 (event 10) does not match" in says


def test_a_chain_written_anew_is_found_through_the_checkpoint(days):
    previous = ""
    for event in Event.objects.order_by("number"):
        event.actor_id = uuid4()
        link = Link(**{name: getattr(event, name) for name in Link.__dataclass_fields__})
        event.hash = previous = link_hash(previous, link)
        event.save()
    Chain.objects.update(last_hash=previous)

    assert any("checkpoint" in fault for fault in queries.faults(AGENCY))


def test_all_of_an_agency_taken_away(days):
    Event.objects.all().delete()
    Chain.objects.all().delete()

    code, says = verify()

    assert code == 1
    assert str(AGENCY) in says


def test_events_without_a_chain(days):
    Chain.objects.all().delete()

    assert len(list(queries.faults(AGENCY))) == 1


def test_one_agency_of_several(days):
    act(agency_id=SUBJECT)
    Event.objects.filter(agency_id=AGENCY, number=3).delete()

    assert verify(str(SUBJECT))[0] == 0
    assert verify(str(AGENCY))[0] == 1


def test_forgetting_somebody_keeps_the_chain(days):
    mac = Event.objects.get(number=1).content_mac
    key = SubjectKey.objects.get(pk=SUBJECT).key

    actions.forget(by=ACTOR, at=NOON + timedelta(days=3), agency_id=AGENCY, subject_id=SUBJECT)

    assert verify()[0] == 0
    assert content_mac(bytes(key), {"words": "x"}) == mac
    assert not SubjectKey.objects.exists()
    assert queries.about(SUBJECT, acts=("forgotten",)).count() == 1


def test_each_subject_has_a_key_of_its_own(days):
    act(subject_id=ACTOR)

    macs = {Event.objects.get(number=1).content_mac, Event.objects.get(number=16).content_mac}

    assert len(macs) == 2


def test_an_event_goes_with_the_transaction_it_tells_of(days):
    with pytest.raises(RuntimeError), transaction.atomic():
        act()
        raise RuntimeError

    assert queries.length(AGENCY) == 15
    assert verify()[0] == 0


def test_checkpoints_are_of_each_day_but_the_first(days):
    assert [mark.length for mark in checkpoints.read(AGENCY)] == [5, 10]
    assert checkpoints.read(ACTOR) == []


def test_newest_first(days):
    assert [event.number for event in queries.in_agency(AGENCY)][:2] == [15, 14]
    assert queries.about(SUBJECT).first().number == 15


LINKS = st.builds(
    Link,
    agency_id=st.uuids(),
    number=st.integers(1, 2**40),
    at=st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)),
    actor_id=st.none() | st.uuids(),
    act=st.from_regex(r"[a-z :]{1,60}", fullmatch=True),
    subject_id=st.uuids(),
    target_id=st.none() | st.uuids(),
    content_mac=st.just(""),
)


@given(LINKS, LINKS)
def test_other_links_have_other_hashes(one, other):
    assert (link_hash("", one) == link_hash("", other)) == (one == other)
    assert link_hash("x", one) != link_hash("", one)


def test_the_day_is_a_day_in_london():
    assert day_of(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)).day == 2
