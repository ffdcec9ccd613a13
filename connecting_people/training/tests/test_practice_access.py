"""The practice space is reached by the seat that made it, and touches no real record."""

import ast
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.training.actions import practice
from connecting_people.training.models import PracticeConnection
from connecting_people.training.tests.seats import open_room, phone, somebody, take_seat
from tests.test_access_matrix import EVERY, MATRIX

BY_A_SEAT = {"seat", "seat_file", "anothers_seat"}
BY_SEAT = sorted(n for n, rule in MATRIX["pages"].items() if n.startswith("training:practice") and rule in BY_A_SEAT)
FORMS_ALONE = {"move", "tie", "untie", "undo", "redo", "show", "take_off"}
ROOT = Path(__file__).parent.parent
# Of other rooms that keep records the practice space takes the drawing, the questions and their words.
MAY_IMPORT = (
    "connections.acts", "connections.drawing", "connections.facts", "connections.forms.acts", "connections.forms.facts",
    "connections.forms.ruling", "connections.layout", "connections.measures", "connections.picture",
    "connections.presenters.figures", "connections.presenters.people", "connections.rules", "connections.ruling",
    "connections.troubles", "connections.words", "measures.answering", "measures.forms.questions",
    "measures.instruments", "measures.rules", "measures.words", "partnership.pages",
)  # fmt: skip
RECORDS = (
    "partnership", "journey", "getting_started", "connections", "measures", "plans", "introductions", "stepping_out",
    "taking_stock", "review",
)  # fmt: skip


def addresses(person=None):
    given = {"connection_id": person or uuid.uuid4(), "form": "svg"}
    return {name: reverse(name, kwargs={part: given[part] for part in EVERY[name]}) for name in BY_SEAT}


def ask(client, address):
    return [client.get(address).status_code, client.post(address).status_code]


def test_there_are_practice_addresses_apart_from_all_others():
    assert len(BY_SEAT) > 15
    assert all(address.startswith("/practice/") for address in addresses().values())


@pytest.mark.parametrize("name", [None, "ben", "femi", "gwen", "asha", "jo"])
def test_nobody_without_a_seat_finds_the_practice_space_not_even_who_gives_the_training(cast, name):
    seat = take_seat(open_room(cast))
    client = Client()
    if name:
        client.force_login(cast.user(name))
    for address in addresses(somebody(seat)).values():
        assert set(ask(client, address)) <= {404, 405}, address


def test_a_seat_that_nobody_has_finds_nothing(cast):
    open_room(cast)
    assert all(set(ask(phone("guessed"), address)) <= {404, 405} for address in addresses().values())


def test_the_seat_itself_opens_every_page(cast):
    seat = take_seat(open_room(cast))
    for name, address in addresses(somebody(seat)).items():
        right = 405 if any(name.endswith(f"practice_{one}") for one in FORMS_ALONE) else 200
        got = phone().get(address, follow=name == "training:practice_review").status_code
        assert got == right, name


def test_another_seat_sees_nothing_of_a_map_and_changes_nothing_on_it(cast):
    room = open_room(cast)
    seat, _other = take_seat(room), take_seat(room, "tom")
    person = somebody(seat, "Meera")
    tom = phone("tom")
    assert b"Meera" not in tom.get(reverse("training:practice_map")).content
    assert ask(tom, reverse("training:practice_person", kwargs={"connection_id": person})) == [404, 404]
    assert tom.post(reverse("training:practice_take_off", kwargs={"connection_id": person})).status_code == 404
    tom.post(reverse("training:practice_move"), {"connection": str(person), "step": "closer"})
    assert PracticeConnection.objects.filter(pk=person).count() == 1
    assert PracticeConnection.objects.get(pk=person).space.trainee_id == seat.pk


def test_who_was_sent_out_of_the_room_finds_the_space_no_more(cast):
    seat = take_seat(open_room(cast))
    seat.ejected_at = timezone.now()
    seat.save()
    assert all(set(ask(phone(), address)) <= {404, 405} for address in addresses().values())


def test_a_day_after_the_training_every_page_is_gone_although_nothing_was_deleted_yet(cast):
    seat = take_seat(open_room(cast, at=timezone.now() - timedelta(hours=36, minutes=1)))
    at = timezone.now() - timedelta(minutes=30)
    person = somebody(seat, at=at - timedelta(hours=2))
    assert PracticeConnection.objects.exists()
    assert all(set(ask(phone(), address)) <= {404, 405} for address in addresses(person).values())


def test_what_somebody_keeps_is_for_nobody_else(cast):
    seat = take_seat(open_room(cast))
    somebody(seat)
    space = practice.keep(by=cast.asha, at=timezone.now(), seat=seat)
    for page in ("my_practice_map", "my_practice_copy", "my_practice_delete"):
        given = {"space_id": space.pk} | ({"form": "txt"} if page == "my_practice_copy" else {})
        address = reverse(f"training:{page}", kwargs=given)
        for name in ("ben", "gwen", "cora", "ivan"):
            client = Client()
            client.force_login(cast.user(name))
            assert client.get(address).status_code in (302, 404), name
            assert client.post(address).status_code in (302, 404, 405), name


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.removeprefix("connecting_people.")


def test_no_code_of_trainings_can_read_or_write_a_real_record():
    wrong = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in ROOT.rglob("*.py")
        if "tests" not in path.parts
        for module in _imports(path)
        if module.startswith("partnership") and module != "partnership.pages"
    ]
    assert not wrong


def test_the_practice_space_takes_tools_from_other_rooms_and_none_of_their_rows():
    practice_files = [path for path in ROOT.rglob("*.py") if "practice" in path.name and "tests" not in path.parts]
    practice_files += [ROOT / "models/sealed.py", ROOT / "presenters/beside.py"]
    assert len(practice_files) > 8
    for path in practice_files:
        for module in _imports(path):
            if module.split(".")[0] in RECORDS:
                assert module in MAY_IMPORT or f"{module}." in MAY_IMPORT or module == "connections", (path, module)
