"""Who has looked, told day by day."""

from datetime import timedelta

from django.utils import timezone

from connecting_people.journey.looks import looks
from connecting_people.partnership import actions as partnership_actions
from connecting_people.partnership.queries import partnership_for


def test_both_see_who_opened_what_and_who_wrote(room):
    room.write("asha")
    room.get("ben", "timeline")
    room.get("asha", "promises")

    for name in ("asha", "ben"):
        page = room.get(name, "who_looked").content.decode()
        assert "Ben" in page and "the journey" in page
        assert "what each will do" in page
        assert "Wrote: Note" in page


def test_an_urgent_look_stands_out_with_its_reason(room):
    cast = room.cast
    now = timezone.now()
    partnership_actions.look_urgently(
        by=cast.ela, at=now, partnership=cast.partnership, reason="Not answering the phone"
    )
    room.get("ela", "timeline")

    page = room.get("asha", "who_looked").content.decode()

    assert "will--urgent" in page and "Not answering the phone" in page and "Ela" in page


def test_a_supporters_look_is_there(room):
    room.get("cora", "shared")

    page = room.get("asha", "who_looked").content.decode()

    assert "Cora" in page and "what was shared with them" in page


def test_acts_that_came_later_are_in_words(room):
    entry = room.write("ben", standing="proposed")
    room.post("asha", "agree", {}, entry_id=entry.pk)

    assert "Agreed." in room.get("ben", "who_looked").content.decode()


def test_acts_that_came_beside_others_say_so(room):
    entry = room.write("ben", standing="proposed")
    room.get("asha", "timeline")
    room.post("asha", "agree", {}, entry_id=entry.pk)

    assert "Also agreed" in room.get("ben", "who_looked").content.decode()


def test_older_days_come_on_the_next_page(room, monkeypatch):
    monkeypatch.setattr("connecting_people.journey.looks.EACH", 4)
    cast = room.cast
    now = timezone.now()
    for days in (3, 3, 2, 2, 1, 1):
        partnership_for(cast.ben, cast.partnership.pk, at=now - timedelta(days=days), page="timeline")
    reached = cast.reach("asha")

    first, older = looks(reached)
    second, rest = looks(reached, older)

    assert [day.when for day in (*first, *second)] == [room.days_ago(n) for n in (1, 2, 3)]
    assert rest is None
    assert "?until=" in room.get("asha", "who_looked").content.decode()
    assert room.get("asha", "who_looked", f"?until={older}").status_code == 200
    assert room.get("asha", "who_looked", "?until=x").status_code == 200


def test_one_very_full_day_comes_in_part(room, monkeypatch):
    monkeypatch.setattr("connecting_people.journey.looks.EACH", 2)
    cast = room.cast
    for _n in range(5):
        partnership_for(cast.ben, cast.partnership.pk, at=cast.at, page="timeline")

    days, older = looks(cast.reach("asha"))

    assert [day.when for day in days] == [cast.at.date()]
    assert older == cast.at.date() - timedelta(days=1)


def test_many_days_come_in_turn_and_none_is_left_out(room, monkeypatch):
    monkeypatch.setattr("connecting_people.journey.looks.DAYS", 2)
    cast = room.cast
    now = timezone.now()
    for days in (5, 4, 3, 2, 1):
        partnership_for(cast.ben, cast.partnership.pk, at=now - timedelta(days=days), page="timeline")
    reached = cast.reach("asha")

    seen, older = looks(reached)
    while older:
        more, older = looks(reached, older)
        seen += more

    assert [day.when for day in seen] == [room.days_ago(n) for n in (1, 2, 3, 4, 5)]
