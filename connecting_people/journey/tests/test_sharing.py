"""What a supporter sees: ticked by the service user, until a day, and taken back at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions, queries
from connecting_people.partnership import actions as partnership_actions


def tick(room, entry, **more):
    day = timezone.localdate() + timedelta(days=30)
    said = {
        "supporter": room.cast.place("cora").pk,
        "entries": [entry.pk],
        "until_day": day.day,
        "until_month": day.month,
        "until_year": day.year,
    }
    return room.post("asha", "sharing", said | more)


def test_a_supporter_sees_what_was_ticked_and_nothing_else(room):
    ticked, other = room.write("asha", "The choir was fun"), room.write("asha", "Not for others")
    assert tick(room, ticked).status_code == 302

    page = room.get("cora", "shared").content.decode()
    assert "The choir was fun" in page and "Not for others" not in page
    for name in ("timeline", "who_looked", "own", "write", "sharing"):
        assert room.get("cora", name).status_code == 404
    assert room.get("cora", "entry", entry_id=ticked.pk).status_code == 404
    assert "The choir was fun" in room.get("asha", "sharing", f"?entry={other.pk}").content.decode()


def test_taken_back_at_once(room):
    entry = room.write("asha", "The choir was fun")
    tick(room, entry)
    share = entry.shares.get()

    assert room.post("asha", "sharing", {"take_back": share.pk}).status_code == 302

    assert "The choir was fun" not in room.get("cora", "shared").content.decode()
    assert room.post("asha", "sharing", {"take_back": share.pk}).status_code == 404
    assert room.post("asha", "sharing", {"take_back": "x"}).status_code == 404


def test_the_day_passes_by_itself(room):
    entry = room.write("asha", "The choir was fun")
    tick(room, entry)

    later = timezone.now() + timedelta(days=31)

    assert queries.shared_with(room.cast.place("cora"), timezone.now()).count() == 1
    assert queries.shared_with(room.cast.place("cora"), later).count() == 0
    assert queries.shares_of(room.partnership, later).count() == 0


@pytest.mark.parametrize("wrong", [{"until_year": 2020}, {"until_year": 2199}, {"supporter": ""}, {"entries": []}])
def test_bad_input(room, wrong):
    assert tick(room, room.write("asha"), **wrong).status_code == 422


def test_only_the_service_user_chooses(room):
    entry = room.write("asha")
    given = {"at": timezone.now(), "supporter": room.cast.place("cora")}

    assert room.get("ben", "sharing").status_code == 404
    with pytest.raises(NotAllowed):
        actions.share_with_supporter(
            by=room.cast.ben, entry=room.as_seen_by("ben", entry), until_date=timezone.localdate(), **given
        )
    with pytest.raises(NotAllowed):
        actions.stop_sharing(by=room.cast.ben, entry=room.as_seen_by("ben", entry), **given)
    with pytest.raises(actions.CannotMove):
        actions.share_with_supporter(
            by=room.cast.asha, entry=room.as_seen_by("asha", entry), until_date=timezone.localdate(),
            at=timezone.now(), supporter=room.cast.place("ben"),
        )  # fmt: skip


@pytest.mark.parametrize("days", [-1, 91])
def test_at_most_three_months(room, days):
    with pytest.raises(actions.WrongDay):
        actions.share_with_supporter(
            by=room.cast.asha,
            at=timezone.now(),
            entry=room.as_seen_by("asha", room.write("asha")),
            supporter=room.cast.place("cora"),
            until_date=timezone.localdate() + timedelta(days=days),
        )


def test_other_words_than_were_ticked_are_not_shown(room):
    entry = room.write("ben", "She was brave")
    tick(room, entry)

    actions.reword(by=room.cast.ben, at=timezone.now(), entry=room.as_seen_by("ben", entry), words="More", version=1)

    assert not entry.shares.exists()


def test_without_a_supporter_the_page_says_how_to_ask_one_in(room):
    cora = room.cast.place("cora")
    partnership_actions.stop_taking_part(
        by=room.cast.asha, at=timezone.now(), partnership=room.cast.reach("asha"), place=cora
    )

    assert "Ask one in first" in room.get("asha", "sharing").content.decode()
    assert room.get("cora", "shared").status_code == 404


def test_a_supporter_with_nothing_yet(room):
    assert "shares what they like" in room.get("cora", "shared").content.decode()
    assert room.get("asha", "shared").status_code == 404
