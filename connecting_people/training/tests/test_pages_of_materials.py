"""The pages of materials and of the course: to whom they are shown, what is on them, and what files they give."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pptx import Presentation

from connecting_people.training.actions import trainers
from connecting_people.training.course.activities import ACTIVITIES, PROMPTS
from connecting_people.training.course.notes import NOTES
from connecting_people.training.rules import Who
from connecting_people.training.tests.agendas import planned, whole_day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _second_factor_is_another_matter(settings):
    settings.DEMO = True


def ask(cast, name, page, training=None, **parts):
    client = Client()
    client.force_login(cast.user(name))
    ids = {"agency_id": cast.agency.pk, **({"training_id": training.pk} if training else {}), **parts}
    return client.get(reverse(f"training:{page}", kwargs=ids))


def test_the_page_offers_each_paper_in_both_sizes_the_slides_and_the_pack(cast):
    training = whole_day(cast)

    page = ask(cast, "ben", "materials", training).content.decode()

    assert "materials/pack.zip" in page
    assert "materials/slides.pptx" in page
    assert page.count("materials/large/") == page.count("materials/usual/") == 9
    assert page.count('class="button"') == 1


def test_the_poster_is_offered_to_those_who_may_hang_one(cast):
    training = whole_day(cast)
    trainers.add_trainer(by=cast.ben, at=cast.at, training=training, user=cast.asha, who=Who.SERVICE_USER)
    poster = reverse("people:poster", args=[cast.agency.pk])

    assert poster in ask(cast, "ben", "materials", training).content.decode()
    assert poster not in ask(cast, "asha", "materials", training).content.decode()


def test_an_empty_agenda_says_so_and_leads_to_it(cast):
    training = planned(cast)

    page = ask(cast, "ben", "materials", training).content.decode()

    assert "nothing on the agenda yet" in page
    assert reverse("training:agenda", kwargs={"agency_id": cast.agency.pk, "training_id": training.pk}) in page
    assert "activity-cards" not in page


def test_slides_come_as_a_file_to_change(cast):
    response = ask(cast, "ben", "slides", planned(cast), slides_form="pptx")

    assert response["Content-Disposition"] == 'attachment; filename="slides.pptx"'
    assert response["Content-Type"].endswith("presentationml.presentation")
    assert len(Presentation(io.BytesIO(response.content)).slides) > 20


def test_slides_and_papers_come_as_pdf_under_names_that_say_nothing(cast):
    training = planned(cast)

    slides = ask(cast, "ben", "slides", training, slides_form="pdf")
    paper = ask(cast, "ben", "paper", training, paper="sign-in", print_size="large")

    assert slides["Content-Disposition"] == 'inline; filename="slides.pdf"'
    assert paper["Content-Disposition"] == 'inline; filename="sign-in.pdf"'
    assert slides.content.startswith(b"%PDF")
    assert paper.content.startswith(b"%PDF")


def test_the_pack_comes_as_a_zip_file(cast):
    response = ask(cast, "ben", "pack", planned(cast))

    assert response["Content-Disposition"] == 'attachment; filename="training-pack.zip"'
    assert response.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("slides", {"slides_form": "docx"}),
        ("paper", {"paper": "diary", "print_size": "usual"}),
        ("paper", {"paper": "handout", "print_size": "huge"}),
    ],
)
def test_what_is_not_made_is_not_found(page, parts, cast):
    assert ask(cast, "ben", page, planned(cast), **parts).status_code == 404


def test_the_materials_are_for_those_who_give_the_training(cast):
    training = planned(cast)

    for page, parts in (("materials", {}), ("pack", {}), ("slides", {"slides_form": "pdf"})):
        assert ask(cast, "gwen", page, training, **parts).status_code == 200
        assert ask(cast, "dev", page, training, **parts).status_code == 404
        assert ask(cast, "asha", page, training, **parts).status_code == 404


def test_a_service_user_can_read_the_whole_course(cast):
    page = ask(cast, "asha", "course").content.decode()

    for one in (*ACTIVITIES, *PROMPTS):
        assert reverse("training:course_activity", kwargs={"agency_id": cast.agency.pk, "activity_id": one.id}) in page
    assert all(str(note.name) in page for note in NOTES)


def test_an_activity_says_how_it_is_run_and_leads_on(cast):
    page = ask(cast, "asha", "course_activity", activity_id="own-map").content.decode()

    assert "How to run it" in page
    assert "nobody else sees it" in page
    assert "A first conversation between equals" in page
    assert "What we know around here" in page


def test_an_activity_that_is_not_there_is_not_found(cast):
    assert ask(cast, "asha", "course_activity", activity_id="role-play").status_code == 404
    assert ask(cast, "ivan", "course").status_code == 404
