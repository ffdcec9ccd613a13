"""The pages of ideas: what they show to whom, what they keep when something is wrong, and how they are told back."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.core.tests import reading
from connecting_people.culture.actions import ideas
from connecting_people.culture.models import Idea, IdeaMove
from connecting_people.culture.rules import IdeaState, Voice
from connecting_people.culture.tests.said import act, address, an_idea, main_of, moved, signed_in
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
SAID = {"words": "A chair by the door", "name": "named", "practice": "", "team": ""}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def test_an_empty_board_says_what_it_is_for_and_offers_the_first_step(cast):
    page = main_of(signed_in(cast, "cora").get(address(cast, "ideas")))

    assert "small as a chair by the door" in page and address(cast, "add_idea") in page


def test_an_idea_is_said_in_the_open_and_stands_on_the_board_with_its_name(cast):
    said = SAID | {"team": str(cast.team.pk), "practice": "create-welcoming-environments"}

    page = main_of(signed_in(cast, "asha").post(address(cast, "add_idea"), said, follow=True))

    assert "It is on the board" in page
    for words in ("A chair by the door", "Asha", "North team", "Create welcoming environments", "Suggested"):
        assert words in page


def test_the_page_to_say_one_begins_with_the_practice_of_its_address(cast):
    page = main_of(signed_in(cast, "asha").get(address(cast, "add_idea") + "?practice=share-skills"))

    assert re.search(r'value="share-skills"\s+selected', page)
    assert "staff, service users and supporters" in page


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        (SAID | {"words": ""}, "Write your idea"),
        (SAID | {"name": ""}, "Choose with or without your name"),
        (SAID | {"words": "Ask our neighbour Mrs Patel in"}, "“Mrs Patel” may be somebody’s name"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(cast, said, asks):
    answer = signed_in(cast, "asha").post(address(cast, "add_idea"), said)

    assert answer.status_code == 422
    assert asks in main_of(answer) and said["words"] in main_of(answer)
    assert not Idea.objects.exists()


def test_a_name_is_asked_about_once(cast):
    client, said = signed_in(cast, "asha"), SAID | {"words": "Ask our neighbour Mrs Patel in"}
    page = main_of(client.post(address(cast, "add_idea"), said))
    assert 'name="asked" id="id_asked" value="on"' in page

    client.post(address(cast, "add_idea"), said | {"asked": "on"})
    assert Idea.objects.get().words == said["words"]


def test_names_of_the_agency_and_its_teams_are_nobodys(cast):
    said = SAID | {"words": "Let the people of Riverside and North team meet"}
    assert signed_in(cast, "asha").post(address(cast, "add_idea"), said).status_code == 302


def test_who_has_two_parts_says_as_whom_they_speak(cast):
    people.give_role(
        by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.asha, role=Role.PRACTITIONER, team=cast.team
    )
    client = signed_in(cast, "asha")
    assert client.post(address(cast, "add_idea"), SAID).status_code == 422

    client.post(address(cast, "add_idea"), SAID | {"voice": "service_user"})
    assert Idea.objects.get().voice == Voice.SERVICE_USER


def test_a_double_click_makes_one_idea_with_a_name_or_without(cast):
    client = signed_in(cast, "asha")
    for number, name in enumerate(("named", "nameless"), 1):
        once = {"once": f"9f0c6a4e-57a4-4d7f-8a86-1d1f1c3b0f1{number}"}
        for _click in range(2):
            assert client.post(address(cast, "add_idea"), SAID | {"name": name} | once).status_code == 302
        assert Idea.objects.count() == number


def test_the_board_shows_one_practice_and_one_state_where_asked(cast):
    an_idea(cast, words="More light", practice="share-skills")
    moved(cast, an_idea(cast, words="Longer hours"), IdeaState.LOOKING)
    client, board = signed_in(cast, "hana"), address(cast, "ideas")

    by_practice = main_of(client.get(board + "?practice=share-skills"))
    by_state = main_of(client.get(board + "?state=looking"))
    nothing = main_of(client.get(board + "?practice=model-good-practice"))

    assert "More light" in by_practice and "Longer hours" not in by_practice
    assert "Longer hours" in by_state and "More light" not in by_state
    assert "no idea of this kind yet" in nothing and "See the whole board" in nothing
    assert "Nothing here at the moment" in main_of(client.get(board + "?state=done"))
    for odd in ("?state=waiting", "?state=<b>", "?practice=no-such", "?page=x"):
        assert client.get(board + odd).status_code == 200


def many_ideas(cast, number):
    for n in range(number):
        state = list(IdeaState)[1 + n % 5]
        row = Idea(agency=cast.agency, by=cast.asha, voice="service_user", words=f"Idea {n}", state=state)
        row.made_date = timezone.localdate() - timedelta(days=n)
        row.save()
        IdeaMove.objects.create(agency=cast.agency, idea=row, state=state, words="So", by=cast.gwen, at=timezone.now())


@pytest.mark.parametrize("which", ["ideas", "ideas?state=done&page=2", "my_ideas"])
def test_three_hundred_ideas_cost_no_more_questions_to_the_database_than_ten(cast, which):
    client = signed_in(cast, "asha")
    page, _, query = which.partition("?")
    to = address(cast, page) + (f"?{query}" if query else "")
    client.get(to)
    counted = []
    for number in (10, 290):
        many_ideas(cast, number)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(to).status_code == 200
        counted.append(len(asked))

    assert counted[1] <= max(counted[0], 12), counted


def test_all_of_one_state_are_read_page_by_page(cast):
    many_ideas(cast, 125)
    client, board = signed_in(cast, "hana"), address(cast, "ideas")

    first, second = (main_of(client.get(f"{board}?state=done&page={page}")) for page in ("", "2"))
    assert "Page 1 of 2" in first and first.count('class="idea-card ') == 20
    assert "Page 2 of 2" in second and second.count('class="idea-card ') == 5
    assert "See all 25" in main_of(client.get(board))


def test_a_keeper_says_what_becomes_of_it_and_its_author_gets_a_letter_that_says_nothing(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    idea = an_idea(cast, team=cast.team)
    sent = {"to": "not_now", "words": "No room before spring", "version": "1"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(cast, "ela").post(address(cast, "move_idea", idea_id=idea.pk), sent, follow=True)

    assert "No room before spring" in main_of(answer) and "Not now, and why" in main_of(answer)
    (letter,) = mailoutbox
    assert letter.to == [cast.asha.email] and "chair" not in letter.body + letter.subject
    first = main_of(signed_in(cast, "asha").get("/"))
    assert "Something became of an idea of yours" in first and "chair" not in first
    assert "No room before spring" in main_of(signed_in(cast, "asha").get(address(cast, "my_ideas")))


def test_not_now_without_a_reason_is_asked_for_and_nothing_is_lost(cast):
    idea = an_idea(cast, team=cast.team)
    answer = signed_in(cast, "ela").post(
        address(cast, "move_idea", idea_id=idea.pk), {"to": "not_now", "words": " ", "version": "1"}
    )

    assert answer.status_code == 422 and "Say why not now" in main_of(answer)
    assert not IdeaMove.objects.exists()


def test_two_keepers_at_once_see_how_it_stands_and_what_they_typed(cast):
    idea = an_idea(cast, team=cast.team)
    moved(cast, idea, IdeaState.LOOKING, words="I ask the landlord")
    to, sent = address(cast, "move_idea", idea_id=idea.pk), {"to": "trying", "words": "From Monday", "version": "1"}
    ela = signed_in(cast, "ela")

    page = main_of(ela.post(to, sent))
    assert "This was changed while you were writing" in page and "I ask the landlord" in page and "From Monday" in page
    assert 'name="version" id="id_version" value="2"' in page
    ela.post(to, sent | {"version": "2"})
    idea.refresh_from_db()
    assert idea.state == IdeaState.TRYING


def test_news_is_on_a_first_page_for_three_weeks_and_once_for_several(cast):
    for words in ("One", "Two"):
        moved(cast, an_idea(cast, words=words), IdeaState.LOOKING)
    assert "Something became of ideas of yours" in main_of(signed_in(cast, "asha").get("/"))

    IdeaMove.objects.update(at=timezone.now() - timedelta(days=22))
    assert "Something became" not in main_of(signed_in(cast, "asha").get("/"))


def test_an_author_rewords_on_the_page_and_a_second_window_shows_both(cast):
    idea, asha = an_idea(cast), signed_in(cast, "asha")
    to = address(cast, "reword_idea", idea_id=idea.pk)
    asha.post(to, {"words": "Two chairs", "version": "1"})
    page = main_of(asha.post(to, {"words": "Three chairs", "version": "1"}))
    assert "Two chairs" in page and "Three chairs" in page
    asha.post(to, {"words": "Three chairs", "version": "2"})

    idea.refresh_from_db()
    assert idea.words == "Three chairs"
    moved(cast, idea, IdeaState.LOOKING)
    late = asha.post(to, {"words": "Four chairs", "version": "4"})
    assert late.status_code == 422 and "its words stay as they are" in main_of(late) and "Four chairs" in main_of(late)


def test_an_author_takes_it_back_after_being_asked(cast):
    idea, asha = an_idea(cast), signed_in(cast, "asha")
    to = address(cast, "take_back_idea", idea_id=idea.pk)
    assert "Take this idea back?" in main_of(asha.get(to))

    page = main_of(asha.post(to, follow=True))
    assert "Taken back" in page and "Its words are gone" in page
    assert "was taken back" in main_of(asha.get(address(cast, "idea", idea_id=idea.pk)))
    assert signed_in(cast, "ben").get(address(cast, "idea", idea_id=idea.pk)).status_code == 404


def test_what_is_being_tried_cannot_be_taken_back_and_the_page_says_so(cast):
    idea = an_idea(cast)
    moved(cast, idea, IdeaState.TRYING)

    page = main_of(signed_in(cast, "asha").post(address(cast, "take_back_idea", idea_id=idea.pk), follow=True))
    assert "being tried" in page


def test_what_came_up_in_a_training_says_so_and_names_nobody(cast):
    training = "0f4b8c1e-3d4c-4d3a-9f55-0c4e8d1f2a3b"
    idea = an_idea(cast, "femi", words="Meet at the library", from_training=training)

    for page in (address(cast, "ideas"), address(cast, "idea", idea_id=idea.pk)):
        said = main_of(signed_in(cast, "asha").get(page))
        assert "It came up in a training" in said and "Femi" not in said and training not in said


def test_words_are_never_markup(cast):
    an_idea(cast, words="<script>alert(1)</script> & more")
    assert "&lt;script&gt;" in main_of(signed_in(cast, "ben").get(address(cast, "ideas")))


def test_the_sheet_for_the_wall_is_tagged_and_names_nobody(cast):
    an_idea(cast, words="More light")
    moved(cast, an_idea(cast, words="W" * 400), IdeaState.NOT_NOW, words="No")
    many_ideas(cast, 60)

    found = reading.opened(signed_in(cast, "cora").get(address(cast, "ideas_sheet")).content)

    read = [(one.tag, one.text) for one in reading.elements(found)]
    headings = [text for tag, text in read if re.fullmatch(r"H\d", tag)]
    assert headings[0] == "Ideas for how we work"
    assert headings[1:] == ["Suggested", "Looking at it", "Trying it", "Done", "Not now, and why"]
    said = " ".join(text for _tag, text in read)
    assert "More light" in said and "and 7 more" in said and "Asha" not in said
    assert len(found.pages) == 1 and found.Root.MarkInfo.Marked and found.Root.Lang == "en-GB"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found.Root.Metadata.read_bytes()


def test_an_agencys_page_and_a_first_page_lead_to_ideas(cast):
    assert address(cast, "add_idea") in main_of(signed_in(cast, "ben").get("/agency/"))
    for name in ("asha", "cora", "hana"):
        assert "An idea for Riverside Community Support" in main_of(signed_in(cast, name).get("/"))
    assert "An idea for" not in main_of(signed_in(cast, "jo").get("/"))


def test_the_words_of_an_answer_stand_on_the_board(cast):
    idea = an_idea(cast)
    ideas.move(**act(cast, "gwen"), idea=idea, to=IdeaState.TRYING, version=1, words="From Monday on")
    assert "From Monday on" in main_of(signed_in(cast, "hana").get(address(cast, "ideas")))
