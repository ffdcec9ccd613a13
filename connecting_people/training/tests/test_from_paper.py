"""What was on paper is typed in from afterwards too, and answers find the note that they answer."""

import pytest
from django.test import Client
from django.utils import timezone

from connecting_people.training.actions import rooms, saying
from connecting_people.training.models import Note
from connecting_people.training.rules import Who
from connecting_people.training.tests.rooms import a_block

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]


@pytest.fixture
def femi(cast):
    client = Client()
    client.force_login(cast.femi)
    return client


def test_answers_from_paper_stand_under_their_note_and_can_go_into_the_library(cast, femi, room):
    block = a_block(room.training, 9, "barriers-of-people")
    given = {"by": cast.femi, "at": timezone.now(), "block": block, "column": "barriers", "from_paper": True}
    (barrier,) = saying.say(**given, texts=["No bus on Sundays"], who=Who.CARER, sort="transport")
    rooms.close(by=cast.femi, at=timezone.now(), room=room)
    here = f"/agency/{room.agency_id}/trainings/{room.training_id}/"
    page = f"{here}paper/{block.pk}/"
    assert "A way around it" in femi.get(page).text and "No bus on Sundays" in femi.get(page).text
    said = {"text": "Share a taxi\nAsk the church", "who": "service_user", "about": str(barrier.pk)}

    assert femi.post(page, {**said, "about": str(room.pk), "column": "barriers"}).status_code == 422
    assert femi.post(page, said).status_code == 302
    answers = Note.objects.filter(about=barrier).order_by("made_at")
    assert [(one.text, one.column, one.sort) for one in answers] == [
        ("Share a taxi", "barriers", ""),
        ("Ask the church", "barriers", ""),
    ]
    assert f"{answers[0].pk}/to/way_round/" in femi.get(f"{here}afterwards/notes/{block.pk}/").text


def test_paper_is_typed_in_from_afterwards_and_from_the_closed_room(cast, femi, room):
    page = f"paper/{room.block_id}/"
    here = f"/agency/{room.agency_id}/trainings/{room.training_id}/"
    assert page in femi.get(f"{here}afterwards/").text
    assert "The room</a>" in femi.get(f"{here}{page}").text
    rooms.close(by=cast.femi, at=timezone.now(), room=room)

    assert page in femi.get(f"{here}room/").text
    assert "After the training</a>" in femi.get(f"{here}{page}").text
    assert "Do they answer" not in femi.get(f"{here}{page}").text  # nothing is there to be answered
