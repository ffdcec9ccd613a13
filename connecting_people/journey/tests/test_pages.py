"""Each page, for each of the cast."""

import pytest

from connecting_people.journey import actions
from connecting_people.partnership import actions as partnership_actions

OPEN_TO_BOTH = [
    "timeline",
    "write",
    "ask",
    "promises",
    "promise",
    "skills",
    "see_skill",
    "feedback",
    "support",
    "own",
    "who_looked",
]
READABLE_IN_A_LOOK = ["timeline", "ask", "promises", "skills", "feedback", "support", "who_looked"]


@pytest.mark.parametrize("page", OPEN_TO_BOTH)
@pytest.mark.parametrize("name", ["asha", "ben"])
def test_both_open_every_page(room, page, name):
    room.write("asha")
    room.write("ben", "Rang the garden club", steps=[3, 4], processes=[6], voice=room.cast.place("asha"))

    response = room.get(name, page)

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", [*OPEN_TO_BOTH, "sharing", "shared"])
@pytest.mark.parametrize("name", ["dev", "ela", "gwen", "kit", "hana", "ivan", "jo"])
def test_everybody_else_finds_nothing(room, page, name):
    assert room.get(name, page).status_code == 404
    if page not in ("timeline", "promises", "skills", "who_looked", "shared"):
        assert room.post(name, page, {"words": "x"}).status_code == 404


def test_a_look_reads_and_writes_nothing(room):
    cast = room.cast
    entry = room.write("asha")
    room.write("ben", "my own", kept=True)
    partnership_actions.look_urgently(
        by=cast.ela,
        at=cast.at.__class__.now(cast.at.tzinfo),
        partnership=cast.partnership,
        reason="A worry about tonight",
    )

    for page in READABLE_IN_A_LOOK:
        shown = room.get("ela", page)
        assert shown.status_code == 200
        assert "<textarea" not in shown.content.decode()
        assert "my own" not in shown.content.decode()
    assert room.get("ela", "entry", entry_id=entry.pk).status_code == 200
    for page in ("write", "promise", "see_skill", "own", "sharing", "shared"):
        assert room.get("ela", page).status_code == 404
    for page in ("reword", "see_differently", "agree", "confirm", "share_own", "answer"):
        assert room.get("ela", page, entry_id=entry.pk).status_code == 404
    for page in ("write", "ask", "feedback", "support", "own", "draft"):
        assert room.post("ela", page, {"words": "x"}).status_code == 404


def test_nothing_locks_while_paused_or_away(room):
    cast = room.cast
    for move in (partnership_actions.pause, partnership_actions.leave):
        move(by=cast.asha, at=cast.at, partnership=cast.reach("asha"))

        assert room.post("asha", "write", {"words": "Thinking of you"}).status_code == 302
        assert (
            room.post("ben", "write", {"words": "The door is open", "voice": cast.place("ben").pk}).status_code == 302
        )
        assert room.get("ben", "timeline").status_code == 200


def test_a_quick_note_is_a_line_and_a_click(room):
    response = room.post("asha", "write", {"words": "We met by the river"})

    assert response.status_code == 302
    assert "We met by the river" in room.get("ben", "timeline").content.decode()


def test_a_note_with_everything(room):
    said = {
        "words": "She said she would like to sing",
        "voice": room.cast.place("asha").pk,
        "happened_day": "1", "happened_month": "march", "happened_year": "2025",
        "steps": ["3", "4"], "processes": ["1"], "proposed": "on",
    }  # fmt: skip

    assert room.post("ben", "write", said).status_code == 302

    page = room.get("asha", "timeline").content.decode()
    assert "Said by Asha, written down by Ben" in page
    assert "March 2025" in page
    assert "Proposed" in page


def test_bad_input_keeps_the_words(room):
    said = {
        "words": "Long words that took a while",
        "happened_day": "31",
        "happened_month": "2",
        "happened_year": "2025",
        "kept": "on",
        "proposed": "on",
    }

    response = room.post("asha", "write", said)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Long words that took a while" in page
    assert "there is no such day" in page
    assert "Choose one of the two" in page


def test_only_ones_own_words_can_be_kept(room):
    response = room.post("ben", "write", {"words": "x", "voice": room.cast.place("asha").pk, "kept": "on"})

    assert response.status_code == 422
    assert "Only your own words" in response.content.decode()


def test_a_double_click_makes_one_entry(room):
    client = room.signed_in("asha")
    said = {"words": "Once", "once": "8f14e45f-ceea-467f-a0e6-1e6e1f1b2c3d"}

    first, second = client.post(room.url("write"), said), client.post(room.url("write"), said)

    assert (first.status_code, second.status_code) == (302, 302)
    assert room.partnership.entries.count() == 1


def test_the_step_is_ticked_where_one_came_from_a_step(room):
    page = room.get("asha", "write", "?step=4").content.decode()

    assert 'value="4" checked' in page.replace("\n", " ").replace("  ", " ") or "checked" in page
    assert room.get("asha", "write", "?step=nonsense").status_code == 200


def test_an_entry_shows_what_each_said(room):
    entry = room.write("ben", "I propose the choir", standing="proposed")

    assert room.post("asha", "see_differently", {"words": "I want to be outside"}, entry_id=entry.pk).status_code == 302
    page = room.get("ben", "entry", entry_id=entry.pk).content.decode()

    assert "Seen differently" in page
    assert "I want to be outside" in page and "I propose the choir" in page
    assert room.post("asha", "agree", {}, entry_id=entry.pk).status_code == 302
    assert "I agree." in room.get("ben", "entry", entry_id=entry.pk).content.decode()


@pytest.mark.parametrize("page", ["see_differently", "agree"])
def test_ones_own_words_are_not_to_be_answered(room, page):
    entry = room.write("ben", standing="proposed")

    assert room.get("ben", page, entry_id=entry.pk).status_code == 404
    assert room.get("asha", page, entry_id=entry.pk).status_code == 200


def test_what_was_written_down_for_somebody_waits_for_their_yes(room):
    entry = room.write("ben", "I like birds", voice=room.cast.place("asha"))

    assert room.get("ben", "confirm", entry_id=entry.pk).status_code == 404
    assert "Yes, I said that" in room.get("asha", "confirm", entry_id=entry.pk).content.decode()
    assert room.post("asha", "confirm", {}, entry_id=entry.pk).status_code == 302
    assert "says this is right" in room.get("ben", "entry", entry_id=entry.pk).content.decode()
    assert room.get("ben", "reword", entry_id=entry.pk).status_code == 404


def test_a_stale_edit_shows_both_texts_and_loses_nothing(room):
    entry = room.write("asha", "First")
    old = {"words": "Mine, typed for a while", "version": "1"}
    room.post("asha", "reword", {"words": "Second", "version": "1"}, entry_id=entry.pk)

    response = room.post("asha", "reword", old, entry_id=entry.pk)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Second" in page and "Mine, typed for a while" in page
    assert 'value="2"' in page
    assert room.post("asha", "reword", old | {"version": "2"}, entry_id=entry.pk).status_code == 302
    assert "Second" in room.get("ben", "entry", entry_id=entry.pk).content.decode()


def test_rewording_without_words_says_so(room):
    entry = room.write("asha", "First")

    assert room.post("asha", "reword", {"words": " ", "version": "1"}, entry_id=entry.pk).status_code == 422
    assert room.get("ben", "reword", entry_id=entry.pk).status_code == 404


def test_asking_and_answering(room):
    page = room.get("asha", "ask").content.decode()
    assert "not for emergencies" in page and "Nobody reads it at once" in page

    assert room.post("asha", "ask", {"words": "Which bus?"}).status_code == 302
    question = room.partnership.entries.get()
    assert "Which bus?" in room.get("ben", "ask").content.decode()
    assert room.get("asha", "answer", entry_id=question.pk).status_code == 200
    own = room.post("asha", "answer", {"words": "Me"}, entry_id=question.pk)
    assert own.status_code == 422
    said = {"words": "The 14", "voice": room.cast.place("ben").pk}
    assert room.post("ben", "answer", said, entry_id=question.pk).status_code == 302
    assert "The 14" in room.get("asha", "entry", entry_id=question.pk).content.decode()
    assert "Which bus?" not in room.get("ben", "ask").content.decode()


def test_only_a_question_is_answered(room):
    assert room.get("ben", "answer", entry_id=room.write("asha").pk).status_code == 404


def test_promises_from_saying_to_settling(room):
    me, other = room.cast.place("ben").pk, room.cast.place("asha").pk
    assert room.post("ben", "promise", {"words": "Ring the club", "who": me}).status_code == 302
    assert (
        room.post(
            "ben", "promise", {"words": "Ask Mo", "who": other, "due_day": "1", "due_month": "1", "due_year": "2020"}
        ).status_code
        == 422
    )
    promise = room.partnership.promises.get()

    assert room.get("asha", "settle", promise_id=promise.pk).status_code == 404
    assert room.post("ben", "settle", {}, promise_id=promise.pk).status_code == 422
    assert (
        room.post("ben", "settle", {"outcome": "changed", "words": "They closed"}, promise_id=promise.pk).status_code
        == 302
    )
    page = room.get("asha", "promises").content.decode()
    assert "The plan changed" in page and "They closed" in page
    assert "Changed plan" in room.get("asha", "timeline").content.decode()


def test_a_skill_joins_with_a_yes(room):
    said = {"name": "Patience", "seen_in": room.cast.place("asha").pk, "voice": room.cast.place("ben").pk}
    assert room.post("ben", "see_skill", said).status_code == 302
    skill = room.partnership.skills_seen.get()

    assert room.get("ben", "answer_skill", skill_id=skill.pk).status_code == 404
    assert room.get("asha", "answer_skill", skill_id=skill.pk).status_code == 200
    assert room.post("asha", "answer_skill", {"answer": "perhaps"}, skill_id=skill.pk).status_code == 422
    assert room.post("asha", "answer_skill", {"answer": "yes"}, skill_id=skill.pk).status_code == 302
    assert "Yes, that’s me" in room.get("ben", "skills").content.decode()


def test_feedback_and_support_both_ways(room):
    ben = room.cast.place("ben").pk
    assert room.post("asha", "feedback", {"words": "You listen"}).status_code == 302
    assert room.post("ben", "feedback", {"words": "You are brave", "voice": ben}).status_code == 302
    assert room.post("asha", "support", {"level": "less"}).status_code == 302
    assert room.post("ben", "support", {"level": "rethink", "words": "Winter is near", "voice": ben}).status_code == 302

    said = room.get("asha", "feedback").content.decode()
    level = room.get("asha", "support").content.decode()
    assert "You listen" in said and "You are brave" in said
    assert "Less for now" in level and "Winter is near" in level


@pytest.mark.parametrize("page", ["ask", "feedback", "support", "promise", "see_skill", "own"])
def test_an_empty_form_says_what_to_do(room, page):
    response = room.post("ben", page, {})

    assert response.status_code == 422
    assert "Please look at this again" in response.content.decode()


@pytest.mark.parametrize("page", ["entry", "reword", "see_differently", "agree", "confirm", "share_own", "answer"])
def test_an_entry_of_another_record_is_not_there(room, page):
    mine = room.write("asha")
    hanas = actions.record(
        by=room.cast.dev, at=room.cast.at, partnership=room.cast.reach("dev", room.cast.hanas), kind="note", line="x"
    )

    foreign, missing = (room.get("asha", page, entry_id=pk) for pk in (hanas.pk, room.partnership.pk))

    assert mine
    assert (foreign.status_code, missing.status_code) == (404, 404)


@pytest.mark.parametrize("page", ["settle", "answer_skill"])
def test_a_promise_or_skill_that_is_not_there(room, page):
    name = {"settle": "promise_id", "answer_skill": "skill_id"}[page]

    assert room.get("asha", page, **{name: room.partnership.pk}).status_code == 404


def test_a_note_can_be_about_an_entry(room):
    entry = room.write("asha", "The garden")

    assert "The garden" in room.get("ben", "write", f"?about={entry.pk}").content.decode()
    assert room.get("ben", "write", "?about=nonsense").status_code == 404
    assert room.get("ben", "write", f"?about={room.partnership.pk}").status_code == 404
    said = {"words": "It was sunny", "about": str(entry.pk), "voice": room.cast.place("ben").pk}
    assert room.post("ben", "write", said).status_code == 302
    assert "It was sunny" in room.get("asha", "entry", entry_id=entry.pk).content.decode()
    reply = room.partnership.entries.get(about=entry)
    assert "The garden" in room.get("asha", "entry", entry_id=reply.pk).content.decode()


@pytest.mark.parametrize("page, there", [("journey:skills", True), ("journey:no_such_page", False)])
def test_an_entry_leads_to_where_it_was_written_while_that_is_there(room, page, there):
    entry = room.write("asha", target_page=page)

    shown = room.get("ben", "entry", entry_id=entry.pk).content.decode()

    assert ("Read it where it was written" in shown) == there
    assert not there or shown.index("Read it where it was written") < shown.index("I see it differently")
