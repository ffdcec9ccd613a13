"""Whose an idea without a name is: not from the database without its keys, not from the audit, not from any page."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.culture.actions import ideas
from connecting_people.culture.models import Idea
from connecting_people.culture.rules import IdeaState
from connecting_people.culture.tests.said import act, address, an_idea, came_in, main_of, moved, nameless, signed_in

pytestmark = pytest.mark.django_db
TRIALS = 40
# Of six things in two orders that know nothing of each other one is in the same place, give or take one. A guess that
# knows something lies far above 40 + 6 * sqrt(40); one that knows everything at 240.
CHANCE = 78
SIX = ("asha", "ben", "cora", "dev", "femi", "hana")


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def _everything(*, but=()):
    """All rows of all tables as they are stored."""
    found = {}
    for model in apps.get_models():
        if model._meta.label not in but:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {model._meta.db_table}")
                found[model._meta.label] = sorted(map(str, cursor.fetchall()))
    return found


def _stored(idea):
    """What stands in the database of an idea: each column as it is stored, and where the row lies."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid::text"
    key = idea.pk.hex if connection.vendor == "sqlite" else idea.pk
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {place}, * FROM culture_idea WHERE id = %s", [key])
        names = [column[0] for column in cursor.description]
        return dict(zip(["place", *names[1:]], cursor.fetchone(), strict=True))


def test_no_order_of_rows_or_ids_says_in_which_order_they_came(cast):
    start = (timezone.now() - timedelta(days=31)).replace(day=1)
    for number, name in enumerate(SIX):
        an_idea(cast, name, start + timedelta(days=number), named=False, words=f"Idea {name}")
    hits = {"place": 0, "id": 0}
    for _trial in range(TRIALS):
        undo = transaction.savepoint()
        rows = {f"Idea {name}": None for name in SIX}
        rows |= {one.words: _stored(one) for one in came_in(cast)}
        for by in hits:
            order = sorted(rows, key=lambda words, by=by, rows=rows: rows[words][by])
            hits[by] += sum(one == f"Idea {name}" for one, name in zip(order, SIX, strict=True))
        transaction.savepoint_rollback(undo)

    assert all(number <= CHANCE for number in hits.values()), hits


def test_nothing_in_its_row_says_whose_it_is(cast):
    for name in SIX:
        nameless(cast, name)
    rows = [_stored(one) for one in came_in(cast)]

    for name in SIX:
        ids = {cast.user(name).pk.hex, str(cast.user(name).pk), name}
        assert not any(id in str(value) for row in rows for value in row.values() for id in ids)
    assert len({len(row["sealed_by"]) for row in rows}) == 1
    assert len({str(row["made_date"]) for row in rows}) == 1


@pytest.mark.parametrize("word", ["suggest", "reword", "take_back"])
def test_a_form_about_it_changes_nothing_in_the_database_but_its_row(cast, word):
    client = signed_in(cast, "asha")
    client.get(address(cast, "ideas"))  # the first page after a sign-in notes the device
    if word == "suggest":
        to, sent = address(cast, "add_idea"), {"words": "More light", "name": "nameless", "practice": "", "team": ""}
    else:
        found = an_idea(cast, named=False)
        to, sent = address(cast, f"{word}_idea", idea_id=found.pk), {"words": "More light", "version": "1"}
    once = {"once": "9f0c6a4e-57a4-4d7f-8a86-1d1f1c3b0f11"}
    before = _everything(but={"culture.Idea", "sessions.Session"})

    answer = client.post(to, sent | once)

    assert (answer.status_code, answer["Location"]) == (302, address(cast, "my_ideas"))
    assert _everything(but={"culture.Idea", "sessions.Session"}) == before
    assert Idea.objects.get().words == ("" if word == "take_back" else "More light")


def test_the_same_form_with_a_name_is_noted_so_the_test_above_would_see_it(cast):
    client = signed_in(cast, "asha")
    client.get(address(cast, "ideas"))
    before = _everything(but={"culture.Idea", "sessions.Session"})
    once = {"once": "9f0c6a4e-57a4-4d7f-8a86-1d1f1c3b0f11"}

    client.post(address(cast, "add_idea"), {"words": "More light", "name": "named", "practice": ""} | once)

    changed = {label for label, rows in _everything(but={"sessions.Session"}).items() if before.get(label) != rows}
    assert changed == {"audit.Event", "audit.Chain", "core.Submission", "culture.Idea"}


def test_the_audit_says_that_ideas_came_in_and_never_whose(cast, client):
    before = set(Event.objects.values_list("pk", flat=True))
    nameless(cast, "asha")
    came_in(cast)

    (event,) = Event.objects.exclude(pk__in=before)
    assert (event.act, event.actor_id, event.target_id) == ("culture: ideas came in", None, None)
    client.force_login(cast.kit)
    said = main_of(client.get(reverse("home:audit")))
    row = next(one for one in said.split("<tr") if "Culture: ideas came in" in one)
    assert "The program" in row and str(cast.asha.pk)[:8] not in row


def test_a_day_without_ideas_leaves_nothing_in_the_audit(cast):
    before = Event.objects.count()
    an_idea(cast, named=False)

    assert ideas.come_in(by=None, at=timezone.now(), agency=cast.agency) == 0
    assert Event.objects.count() == before


@pytest.mark.parametrize("reader", ["gwen", "ela", "ben", "kit", "hana", "cora"])
def test_no_page_of_anybody_else_says_whose_it_is(cast, reader):
    nameless(cast, "asha", team=cast.team)
    (idea,) = came_in(cast)
    moved(cast, idea, IdeaState.LOOKING, "ela")
    client = signed_in(cast, reader)

    pages = [address(cast, "ideas"), address(cast, "idea", idea_id=idea.pk), address(cast, "my_ideas")]
    said = "".join(main_of(client.get(page)) for page in pages)
    assert "A chair by the door" in said and "Without a name" in said
    assert "Asha" not in said and "This is yours" not in said and "service user’s" not in said
    for page in ("reword_idea", "take_back_idea"):
        assert client.get(address(cast, page, idea_id=idea.pk)).status_code == 404


def test_nobody_else_sees_it_while_it_waits(cast):
    idea = an_idea(cast, "asha", named=False)

    for reader in ("gwen", "ela", "hana", "kit"):
        client = signed_in(cast, reader)
        assert client.get(address(cast, "idea", idea_id=idea.pk)).status_code == 404
        assert client.get(address(cast, "move_idea", idea_id=idea.pk)).status_code == 404
        assert "A chair by the door" not in main_of(client.get(address(cast, "ideas")))
    assert "A chair by the door" in main_of(signed_in(cast, "asha").get(address(cast, "my_ideas")))


def test_its_owner_alone_hears_what_became_of_it_and_no_letter_goes_out(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    nameless(cast, "asha", team=cast.team)
    (idea,) = came_in(cast)
    sent = {"to": "not_now", "words": "There is no room before spring", "version": "1"}
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(cast, "ela").post(address(cast, "move_idea", idea_id=idea.pk), sent)

    asha = signed_in(cast, "asha")
    assert "Something became of an idea of yours" in main_of(asha.get("/"))
    mine = main_of(asha.get(address(cast, "my_ideas")))
    assert "There is no room before spring" in mine and "nobody else can tell" in mine
    assert "Something became" not in main_of(signed_in(cast, "hana").get("/"))
    assert mailoutbox == []


def test_a_keeper_with_an_idea_of_their_own_answers_it_like_any_other(cast):
    nameless(cast, "gwen")
    (idea,) = came_in(cast)
    ideas.move(**act(cast, "gwen"), idea=idea, to=IdeaState.LOOKING, version=1)

    assert "Something became" not in main_of(signed_in(cast, "gwen").get("/"))
