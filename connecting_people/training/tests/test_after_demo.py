"""What comes after the past training of the demo."""

import pytest

from connecting_people.community.tests.places import walking_group
from connecting_people.training.after_demo import play_after
from connecting_people.training.course.activities import activity
from connecting_people.training.course.sorts import sorts_of
from connecting_people.training.live_demo import DAY
from connecting_people.training.models import Certificate, Evaluation, Improvement, Landing, WillDo
from connecting_people.training.rules import Lands
from connecting_people.training.tests.afterwards import board, came, note, past_training, seated

pytestmark = pytest.mark.django_db


def test_it_fills_every_table_of_what_comes_after_and_lands_notes_everywhere(cast):
    training, onwards = past_training(cast), past_training(cast)
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    local = board(training, "local-connections", 1)
    for text in (f"{walkers.name}: go", "Weir choir: warm", "Library"):
        note(local, "known", text, at=cast.at)
    note(local, "gaps", "Chess", at=cast.at)
    note(board(training, "confidence", 2), "steps", "Go at a quiet time", at=cast.at)
    lights = board(training, "traffic-lights", 3)
    for text in ("Nowhere that is known", f"{walkers.name}: cold"):
        light = note(lights, "notes", text, at=cast.at, sort="red")
    note(lights, "notes", "Ask them to heat it from two", at=cast.at, about=light)
    note(board(training, "tell-a-colleague", 4), "team", "Lunch together", at=cast.at)
    came(training, cast.dev, at=cast.at)
    seated(training, at=cast.at)
    play_after(keeper=cast.gwen, at=cast.at, training=training, onwards=onwards)

    assert set(Landing.objects.values_list("where", flat=True)) == set(Lands)
    assert Landing.objects.filter(where=Lands.DIRECTORY).count() == 2
    assert Evaluation.objects.count() == 2 and Certificate.objects.count() == 1
    assert Improvement.objects.filter(carried_to=onwards).exists()
    assert Improvement.objects.exclude(done_at=None).exists()
    assert WillDo.objects.filter(user=cast.dev).exists() and WillDo.objects.exclude(trainee=None).exists()


@pytest.mark.parametrize("wrote", DAY, ids=lambda wrote: wrote.text)
def test_each_note_of_the_day_stands_in_a_column_and_under_a_kind_that_its_board_has(wrote):
    (column,) = (one for one in activity(wrote.activity).columns if one.id == wrote.column)
    assert wrote.sort in sorts_of(column) if column.sorts else not wrote.sort
