from typing import Any

import pytest
from django.utils import timezone

from connecting_people.connections.facts import Facts
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.queries.connections import facts_in, sayings, state_in
from connecting_people.connections.rules import Exchange, State
from connecting_people.connections.tests.maps import add, edit, seen
from connecting_people.connections.tests.pages import address, fill, signed_in
from connecting_people.partnership.actions import look_urgently
from tests.cast import Cast

pytestmark = pytest.mark.django_db
READ = ["map", "list", "over_time", "what_it_says", "photo"]
FORMS = ["add", "settings", "copies", "bring_in"]
OF_ONE = ["edit", "end", "take_off", "forget"]
POSTS = ["move", "tie", "untie", "undo", "redo"]


@pytest.fixture(autouse=True)
def _no_second_factor(settings: Any) -> None:
    settings.DEMO = True


@pytest.mark.parametrize("who", ["asha", "ben"])
def test_both_open_every_page_with_and_without_anybody_on_the_map(cast: Cast, who: str) -> None:
    client = signed_in(cast, who)
    for name in READ + FORMS:
        assert client.get(address(cast, name)).status_code == 200, name
    howard = fill(cast)
    for name in READ + FORMS:
        assert client.get(address(cast, name)).status_code == 200, name
    for name in ("connection", *OF_ONE):
        expected = 404 if (name, who) == ("forget", "ben") else 200
        assert client.get(address(cast, name, connection_id=howard)).status_code == expected, name


@pytest.mark.parametrize("who", ["cora", "dev", "ela", "gwen", "kit", "hana", "ivan", "jo"])
def test_nobody_else_reaches_any_of_it(cast: Cast, who: str) -> None:
    howard = fill(cast)
    client = signed_in(cast, who)
    addresses = [address(cast, name) for name in READ + FORMS]
    addresses += [address(cast, name, connection_id=howard) for name in ("connection", *OF_ONE)]
    for each in addresses:
        assert client.get(each).status_code == 404, each
    for name in POSTS:
        assert client.post(address(cast, name), {"connection": howard, "step": "closer"}).status_code == 404, name


def test_an_urgent_look_reads_and_changes_nothing(cast: Cast) -> None:
    howard = fill(cast)
    look_urgently(by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody could reach them today")
    client = signed_in(cast, "ela")

    for name in READ:
        page = client.get(address(cast, name))
        assert page.status_code == 200, name
        assert f'method="post" action="{address(cast, "map")}' not in page.text, name
        assert 'name="act"' not in page.text, name
    assert client.get(address(cast, "connection", connection_id=howard)).status_code == 200
    for name in FORMS:
        assert client.get(address(cast, name)).status_code == 404, name
    assert client.get(address(cast, "copy", form="map.svg")).status_code == 404
    assert client.post(address(cast, "move"), {"connection": howard, "step": "further"}).status_code == 404


def test_somebody_is_added_with_all_that_can_be_said(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    page = client.post(
        address(cast, "add"),
        {
            "name": "  Howard\n",
            "nature": "person",
            "kind": "neighbours",
            "ring": "1",
            "contact": "weekly",
            "ways": ["phone"],
            "gives": ["nothing"],
            "gets": ["friendship", "resources"],
            "feeling": "good",
            "state": "current",
            "since_year": "2019",
            "inside": "",
            "matters": "He listens\r\nto me",
        },
        follow=True,
    )

    assert "Howard is on the map." in page.text
    said = facts_in(ConnectionState.objects.get())
    assert (said.name, said.ring, said.inside_services, said.gives) == ("Howard", 1, False, frozenset())
    assert said.gets == {Exchange.FRIENDSHIP, Exchange.RESOURCES}
    assert (said.matters, said.since_date.year if said.since_date else 0) == ("He listens\nto me", 2019)


def test_one_name_is_enough_and_another_can_follow(cast: Cast) -> None:
    client = signed_in(cast, "asha")

    answer = client.post(address(cast, "add"), {"name": "Biscuit", "nature": "animal", "again": "yes"})

    assert answer.url == address(cast, "add")
    assert facts_in(ConnectionState.objects.get()).ring is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": ""}, "Write a name, a nickname or a sign"),
        ({"name": "H", "since_year": "1066"}, "Write a year between 1900 and now"),
        ({"name": "H", "since_year": "soon"}, "Write the year in four figures"),
        ({"name": "H", "gives": ["nothing", "friendship"]}, "Choose what there is"),
        ({"name": "H" * 201}, "200"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_box_and_what_was_typed_stays(
    cast: Cast, given: dict[str, Any], says: str
) -> None:
    client = signed_in(cast, "asha")
    page = client.post(address(cast, "add"), {"matters": "Typed with care", **given})

    assert page.status_code == 422
    assert says in page.text
    assert "Typed with care" in page.text
    assert not ConnectionState.objects.exists()


def test_a_practitioner_writes_down_whose_words_they_are(cast: Cast) -> None:
    client = signed_in(cast, "ben")
    asha = cast.place("asha").pk
    page = client.post(address(cast, "add"), {"name": "Howard", "matters": "My words", "voice": asha}, follow=True)
    howard = ConnectionState.objects.get()

    assert howard.voice_id == asha
    assert page.status_code == 200
    shown = client.get(address(cast, "connection", connection_id=howard.connection_id)).text
    assert "Said by Asha, written down by Ben" in shown
    kept = client.post(address(cast, "add"), {"name": "Jay", "voice": asha, "to_oneself": "on"})
    assert kept.status_code == 422


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"name": "Howard Jenkins"}, "full name"),
        ({"name": "H", "matters": "Lives at 12 Ferry Lane"}, "an address"),
        ({"name": "H", "together": "BS5 6PQ"}, "a postcode"),
        ({"name": "H", "came_about": "Ring 07700 900123"}, "a phone number"),
        ({"name": "H", "came_about": "Born 12/03/1980"}, "date of birth"),
        ({"name": "h@example.org"}, "an e-mail address"),
    ],
)
def test_what_the_map_can_do_without_is_kept_with_a_gentle_hint(cast: Cast, given: dict[str, str], hint: str) -> None:
    page = signed_in(cast, "asha").post(address(cast, "add"), given, follow=True)

    assert hint in page.text
    assert ConnectionState.objects.count() == 1


def test_two_who_change_the_same_see_both_texts_and_the_second_decides(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", matters="A lift home")
    read = state_in(cast.reach("asha"), howard).pk
    edit(cast, "ben", howard, matters="Ben wrote this")
    client = signed_in(cast, "asha")
    typed = {"name": "Howard", "ring": "2", "kind": "friends", "matters": "Asha wrote this", "read": read}
    typed |= {"inside": "unsure"}

    page = client.post(address(cast, "edit", connection_id=howard), typed)

    assert page.status_code == 422
    assert "Ben wrote this" in page.text
    assert "Asha wrote this" in page.text
    again = client.post(
        address(cast, "edit", connection_id=howard),
        typed | {"read": state_in(cast.reach("asha"), howard).pk, "matters": "Both"},
    )
    assert again.status_code == 302
    assert [row.matters for row in sayings(cast.reach("ben"), howard)] == ["Both", "Ben wrote this", "A lift home"]


def test_an_edit_keeps_what_the_form_does_not_ask(cast: Cast) -> None:
    howard = fill(cast)
    client, here = signed_in(cast, "ben"), cast.reach("ben")
    before = facts_in(state_in(here, howard))
    page = client.get(address(cast, "edit", connection_id=howard))
    given = {box.html_name: box.value() for box in page.context["form"]} if page.context else {}
    form = {
        "name": "Howie", "nature": "person", "kind": "friends", "ring": "1", "contact": "weekly", "feeling": "not_said",
        "gets": [one.value for one in Exchange], "state": "current", "matters": "A lift home", "never_support": "on",
        "inside": "unsure", "read": state_in(here, howard).pk, "voice": cast.place("ben").pk,
    }  # fmt: skip

    client.post(address(cast, "edit", connection_id=howard), form)

    assert facts_in(state_in(here, howard)) == Facts(**{**vars(before), "name": "Howie"})
    assert given == {} or given["name"] == "Howard"


def test_how_things_stand_is_said_on_a_page_of_its_own(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    client = signed_in(cast, "asha")

    client.post(address(cast, "end", connection_id=howard), {"state": "lost_touch"})
    assert seen(cast, "ben")["Howard"].state == State.LOST_TOUCH
    assert client.post(address(cast, "end", connection_id=howard), {}).status_code == 422
    page = client.get(address(cast, "list")).text
    assert "Lost touch" in page
    client.post(address(cast, "end", connection_id=howard), {"state": "current"})
    assert seen(cast, "ben")["Howard"].state == State.CURRENT


def test_taking_off_putting_back_showing_and_forgetting(cast: Cast) -> None:
    howard, secret = add(cast, "asha", "Howard"), add(cast, "asha", "Jay", to_oneself=True)
    client = signed_in(cast, "asha")

    client.post(address(cast, "take_off", connection_id=howard))
    assert "Howard" not in seen(cast, "ben")
    assert "Put back on the map" in client.get(address(cast, "connection", connection_id=howard)).text
    client.post(address(cast, "put_back", connection_id=howard))
    assert "Howard" in seen(cast, "ben")
    client.post(address(cast, "share_own", connection_id=secret))
    assert "Jay" in seen(cast, "ben")
    assert client.post(address(cast, "share_own", connection_id=secret)).status_code == 404
    client.post(address(cast, "forget", connection_id=secret))
    assert set(seen(cast, "asha")) == {"Howard"}
    assert client.get(address(cast, "connection", connection_id=secret)).status_code == 404


@pytest.mark.parametrize(
    ("given", "ring", "kind"),
    [
        ({"step": "closer"}, 1, "friends"),
        ({"ring": "3"}, 3, "friends"),
        ({"sector": "family", "ring": ""}, 2, "family"),
        ({"step": "next"}, 2, "colleagues"),
        ({"x": "0.5", "y": "0.42"}, 1, "team-and-staff"),
    ],
)
def test_the_forms_of_the_map_move(cast: Cast, given: dict[str, str], ring: int, kind: str) -> None:
    howard = add(cast, "asha", "Howard")

    answer = signed_in(cast, "asha").post(address(cast, "move"), {"connection": howard, **given})

    assert answer.url == address(cast, "map")
    node = seen(cast, "asha")["Howard"]
    assert node.ring == ring
    assert node.kind == kind or "x" in given


def test_the_buttons_of_the_list_lead_back_to_it(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")

    answer = signed_in(cast, "asha").post(address(cast, "move"), {"act": f"{howard} closer", "back": "list"})

    assert answer.url == f"{address(cast, 'list')}#c-{howard}"
    assert seen(cast, "asha")["Howard"].ring == 1


@pytest.mark.parametrize(
    "given", [{}, {"connection": "x"}, {"act": "x closer"}, {"step": "up"}, {"x": "2"}, {"ring": "9"}]
)
def test_a_move_that_says_nothing_is_answered_kindly(cast: Cast, given: dict[str, str]) -> None:
    howard = add(cast, "asha", "Howard")
    if given.get("step") or given.get("x") or given.get("ring"):
        given = {"connection": str(howard), **given}

    page = signed_in(cast, "asha").post(address(cast, "move"), given, follow=True)

    assert "Choose who is to move, and where." in page.text
    assert seen(cast, "asha")["Howard"].ring == 2
