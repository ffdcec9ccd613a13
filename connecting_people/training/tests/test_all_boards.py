"""After a training all boards can be read: what the room saw, in order, and nothing that was kept from it."""

from datetime import timedelta

import pytest

from connecting_people.training.models import Note, NoteGroup
from connecting_people.training.presenters.all_boards import ON_A_PAGE
from connecting_people.training.rules import BlockKind, Shown, Who
from connecting_people.training.tests.afterwards import at, board, main, note, past_training, seated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]


@pytest.fixture
def training(cast):
    return past_training(cast)


@pytest.fixture
def ben(client, cast):
    client.force_login(cast.ben)
    return client


def in_order(text, *words):
    places = [text.index(one) for one in words]
    return places == sorted(places)


def test_each_kind_of_board_can_be_read_when_the_room_is_long_closed(ben, cast, training):
    seats = seated(training, at=cast.at)
    seats.room.closed_at = cast.at
    seats.room.save()
    explainer = board(training, "explainer", 1)
    explainer.opened = ["known"]
    explainer.save()
    note(explainer, "known", "We go along the first time", at=cast.at)
    note(explainer, "unclear", "Who sees what I say?", at=cast.at, trainee=seats, ticked_at=cast.at, tells_who=True)
    note(board(training, "first-session", 2), "shared", "Put the pen in the middle", at=cast.at)
    note(board(training, "own-map", 3), "reflections", "I left my brother off", at=cast.at)
    note(board(training, "finding-goals", 4), "better", "Three questions in one breath", at=cast.at)
    note(board(training, "disclosure", 5), "answers", "First name, no more", at=cast.at)
    guest, own = board(training, "", 6), board(training, "", 7)
    type(guest).objects.filter(pk=guest.pk).update(kind=BlockKind.GUEST)
    type(own).objects.filter(pk=own.pk).update(kind=BlockKind.OWN, title="Our own round")
    note(guest, "questions", "What did you wish for?", at=cast.at)
    note(own, "notes", "Sing more", at=cast.at)

    text = main(ben.get(at(training, "all_boards")))
    written = (
        "We go along",
        "Who sees",
        "the pen",
        "my brother",
        "in one breath",
        "First name",
        "wish for",
        "Sing more",
    )
    assert in_order(text, *written)
    assert "Our own round" in text and "Answered" in text
    words = ben.get(at(training, "all_boards_text"))
    assert words["Content-Type"].startswith("text/plain") and 'filename="boards.txt"' in words["Content-Disposition"]
    assert in_order(words.text, *written)
    assert "- Who sees what I say? (A practitioner; Answered)" in words.text


def test_what_was_kept_or_taken_down_and_names_that_were_withheld_are_not_there(ben, cast, training):
    trainee = seated(training, at=cast.at, name="Otis")
    first, places = board(training, "first-session", 1), board(training, "local-connections", 2)
    note(first, "mine", "For me alone", at=cast.at, trainee=trainee, shown=Shown.KEPT)
    note(first, "mine", "Open by mistake", at=cast.at)
    note(board(training, "explainer", 3), "known", "Never opened", at=cast.at, trainee=trainee, shown=Shown.KEPT)
    note(places, "known", "Taken down", at=cast.at, shown=Shown.TAKEN_DOWN)
    note(places, "known", "", at=cast.at, shown=Shown.TAKEN_BACK)
    hidden = note(places, "known", "Weir Hall", at=cast.at, trainee=trainee)
    note(places, "known", "My aunt is there", at=cast.at, about=hidden, trainee=trainee, named=True)
    note(places, "known", "Silenced", at=cast.at, about=hidden, shown=Shown.TAKEN_DOWN)

    for text in (main(ben.get(at(training, "all_boards"))), ben.get(at(training, "all_boards_text")).text):
        assert "Weir Hall" in text and "My aunt is there" in text
        for gone in (
            "For me alone",
            "Open by mistake",
            "Never opened",
            "Taken down",
            "took this note back",
            "Silenced",
        ):
            assert gone not in text
        assert text.count("Otis") == 1


def test_notes_stand_under_their_headings_and_lights_with_the_answers_to_them(ben, cast, training):
    gaps, lights = board(training, "local-connections", 1), board(training, "traffic-lights", 2)
    evenings = NoteGroup.objects.create(agency=cast.agency, block=gaps, column="gaps", title="Evenings")
    NoteGroup.objects.create(agency=cast.agency, block=gaps, column="gaps", title="Nothing under this")
    note(gaps, "gaps", "A map of benches", at=cast.at)
    together = note(
        gaps, "gaps", "Nowhere warm on Mondays", at=cast.at, group=evenings, from_paper=True, tells_who=True
    )
    note(gaps, "gaps", "The yard has a stove", at=cast.at, about=together)
    note(lights, "notes", "Walkers", at=cast.at, sort="red", moves_up=True)
    note(lights, "notes", "Choir", at=cast.at, sort="green")
    gone = note(lights, "notes", "", at=cast.at, sort="amber", shown=Shown.TAKEN_BACK)
    note(lights, "notes", "Mind the step", at=cast.at, about=gone)

    text = main(ben.get(at(training, "all_boards")))
    order = ("Evenings", "Nowhere warm", "a stove", "map of benches", "Choir", "took this note back", "the step")
    assert in_order(text, *order, "Walkers", "Could move up") and "Nothing under this" not in text
    words = ben.get(at(training, "all_boards_text")).text
    assert (
        "What is missing, Evenings:\n- Nowhere warm on Mondays (A practitioner, from paper)\n  > The yard has a stove"
        in words
    )


def test_a_training_on_whose_boards_nothing_stands_says_what_the_place_is_for(ben, cast, training):
    assert "Nothing is on them yet" in main(ben.get(at(training, "all_boards")))
    board(training, "disclosure")
    assert "Nothing is on them yet" in main(ben.get(at(training, "all_boards")))
    assert ben.get(at(training, "all_boards_text")).status_code == 200
    assert at(training, "all_boards") in main(ben.get(at(training, "afterwards")))


def test_five_thousand_notes_are_read_page_by_page_in_as_many_queries(
    ben, cast, training, django_assert_max_num_queries
):
    block, given = board(training, "local-connections"), {"agency": cast.agency, "training": training}
    given |= {"column": "gaps", "who": Who.CARER, "version": 1}
    rows = [Note(block=block, text=f"Gap {n}.", made_at=cast.at + timedelta(seconds=n), **given) for n in range(5_000)]
    Note.objects.bulk_create(rows, batch_size=500)
    with django_assert_max_num_queries(17):
        text = main(ben.get(at(training, "all_boards")))
    assert text.count("Gap ") >= ON_A_PAGE and "Page 1 of 25" in text and "Gap 200." not in text
    assert "Gap 4999." in main(ben.get(f"{at(training, 'all_boards')}?page=25"))
    with django_assert_max_num_queries(15):
        assert ben.get(at(training, "all_boards_text")).text.count("Gap ") == 5_000
