"""What was put on the map of the area is there again when places get their lights."""

import pytest
from django.utils import timezone

from connecting_people.training.actions import boards, notes
from connecting_people.training.course.words import Screen
from connecting_people.training.live import Viewer
from connecting_people.training.models import Note, Trainee
from connecting_people.training.news import news
from connecting_people.training.presenters.beside import beside
from connecting_people.training.presenters.rooms import beside_key
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.rules import begun_with
from connecting_people.training.tests.rooms import again, come_in, page_of, put_on, writes


@pytest.fixture
def mapped(cast, room):
    """Two places and a gap on the map of the area, and places on now."""
    room = put_on(cast.femi, room, "local-connections")
    priya, _ = come_in(room, "Priya")
    for column, text in (("known", "Weir choir: warm people"), ("known", "The allotments"), ("gaps", "Mondays")):
        writes(priya, column, text)
    put_on(cast.femi, room, "traffic-lights")
    return again(room)


def places(room, screen=Screen.TRAINEE):
    return beside(room.block, room, None, screen).places


@pytest.mark.parametrize("screen", Screen)
def test_what_was_named_stands_beside_the_lights_on_every_screen(mapped, screen):
    assert places(mapped, screen) == ("Weir choir", "The allotments")


def test_a_place_that_two_named_stands_there_once_and_no_answer_is_one(mapped):
    block = mapped.training.blocks.get(activity="local-connections")
    sam, _ = come_in(mapped, "Sam")
    writes(sam, "known", "weir choir: they have a ramp", block=block)
    first = Note.objects.filter(column="known").order_by("made_at").first()
    writes(sam, "known", "My aunt sings there", block=block, about=first.pk)
    assert places(mapped) == ("Weir choir", "The allotments")


def test_a_phone_starts_a_note_with_a_place_and_keeps_what_was_typed_and_chosen(mapped):
    _sam, his = come_in(mapped, "Sam")
    said = {"block": mapped.block_id, "column": "notes", "sort": "amber", "text": "The stairs are steep"}

    text = his.post("/room/write/", {**said, "named": "on", "place": "The allotments"}).text

    assert "The allotments: The stairs are steep</textarea>" in text
    assert 'value="amber" checked' in " ".join(text.split())
    assert not Note.objects.filter(column="notes").exists()


def test_the_enter_key_sends_the_note_and_starts_no_other(mapped):
    # The first button of a form is the one that Enter presses; it must not be a place.
    _sam, his = come_in(mapped, "Sam")
    first = next(tag for tag in page_of(his).split("<button") if 'form="write-form"' in tag)
    assert "hidden" in first.split(">")[0]
    assert "place" not in first.split(">")[0]


def test_where_nothing_was_named_the_card_says_how_to_begin(cast, room):
    put_on(cast.femi, room, "traffic-lights")
    _sam, his = come_in(room, "Sam")
    assert "Nobody has named a place yet" in page_of(his)


def test_a_place_that_is_named_meanwhile_comes_by_itself(mapped):
    sam, _ = come_in(mapped, "Sam")
    before, key = mapped.version, beside_key(mapped.block, mapped, Screen.TRAINEE)

    writes(sam, "known", "The shed", block=mapped.training.blocks.get(activity="local-connections"))

    now = again(mapped)
    assert news(now, Viewer(Screen.TRAINEE, sam.pk), before).whole
    assert beside_key(now.block, now, Screen.TRAINEE) != key
    assert "The shed" in places(now)


def test_a_place_that_was_taken_down_or_back_goes_by_itself(cast, mapped):
    before = mapped.version
    one, other = Note.objects.filter(column="known").order_by("made_at")
    boards.take_down(by=cast.femi, at=timezone.now(), room=mapped, notes=notes_in(mapped.training, [str(one.pk)]))
    author = Trainee.objects.select_related("room__training").get(pk=other.trainee_id)
    notes.take_back(by=author, at=timezone.now(), note=other)
    now = again(mapped)
    assert news(now, Viewer(Screen.PROJECTOR), before).whole
    assert places(now) == ()


def test_a_light_itself_brings_no_more_than_itself(mapped):
    sam, _ = come_in(mapped, "Sam")
    viewer, before = Viewer(Screen.TRAINEE, sam.pk), mapped.version
    assert not news(mapped, viewer, before).whole
    writes(sam, "notes", "The allotments: go in spring", sort="green")
    assert not news(again(mapped), viewer, before).whole


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("", "Shed: "), ("steep stairs", "Shed: steep stairs"), ("Choir: steep stairs", "Shed: steep stairs")],
)
def test_another_place_takes_the_turn_of_the_one_before(typed, begun):
    assert begun_with("Shed", typed, ["Choir", "Shed"]) == begun


@pytest.mark.parametrize("screen", Screen)
def test_where_no_place_was_named_every_screen_says_so(cast, room, screen):
    on = put_on(cast.femi, room, "traffic-lights")
    (says,) = beside(on.block, on, None, screen).says
    assert says.startswith("Nobody has named a place yet")
