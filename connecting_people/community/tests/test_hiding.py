import pytest

from connecting_people.community.hiding import hidden, hidden_within, marks_in, marks_of, scrubbed, tells
from connecting_people.community.tests.places import WEIR_HALL, service

WORDS = "Rose House\n14 Hidden Lane\nTarrow\nTarrowshire\nTW9 9ZZ"


def refuge():
    document = service("A safe house", at=WEIR_HALL, description="Ring first. We are at 14, hidden lane, tw99zz.")
    here = document["service_at_locations"][0]
    address = {"address_1": "14 Hidden Lane", "city": "Tarrow", "postal_code": "TW9 9ZZ"}
    here["location"]["addresses"] = [address]
    here["schedules"] = [{"id": "t", "byday": "MO", "description": "Door of 14 Hidden  Lane"}]
    return document


def test_an_address_is_known_by_its_first_line_its_lines_with_a_figure_and_its_postcode():
    assert marks_in(WORDS) == {"Rose House", "14 Hidden Lane", "TW9 9ZZ"}
    assert marks_in("") == frozenset()
    assert marks_of(refuge()) == {"14 Hidden Lane", "TW9 9ZZ"}


@pytest.mark.parametrize("text", ["14 hidden lane", "At 14, Hidden Lane.", "tw9 9zz", "TW99ZZ", "ROSE  HOUSE"])
def test_however_it_is_written_it_tells(text):
    assert tells(text, marks_in(WORDS))


@pytest.mark.parametrize("text", ["Tarrow", "14 lanes", "Primrose Houses", "114 Hidden Lanes"])
def test_other_words_tell_nothing(text):
    assert not tells(text, marks_in(WORDS))


def test_a_hidden_document_has_no_place_and_no_word_of_it_and_keeps_its_times():
    found = hidden(refuge(), marks_in(WORDS))

    assert "service_at_locations" not in found
    assert found["description"] == "Ring first. We are at …, …."
    assert found["schedules"] == [{"id": "t", "byday": "MO", "description": "Door of …"}]
    assert str(WEIR_HALL[0]) not in str(found)


def test_a_plan_of_an_import_forgets_it_too():
    document = refuge()
    plan = {
        "rows": [
            {"document": document, "says": "Moves to 14 Hidden Lane"},
            {"document": service("Choir", at=WEIR_HALL)},
        ]
    }

    found = hidden_within(plan, document["id"], marks_in(WORDS))

    assert "Hidden" not in str(found)
    assert "service_at_locations" not in found["rows"][0]["document"]
    assert "service_at_locations" in found["rows"][1]["document"], "others stay as they are"


def test_ids_and_numbers_stay():
    assert scrubbed({"id": "TW9 9ZZ", "n": [1, None, True]}, {"TW9 9ZZ"}) == {"id": "TW9 9ZZ", "n": [1, None, True]}
