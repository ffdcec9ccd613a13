"""The scenes tell the whole model, in our own words, in four to six minutes."""

import re
from pathlib import Path

import pytest
from django.test import Client

from connecting_people.guide import diagram, scenes
from connecting_people.guide.tests.test_model import NEVER_ON_SCREEN

STYLES = Path(__file__).resolve().parent.parent / "static/guide/explainer.css"
PARTS = {part.id for part in diagram.PARTS}
CAPTIONS = [said for scene in scenes.SCENES for said in scene.says]


def words() -> list[str]:
    told = [str(said.words) for said in CAPTIONS]
    return told + [str(words) for scene in scenes.SCENES for words in (scene.title, scene.question)]


def test_it_takes_four_to_six_minutes_at_a_calm_voices_pace() -> None:
    seconds = sum(scene.seconds for scene in scenes.SCENES)
    spoken = sum(len(str(said.words).split()) for said in CAPTIONS)

    assert 4 * 60 <= seconds <= 6 * 60
    assert spoken / seconds * 60 <= 160


def test_the_page_says_how_long_it_takes() -> None:
    assert 4 <= scenes.minutes() <= 6


def test_the_scenes_tell_the_model_in_its_order() -> None:
    assert [scene.id for scene in scenes.SCENES] == [
        "two-people", "the-agency", "what-each-brings", "two-circles", "what-they-do-together",
        "the-service-users-journey", "the-practitioners-journey", "networks-grow", "what-stands-in-the-way",
        "coming-and-going", "what-may-come-of-it",
    ]  # fmt: skip


@pytest.mark.parametrize("scene", scenes.SCENES, ids=lambda scene: scene.id)
def test_a_scene_lights_parts_that_the_diagram_has(scene: scenes.Scene) -> None:
    lit = {id for said in scene.says for id in said.lit}

    assert set(scene.lit) and set(scene.lit) <= PARTS
    assert lit | set(scene.close) <= set(scene.lit)
    assert set(scene.turns) <= {"practitioner", "service_user", "barriers"}


def test_every_part_of_the_diagram_is_spoken_of_in_some_scene() -> None:
    told = [scene for scene in scenes.SCENES if scene.lit != scenes.EVERYTHING]

    assert {id for scene in told for id in scene.lit} == PARTS


@pytest.mark.parametrize("scene", scenes.SCENES, ids=lambda scene: scene.id)
def test_a_scene_ends_with_a_rest_and_a_question(scene: scenes.Scene) -> None:
    *_, (last, stays) = scene.timed

    assert stays == pytest.approx(last.seconds + scenes.REST)
    assert str(scene.question).endswith("?")


def test_a_caption_is_short_enough_for_big_type() -> None:
    assert [str(said.words) for said in CAPTIONS if len(str(said.words)) > 100] == []


@pytest.mark.parametrize("word", NEVER_ON_SCREEN)
def test_words_that_hurt_are_not_used(word: str) -> None:
    assert [text for text in words() if word in text.lower()] == []


def test_without_scripts_every_scene_has_its_words_its_question_and_its_still(client: Client) -> None:
    page = client.get("/model/explainer/").text

    for scene in scenes.SCENES:
        assert f'id="{scene.id}"' in page and f"still--{scene.id}" in page
        assert str(scene.question) in page and all(str(said.words) in page for said in scene.says)


def test_every_still_lights_something() -> None:
    lit = set(re.findall(r"^\.still--([\w-]+) ", STYLES.read_text(), re.M))

    assert lit == {scene.id for scene in scenes.SCENES}


def test_no_id_stands_for_two_parts_of_the_page(client: Client) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get("/model/explainer/").text)

    assert len(ids) == len(set(ids))


def test_a_visitor_who_has_the_page_is_not_sent_it_again(client: Client) -> None:
    first = client.get("/model/explainer/")

    assert client.get("/model/explainer/", headers={"If-None-Match": first["ETag"]}).status_code == 304
