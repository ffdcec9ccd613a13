from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.guide.steps import STEPS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Outcome, Standing, Support
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.queries import partnership_for

pytestmark = pytest.mark.django_db
MARKS = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def _page(client, user, cast, step=None):
    client.force_login(user)
    response = client.get(_address(cast, step))
    assert response.status_code == 200
    return response.content.decode().split("<main", 1)[1].split("</main", 1)[0]


def _steps(page):
    return page.split('id="steps"', 1)[1]


def _address(cast, step=None):
    return f"/partnerships/{cast.partnership.pk}/" + (f"steps/{step}/" if step else "")


def _queries(client, address):
    client.get(address)  # the first page after a sign-in notes the device
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [q["sql"] for q in asked if not q["sql"].startswith(MARKS)]


def _enter(cast, name, line, **more):
    return journey.record(by=cast.user(name), at=cast.at, partnership=cast.reach(name), kind="note", line=line, **more)


def test_an_empty_page_invites_to_the_first_conversation(client, cast):
    page = _page(client, cast.asha, cast)
    assert "This is where your way begins" in page
    assert "/getting-started/" in page


def test_each_step_shows_what_happened_there_and_whose_words_it_was(client, cast):
    _enter(cast, "asha", "We walked to the pond", steps=[4])
    _enter(cast, "ben", "The bus is on time on Mondays", steps=[4, 6])

    page = _page(client, cast.ben, cast)

    assert _steps(page).count("We walked to the pond") == 1
    assert _steps(page).count("The bus is on time on Mondays") == 2
    assert "glimpse--service-user" in page
    assert "This is where your way begins" not in page


def test_a_step_shows_two_lines_however_many_there_are(client, cast):
    for number in range(5):
        _enter(cast, "asha", f"Small thing {number}", steps=[2])
    assert _steps(_page(client, cast.asha, cast)).count("Small thing") == 2


def test_what_is_next_depends_on_who_reads(client, cast):
    reached = cast.reach("asha")
    journey.ask(by=cast.asha, at=cast.at, partnership=reached, words="Is there a quiet hour?")
    journey.promise(by=cast.asha, at=cast.at, partnership=reached, words="Ask my cousin", who=reached.me)
    _enter(cast, "asha", "Thursdays for the choir", standing=Standing.PROPOSED)

    hers, his = _page(client, cast.asha, cast), _page(client, cast.ben, cast)

    assert "You asked" in hers
    assert "Asha asks" in his
    assert "You said you would" in hers
    assert "Asha will" in his
    assert "Say what you think" not in hers
    assert "Say what you think" in his


def test_what_is_answered_or_done_is_next_no_longer(client, cast):
    reached = cast.reach("asha")
    question = journey.ask(by=cast.asha, at=cast.at, partnership=reached, words="Is there a quiet hour?")
    promise = journey.promise(by=cast.asha, at=cast.at, partnership=reached, words="Ask my cousin", who=reached.me)
    question.partnership = cast.reach("ben")
    journey.answer(by=cast.ben, at=cast.at, question=question, words="From two to three")
    journey.settle_promise(by=cast.asha, at=cast.at, partnership=reached, promise=promise, outcome=Outcome.CHANGED)

    page = _page(client, cast.ben, cast)

    assert "Is there a quiet hour?" not in page
    assert "Asha will" not in page


def test_words_written_down_for_somebody_wait_for_them_alone(client, cast):
    _enter(cast, "ben", "I like the early bus", voice=cast.place("asha"))
    assert "See if it is right" in _page(client, cast.asha, cast)
    assert "See if it is right" not in _page(client, cast.ben, cast)


def test_the_newest_word_on_support_stands(client, cast):
    for level, line in ((Support.MORE, "A bit more, please"), (Support.LESS, "Less is fine now")):
        at = cast.at + timedelta(minutes=level == Support.LESS)
        journey.set_support(by=cast.asha, at=at, partnership=cast.reach("asha"), level=level, line=line)
    page = _page(client, cast.ben, cast)
    assert "Less is fine now" in page
    assert "A bit more, please" not in page


def test_what_one_keeps_private_leaves_no_trace_on_the_others_pages(client, cast):
    before = [_page(client, cast.ben, cast, step) for step in (None, 3)]
    reached = cast.reach("asha")
    _enter(cast, "asha", "My own thought", steps=[3], kept_by=reached.me)

    assert [_page(client, cast.ben, cast, step) for step in (None, 3)] == before
    assert "My own thought" in _page(client, cast.asha, cast)
    assert "My own thought" in _page(client, cast.asha, cast, 3)


@pytest.mark.parametrize("entries", [5, 500])
def test_the_page_asks_at_most_ten_questions_whatever_is_stored(client, cast, entries):
    _many(cast, entries)
    partnership.pause(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"))
    client.force_login(cast.ben)
    asked = _queries(client, _address(cast))
    assert len(asked) <= 10, "\n".join(asked)


@pytest.mark.parametrize("entries", [5, 500])
def test_a_steps_page_asks_at_most_ten_questions_whatever_is_stored(client, cast, entries):
    _many(cast, entries)
    client.force_login(cast.ben)
    asked = _queries(client, _address(cast, 1))
    assert len(asked) <= 10, "\n".join(asked)


def _many(cast, entries):
    reached = cast.reach("asha")
    first = _enter(cast, "asha", "Small thing", steps=[1])
    journey.promise(by=cast.asha, at=cast.at, partnership=reached, words="Ask my cousin", who=reached.me)
    journey.ask(by=cast.asha, at=cast.at, partnership=reached, words="Is there a quiet hour?")
    same = {f.attname: getattr(first, f.attname) for f in Entry._meta.concrete_fields}
    Entry.objects.bulk_create(Entry(**{**same, "id": uuid4()}) for _ in range(entries - 3))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_works_for_both(client, cast, step):
    _enter(cast, "asha", "Hers in this step", steps=[step.number])
    _enter(cast, "ben", "His in this step", steps=[step.number])
    for user in (cast.asha, cast.ben):
        page = _page(client, user, cast, step.number)
        assert "Hers in this step" in page
        assert "His in this step" in page
        assert f"/journey/write/?step={step.number}" in page
        assert f"/journey/promises/new/?step={step.number}" in page
        assert str(step.prompts_together[0].text) in page
        assert all(_address(cast, number) in page for number in range(1, 9))


@pytest.mark.parametrize("number", [0, 9, 12345])
def test_there_are_eight_steps(client, cast, number):
    client.force_login(cast.ben)
    assert client.get(_address(cast, number) if number else f"{_address(cast)}steps/0/").status_code == 404


@pytest.mark.parametrize("name", ["cora", "dev", "ela", "gwen", "kit", "hana", "ivan", "jo"])
def test_nobody_else_gets_in(client, cast, name):
    client.force_login(cast.user(name))
    assert client.get(_address(cast)).status_code == 404
    assert client.get(_address(cast, 1)).status_code == 404


def test_an_urgent_look_reads_and_offers_nothing_to_do(client, cast):
    reached = cast.reach("asha")
    _enter(cast, "asha", "We walked to the pond", steps=[4])
    _enter(cast, "asha", "My own thought", steps=[4], kept_by=reached.me)
    journey.ask(by=cast.asha, at=cast.at, partnership=reached, words="Is there a quiet hour?")
    journey.promise(by=cast.asha, at=cast.at, partnership=reached, words="Ask my cousin", who=reached.me)
    partnership.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached"
    )

    for page in (_page(client, cast.ela, cast), _page(client, cast.ela, cast, 4)):
        assert "We walked to the pond" in page
        assert "My own thought" not in page
        # Whoever looks is none of the two, and is not spoken to as one of them.
        for words in ("Your two circles", "the two of you", "What you have done here", "Things to talk about"):
            assert words not in page
        for way_to_write in ("<form", "/write/", "/ask/", "/promises/", "/pause/", "/support/", "/own/"):
            assert way_to_write not in page


def test_reading_is_written_down(client, cast):
    from connecting_people.journey.queries import who_looked

    _page(client, cast.ben, cast)
    _page(client, cast.ben, cast, 3)
    read = partnership_for(cast.asha, cast.partnership.pk, at=timezone.now(), page="who")
    assert [look.page for look in who_looked(read)] == ["who", "step 3", "together"]
