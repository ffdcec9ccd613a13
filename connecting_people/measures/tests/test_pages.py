import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.core.london import day_of
from connecting_people.measures.actions import practice
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet, Definition
from connecting_people.measures.rules import Mode
from connecting_people.measures.tests.answers import (
    WELL,
    address,
    answer,
    bring,
    by,
    filled,
    practise,
    signed_in,
    text_of,
)
from connecting_people.partnership import actions as partnership
from connecting_people.people.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def sent(answers, **more):
    return {f"q-{id}": value for id, value in answers.items()} | more


def where(cast, page, id="ons_wellbeing", **more):
    return address(cast, page, instrument=id, **more)


def test_the_list_puts_first_what_belongs_to_the_step_that_one_comes_from(cast):
    said = text_of(cast, "asha", f"{address(cast, 'questions')}?step=2")

    assert "For “Mapping existing connections”" in said or "For “" in said
    assert said.index("Who could help with…") < said.index("Personal well-being, four questions")


@pytest.mark.parametrize("step", [1, 2, 7, 8])
def test_the_page_of_a_step_leads_to_its_questions(cast, step):
    said = text_of(cast, "asha", reverse("home:step", kwargs={"partnership_id": cast.partnership.pk, "number": step}))
    assert f"{address(cast, 'questions')}?step={step}" in said


def test_an_instrument_offers_three_ways_and_says_what_it_is_not(cast):
    said = text_of(cast, "asha", where(cast, "instrument"))

    for words in ("On my own", "Together", "Just to talk", "finds no illness", "Open Government Licence"):
        assert words in said
    assert "Once somebody has answered" in said


def test_answering_alone_leads_to_the_result_in_words_without_a_number_of_the_scale(cast):
    went_on = signed_in(cast, "asha").post(where(cast, "answer", mode="alone"), sent({**WELL, "happy": ""}))

    made = AnswerSet.objects.get()
    assert went_on["Location"] == address(cast, "answers", set_id=made.pk)
    said = text_of(cast, "ben", went_on["Location"])
    assert "Satisfied with life" in said and "Left open" in said and "Asha" in said
    assert "medium" not in said and "What its source calls it" not in said


def test_the_number_its_formula_and_its_source_stand_a_page_further(cast):
    made = answer(cast, "asha")
    said = text_of(cast, "asha", address(cast, "numbers", set_id=made.pk))

    for words in ("from 0 (less satisfied) to 10 (more satisfied)", "“low”", "Office for National Statistics"):
        assert words in said
    assert "The number of the answer itself." in said


def test_left_open_altogether_the_form_says_what_to_do(cast):
    answered = signed_in(cast, "asha").post(where(cast, "answer", mode="alone"), {"words": "Not today"})

    assert answered.status_code == 422
    assert "Answer one question at least" in answered.content.decode() and "Not today" in answered.content.decode()
    assert not AnswerSet.objects.exists()


def test_together_it_asks_whose_answers_they_are_on_either_persons_device(cast):
    for who, says in (("asha", cast.place("ben")), ("ben", cast.place("asha"))):
        client = signed_in(cast, who)
        assert (
            "Choose whose answers" in client.post(where(cast, "answer", mode="together"), sent(WELL)).content.decode()
        )
        client.post(where(cast, "answer", mode="together"), sent(WELL, voice=str(says.pk)))
    assert {one.entry.voice_id for one in AnswerSet.objects.all()} == {cast.place("asha").pk, cast.place("ben").pk}
    assert {one.mode for one in AnswerSet.objects.all()} == {"together"}


def test_just_to_talk_shows_the_questions_and_keeps_nothing(cast):
    said = text_of(cast, "asha", where(cast, "talk"))

    assert "How happy did you feel yesterday" in said or "how happy did you feel yesterday" in said
    assert "<form" not in said.split("<main")[1].split("</main>")[0]
    assert signed_in(cast, "asha").post(where(cast, "talk"), sent(WELL)).status_code == 405
    assert not AnswerSet.objects.exists()


def test_what_was_ticked_when_the_session_ended_is_still_there(cast):
    page = where(cast, "answer", mode="alone")
    client = signed_in(cast, "asha")
    keep = re.search(r'name="keep" value="([^"]+)"', client.get(page).content.decode())[1]

    Client().post(page, sent(WELL, keep=keep, words="Half of it"))

    assert Draft.objects.get().path == page
    said = signed_in(cast, "asha").get(page).content.decode()
    assert "Half of it" in said
    assert re.search(r'name="q-happy"[^>]*value="9"[^>]*checked', said)


def test_a_double_click_keeps_one_set(cast):
    page, client = where(cast, "answer", mode="alone"), signed_in(cast, "asha")
    once = re.search(r'name="once" value="([^"]+)"', client.get(page).content.decode())[1]
    for _ in range(2):
        client.post(page, sent(WELL, once=once))
    assert AnswerSet.objects.count() == 1


def test_over_time_it_is_a_picture_with_words_and_the_same_as_a_table(cast):
    answer(cast, "asha", at=cast.at)
    answer(cast, "asha", answers_={**WELL, "satisfied": 8})
    said = text_of(cast, "asha", where(cast, "instrument"))

    assert said.count('<svg class="plot__picture"') == 4
    assert "Satisfied with life over time. Asha: 4 (4); Asha: 8 (8)" in said
    assert "The same as a table" in said


def test_two_who_see_it_differently_stand_side_by_side(cast):
    answer(cast, "asha", PRACTICE, {item.id: 4 for item in latest()[PRACTICE].items})
    answer(cast, "ben", PRACTICE, {item.id: 1 for item in latest()[PRACTICE].items})
    said = text_of(cast, "asha", where(cast, "instrument", PRACTICE))

    assert "Most of the time" in said and "Seldom" in said and "Seen differently" in said
    assert "not the published fidelity measure" in said.replace("NOT", "not")


def test_resources_are_shown_by_what_and_through_whom_never_as_a_total(cast):
    howard = connections.add(**by(cast, "asha"), facts=Facts("Howard"))
    made = answer(cast, "asha", "who_could_help", {"tea": (2,), "key": (), "way": (8,), "come": (1,)})
    client = signed_in(cast, "asha")
    client.post(address(cast, "through", set_id=made.pk, item="tea"), {"people": [str(howard.pk)]})

    said = text_of(cast, "ben", address(cast, "answers", set_id=made.pk))

    assert "Howard, A friend" in said
    hangs = said.split("What hangs on one person")[1].split("</section>")[0]
    assert "Howard" in hangs and "cup of tea" in hangs
    assert "Only somebody who is paid for it." in said and "Left open" in said
    assert not re.search(r"\d+ of the \d+", said)


def test_nobody_and_somebody_are_not_ticked_for_the_same(cast):
    page = where(cast, "answer", "who_could_help", mode="alone")
    answered = signed_in(cast, "asha").post(page, {"q-tea": ["2", "nobody"]})
    assert answered.status_code == 422 and "Nobody just now" in answered.content.decode()


def test_nobody_just_now_is_kept_and_blank_is_not(cast):
    signed_in(cast, "asha").post(where(cast, "answer", "who_could_help", mode="alone"), {"q-tea": ["nobody"]})
    said = text_of(cast, "asha", address(cast, "answers", set_id=AnswerSet.objects.get().pk))
    assert "cup of tea" in said.split("Not just now")[1].split("</section>")[0]


def test_what_came_within_reach_since_is_told(cast):
    answer(cast, "asha", "who_could_help", {"tea": (), "key": (2,)}, at=cast.at)
    answer(cast, "asha", "who_could_help", {"tea": (2,), "key": ()})
    said = text_of(cast, "asha", where(cast, "instrument", "who_could_help"))

    came, went = said.split("Within reach now")[1].split("Within reach then")
    assert "cup of tea" in came and "spare key" in went


def test_what_one_keeps_is_not_there_for_the_other_and_their_own_look_is_their_own(cast):
    kept = answer(cast, "asha", to_oneself=True)
    here = address(cast, "answers", set_id=kept.pk)

    assert "Only you see this" in text_of(cast, "asha", here)
    looked = text_of(cast, "ben", reverse("journey:who_looked", kwargs={"partnership_id": cast.partnership.pk}))
    assert "answers to questions" not in looked and "own journey" not in looked
    assert signed_in(cast, "ben").get(here).status_code == 404


def test_a_private_answer_changes_no_byte_of_what_the_other_sees(cast):
    answer(cast, "asha", at=cast.at)
    answer(cast, "ben", PRACTICE, {"agency-model": 4})
    connections.add(**by(cast, "asha"), facts=Facts("Howard"))
    shared = answer(cast, "asha", "who_could_help", {"tea": (2,)})
    pages = [
        address(cast, "questions"),
        *(where(cast, page, id) for page in ("instrument", "talk") for id in latest_ready()),
    ]
    pages += [address(cast, page, set_id=shared.pk) for page in ("answers", "numbers")]
    pages += [where(cast, "answer", mode=mode) for mode in Mode]
    pages += [reverse("home:step", kwargs={"partnership_id": cast.partnership.pk, "number": n}) for n in (1, 2, 7, 8)]

    def all_pages():
        client = signed_in(cast, "ben")
        found = {page: client.get(page) for page in pages}
        assert all(one.status_code == 200 for one in found.values())
        return {page: re.sub(r'<input type="hidden"[^>]*>', "", one.content.decode()) for page, one in found.items()}

    all_pages()
    before = all_pages()
    for id, given in (("ons_wellbeing", {"satisfied": 1}), ("who_could_help", {"tea": (), "key": (2,)})):
        kept = answer(cast, "asha", id, given, to_oneself=True, words="A secret")
        signed_in(cast, "asha").get(address(cast, "answers", set_id=kept.pk))
    signed_in(cast, "asha").get(where(cast, "answer", mode="alone"))
    assert all_pages() == before


def latest_ready():
    return [one.id for one in latest().values() if not one.empty]


def test_in_an_urgent_look_answers_are_read_and_nothing_is_asked(cast):
    made = answer(cast, "asha")
    partnership.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached today"
    )
    assert "Satisfied with life" in text_of(cast, "ela", address(cast, "answers", set_id=made.pk))
    assert "On my own" not in text_of(cast, "ela", where(cast, "instrument"))
    assert signed_in(cast, "ela").get(where(cast, "answer", mode="alone")).status_code == 404


@pytest.mark.parametrize("page", ["questions", "instrument"])
def test_a_page_takes_as_many_queries_however_much_was_answered(cast, page):
    here = address(cast, page) if page == "questions" else where(cast, page)

    def queries():
        client = signed_in(cast, "asha")
        client.get(here)
        with CaptureQueriesContext(connection) as asked:
            client.get(here)
        return len(asked)

    answer(cast, "asha")
    few = queries()
    for _ in range(5):
        answer(cast, "asha")
        answer(cast, "ben")
    assert queries() == few <= 14


# The agency's pages


def of_agency(cast, page, **more):
    return reverse(f"measures:{page}", kwargs={"agency_id": cast.agency.pk, **more})


def brings(cast, content):
    file = SimpleUploadedFile("ours.toml", content)
    return signed_in(cast, "gwen").post(of_agency(cast, "bring"), {"chosen": file})


def test_the_agencys_page_shows_what_is_ready_and_what_waits_for_a_licence(cast):
    said = text_of(cast, "gwen", of_agency(cast, "instruments"))
    assert (
        said.index("Social contact and isolation")
        < said.index("Waiting for a licence")
        < said.index("Friendship Scale")
    )


def test_a_slots_file_is_taken_filled_in_brought_tried_and_used(cast):
    client = signed_in(cast, "gwen")
    taken = client.get(of_agency(cast, "slot_file", instrument="ucla_3"))
    assert taken["Content-Disposition"] == 'attachment; filename="ucla_3.toml"'

    went_on = brings(cast, taken.content.replace(b'says = ""', b'says = "Supplied"'))
    made = Definition.objects.get()
    assert went_on["Location"] == of_agency(cast, "definition", definition_id=made.pk)
    tried = client.post(went_on["Location"], {"q-ucla1": "2", "q-ucla2": "3", "q-ucla3": "1"}).content.decode()
    assert "6, from 3 to 9" in tried and "Nothing of this was kept." in tried
    assert not AnswerSet.objects.exists()

    licence = {"what": "Practice use", "licensed_by": "Its authors, letter of May", "sure": "on"}
    client.post(of_agency(cast, "confirm", definition_id=made.pk), licence)
    assert "UCLA Loneliness Scale" in text_of(cast, "asha", address(cast, "questions"))
    client.post(of_agency(cast, "end", definition_id=made.pk))
    assert "UCLA Loneliness Scale" not in text_of(cast, "asha", address(cast, "questions"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"#" * 10_000_000, "ours.toml: The file is larger than 200 kB."),
        (b"\xff\xfe", "ours.toml, line 1: This is not text in UTF-8"),
        (filled("ucla_3").replace(b'"ucla1", "ucla2"', b'"ucla1", "ucla9"'), "There is no item called “ucla9”"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_reason_and_nothing_of_it_is_kept(cast, content, says):
    answered = brings(cast, content)
    assert answered.status_code == 422 and says in answered.content.decode()
    assert not Definition.objects.exists()


def test_the_licence_has_to_be_confirmed_in_words(cast):
    made = bring(cast, use=False)
    answered = signed_in(cast, "gwen").post(of_agency(cast, "confirm", definition_id=made.pk), {})
    assert answered.status_code == 422
    for words in ("Say what you are allowed to do", "Say who allows it", "Tick this once"):
        assert words in answered.content.decode()


def test_what_was_looked_at_is_thrown_away_and_an_act_that_comes_too_late_says_so(cast):
    made, client = bring(cast, use=False), signed_in(cast, "gwen")
    late = client.post(of_agency(cast, "end", definition_id=made.pk), follow=True)
    assert "Somebody was quicker" in late.content.decode()
    client.post(of_agency(cast, "discard", definition_id=made.pk))
    assert not Definition.objects.exists()


@pytest.mark.parametrize("id", ["social_contact", "swemwbs"])
def test_what_comes_with_the_program_can_be_looked_at(cast, id):
    said = text_of(cast, "gwen", of_agency(cast, "shipped", instrument=id))
    assert latest()[id].title in said


def test_what_was_answered_can_be_read_after_the_questions_are_out_of_use(cast):
    made = bring(cast)
    given = {"q-ucla1": "2", "q-ucla2": "3", "q-ucla3": "1"}
    signed_in(cast, "asha").post(where(cast, "answer", "ucla_3", mode="alone"), given)
    signed_in(cast, "gwen").post(of_agency(cast, "end", definition_id=made.pk))

    assert "does not use these questions any more" in text_of(cast, "asha", where(cast, "instrument", "ucla_3"))
    assert signed_in(cast, "asha").get(where(cast, "answer", "ucla_3", mode="alone")).status_code == 404


# One's own practice


def own(page, row=None, **more):
    return reverse(f"measures:{page}", kwargs={"review_id": row.pk, **more} if row else more)


def test_a_practitioner_looks_at_their_practice_shows_it_and_takes_it_back(cast):
    client = signed_in(cast, "ben")
    assert "for you alone" in client.get(own("own")).content.decode()
    client.post(own("own_answer"), {f"q-{item.id}": "3" for item in latest()[PRACTICE].items})
    made = AnswerSet.objects.get()
    assert "Only you." in client.get(own("own_review", made)).content.decode()

    client.post(own("discuss", made), {"colleague": str(cast.dev.pk)})
    assert "You and Dev" in client.get(own("own_review", made)).content.decode()
    dev = signed_in(cast, "dev")
    assert "Ben" in dev.get(own("own")).content.decode()
    dev.post(own("see_beside", made), {f"q-{item.id}": "4" for item in latest()[PRACTICE].items})
    assert "Seen differently" in client.get(own("own_review", made)).content.decode()
    assert "Side by side" in dev.get(own("shown", made)).content.decode()

    client.post(own("take_back", made))
    assert dev.get(own("shown", made)).status_code == 404
    again = client.post(own("take_back", made), follow=True)
    assert "Nobody else sees this." in again.content.decode()


def test_what_one_will_try_stands_on_ones_day(cast):
    made, client = practise(cast, "ben"), signed_in(cast, "ben")
    today = day_of(timezone.now())
    day = {f"look_{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    client.post(own("will_try", made), {"words": "Ring the hall", **day})

    said = client.get("/").content.decode()
    tries = made.actions.get()
    assert "Ring the hall" in said and own("look_again", action_id=tries.pk) in said
    client.post(own("look_again", action_id=tries.pk), {"learned": "They were glad"})
    assert "Ring the hall" not in client.get("/").content.decode()
    assert "They were glad" in client.get(own("own")).content.decode()


def test_nobody_else_is_told_of_it(cast):
    made = practise(cast, "ben", words="I am tired of the phone")
    practice.will_try(by=cast.ben, at=timezone.now(), answer_set=made, words="Rest", look_date=day_of(timezone.now()))
    for who in ("dev", "ela", "gwen", "asha"):
        assert signed_in(cast, who).get(own("own_review", made)).status_code == 404
        assert "Rest</a>" not in text_of(cast, who, "/")


def test_who_is_no_practitioner_has_no_practice_to_look_at(cast):
    assert signed_in(cast, "asha").get(own("own")).status_code == 403
