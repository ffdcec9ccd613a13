"""What one keeps to oneself is nowhere in what the other sees."""

import pytest
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions, queries
from connecting_people.journey.permissions import can_answer, can_read, visible_to

SEEN_BY_THE_OTHER = ["timeline", "ask", "promises", "skills", "feedback", "support", "own", "who_looked", "write"]


def test_the_other_finds_nothing_of_it(room):
    entry = room.write("asha", "A secret hope", kept=True)

    for page in ("entry", "reword", "see_differently", "agree", "confirm", "share_own", "answer"):
        assert room.get("ben", page, entry_id=entry.pk).status_code == 404
    assert "A secret hope" not in room.get("ben", "timeline", "?print=1").content.decode()
    assert "A secret hope" in room.get("asha", "own").content.decode()
    assert "Only you see this" in room.get("asha", "timeline").content.decode()


@pytest.mark.parametrize("keeper, other", [("asha", "ben"), ("ben", "asha")])
def test_twins_alike_but_for_what_one_keeps_are_the_same_to_the_other(room, plain, keeper, other):
    room.write(keeper, "Shared")
    before = {page: plain(room.get(other, page)) for page in SEEN_BY_THE_OTHER}

    room.post(keeper, "own", {"words": "Mine alone"})
    kept = room.partnership.entries.get(words="Mine alone")
    room.get(keeper, "own")
    room.get(keeper, "write")
    room.get(keeper, "entry", entry_id=kept.pk)
    room.post(keeper, "reword", {"words": "Mine alone still", "version": "1"}, entry_id=kept.pk)
    room.post(keeper, "write", {"words": "And this", "kept": "on", "voice": room.cast.place(keeper).pk})
    reply = {"words": "On second thoughts", "about": str(kept.pk), "voice": room.cast.place(keeper).pk}
    room.post(keeper, "write", reply)
    assert room.partnership.entries.filter(kept_by__user=room.cast.user(keeper)).count() == 3

    after = {page: plain(room.get(other, page)) for page in SEEN_BY_THE_OTHER}
    for page in SEEN_BY_THE_OTHER:
        assert without_clock(after[page]) == without_clock(before[page]), page


def without_clock(page):
    """Leave out the other's own looks, which this test itself adds to their day."""
    import re

    return re.sub(r"Opened: [^<.]*\. ?|\d\d:\d\d|between|and ", "", page)


def test_a_shared_one_does_not_show_what_it_said_before(room):
    entry = room.write("asha", "Raw words", kept=True)
    room.post("asha", "reword", {"words": "Kinder words", "version": "1"}, entry_id=entry.pk)

    assert room.post("asha", "share_own", {}, entry_id=entry.pk).status_code == 302

    seen = room.get("ben", "entry", entry_id=entry.pk).content.decode()
    assert "Kinder words" in seen and "Raw words" not in seen
    assert "Raw words" in room.get("asha", "entry", entry_id=entry.pk).content.decode()
    assert room.get("asha", "share_own", entry_id=entry.pk).status_code == 404


def test_what_is_said_about_a_private_entry_is_private(room):
    entry = room.write("asha", "Mine", kept=True)
    reply = room.write("asha", "More of it", about=entry)

    assert reply.kept_by_id == room.cast.place("asha").pk
    room.post("asha", "share_own", {}, entry_id=reply.pk)
    page = room.get("ben", "entry", entry_id=reply.pk).content.decode()
    assert "More of it" in page and "Mine" not in page


def test_nobody_keeps_anothers_words_or_replies_to_what_they_cannot_see(room):
    reached = room.cast.reach("ben")
    asha = room.cast.place("asha")
    hers = room.write("asha", kept=True)
    given = {"by": room.cast.ben, "at": timezone.now(), "partnership": reached, "kind": "note", "line": "x"}

    for wrong in (
        {"kept_by": asha},
        {"kept_by": reached.me, "voice": asha},
        {"kept_by": reached.me, "standing": "proposed"},
        {"about": hers},
        {"about": room.write("asha"), "voice": room.cast.place("cora")},
    ):
        with pytest.raises(NotAllowed):
            actions.record(**given, **wrong)


def test_a_reply_is_about_something_in_the_same_record(room):
    cast = room.cast
    hanas = actions.record(by=cast.dev, at=cast.at, partnership=cast.reach("dev", cast.hanas), kind="note", line="x")

    with pytest.raises(NotAllowed, match="not in this record"):
        room.write("asha", about=hanas)


def test_the_check_and_the_set_agree_over_the_cast(room):
    entries = [room.write("asha"), room.write("asha", kept=True), room.write("ben", kept=True)]
    rows = room.partnership.entries.all()

    for place in (room.cast.place("asha"), room.cast.place("ben"), room.cast.place("cora"), None):
        seen = set(visible_to(place, rows).values_list("pk", flat=True))
        assert seen == {entry.pk for entry in entries if can_read(place, entry)}


def test_private_ones_wait_for_nobody(room):
    room.write("ben", "proposed", standing="proposed")
    room.write("ben", "kept", kept=True)
    room.write("ben", "as she said", voice=room.cast.place("asha"))
    reached = room.cast.reach("asha")

    assert {e.words for e in queries.waiting_for(reached, reached.me)} == {"proposed", "as she said"}
    bens = room.cast.reach("ben")
    assert not queries.waiting_for(bens, bens.me)
    assert {e.words for e in queries.waiting_for(bens, room.cast.place("asha"))} == {"proposed", "as she said"}


def test_a_private_entry_cannot_be_shown_to_a_supporter(room):
    entry = room.write("asha", kept=True)

    with pytest.raises(actions.CannotMove):
        actions.share_with_supporter(
            by=room.cast.asha,
            at=timezone.now(),
            entry=room.as_seen_by("asha", entry),
            supporter=room.cast.place("cora"),
            until_date=timezone.now().date(),
        )


def test_what_one_keeps_is_not_to_be_answered_even_in_ones_own_old_words(room):
    entry = room.write("asha", kept=True)
    entry.kept_by, entry.voice = room.cast.place("asha"), room.cast.place("ben")

    assert not can_answer(room.cast.place("asha"), entry)
