""" "Our journey": only what both chose, as a page and on paper that is read aloud in order."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.connections.picture import draw
from connecting_people.connections.presenters.over_time import OverTime
from connecting_people.connections.rules import Network, Node
from connecting_people.connections.ruling import Ruling
from connecting_people.core.tests import reading
from connecting_people.journey import actions as journey
from connecting_people.review.actions import next as what_next
from connecting_people.review.actions import report as actions
from connecting_people.review.presenters.paper import paper
from connecting_people.review.presenters.report import Place, Report, Section
from connecting_people.review.record.lines import Group, Line
from connecting_people.review.rules import Choice, Heading, Part, Size
from connecting_people.review.tests.looks import a_year, agreed, by, of_one, open_one, say, signed_in, text_of

pytestmark = pytest.mark.django_db
ODD = "👩‍👩‍👧 中文 #*_$<&> `x` = [y] @z // \\ end \x07 مرحبا Łódź " + "W" * 90


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def review(cast):
    a_year(cast)
    made = open_one(cast)
    say(cast, "asha", made, "There was more company in it")
    say(cast, "ben", made, "You went in front")
    say(cast, "ben", made, "I know four halls", Heading.OUTCOMES, item="local-knowledge")
    what_next.propose(**by(cast, "asha"), review=made, choice=Choice.CARRY_ON)
    return made


def put_in(cast, who, review, *parts, private=()):
    actions.put_in(**by(cast, who), review=review, parts=parts, private=private)


def page(cast, who, review):
    return text_of(signed_in(cast, who), of_one(cast, "report", review)).split("<main", 1)[1]


def pdf(cast, who, review, size=Size.NORMAL):
    answer = signed_in(cast, who).get(of_one(cast, "paper", review, size=size.value))
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'inline; filename="our-journey.pdf"'
    return reading.opened(answer.content)


def words(found):
    return " ".join(f"{one.text} {one.alt}" for one in reading.elements(found)).replace("\u200b", "")


def test_nothing_goes_in_by_itself(cast, review):
    said = page(cast, "asha", review)

    assert "Nothing goes in by itself" in said and "There was more company" not in said


def test_the_person_chooses_on_the_page_what_goes_in(cast, review):
    signed_in(cast, "asha").post(of_one(cast, "choose", review), {"parts": ["said", "goals"]})

    said = page(cast, "asha", review)
    assert "There was more company in it" in said and "Sing with others" in said
    assert "Wei" not in said


def test_words_of_somebody_else_go_in_with_that_ones_yes_alone(cast, review):
    put_in(cast, "asha", review, Part.SAID, Part.GOALS)
    before = page(cast, "asha", review)
    assert "You went in front" not in before and "I sing twice a week" not in before
    assert "Words of Ben are left out here" in before

    put_in(cast, "ben", review, Part.SAID, Part.GOALS)

    after = page(cast, "asha", review)
    assert "You went in front" in after and "I sing twice a week" in after
    assert "Words of Ben" not in after


def test_the_practitioners_yes_puts_nothing_in_that_the_person_left_out(cast, review):
    put_in(cast, "ben", review, *Part)

    assert "You went in front" not in page(cast, "asha", review)


def test_private_words_stand_in_the_owners_copy_alone_and_only_when_put_in(cast, review):
    mine = say(cast, "asha", review, "I was afraid at first", to_oneself=True)
    put_in(cast, "asha", review, Part.SAID)
    assert "I was afraid" not in page(cast, "asha", review)

    put_in(cast, "asha", review, Part.SAID, private=[mine.entry])

    assert "I was afraid at first" in page(cast, "asha", review)
    assert "I was afraid" in words(pdf(cast, "asha", review))
    assert "I was afraid" not in page(cast, "ben", review)
    assert "I was afraid" not in words(pdf(cast, "ben", review))


def test_a_connection_that_one_keeps_is_in_no_copy(cast, review):
    connections.add(**by(cast, "asha"), facts=Facts("Secret Sam"), to_oneself=True)
    put_in(cast, "asha", review, *Part)

    for who in ("asha", "ben"):
        assert "Secret Sam" not in page(cast, who, review)
        assert "Secret Sam" not in words(pdf(cast, who, review))


def test_the_report_of_an_agreed_review_has_the_words_that_were_agreed(cast, review):
    agreed(cast, review)
    put_in(cast, "asha", review, Part.SAID)
    entry = review.said.get(entry__voice=cast.place("asha")).entry
    entry.partnership = cast.reach("asha")

    journey.reword(by=cast.asha, at=by(cast, "asha")["at"], entry=entry, words="It was empty", version=1)

    said = page(cast, "asha", review)
    assert "There was more company in it" in said and "It was empty" not in said


def test_only_ways_round_that_helped_stand_in_it(cast, review):
    put_in(cast, "asha", review, Part.WAYS_ROUND)

    said = page(cast, "asha", review)

    assert "The bus goes at eight" in said and "Howard’s lift" in said and "The taxi" not in said


def test_the_map_stands_in_it_as_a_picture_in_words_and_as_a_table(cast, review):
    put_in(cast, "asha", review, Part.MAP)

    said = page(cast, "asha", review)

    assert said.count('<svg class="picture') == 2
    assert "New on the map" in said and "Came closer" in said
    assert re.search(r'<th scope="row" dir="auto">Meera</th><td>Close</td><td>Very close</td>', said)


@pytest.mark.parametrize("size", Size)
def test_each_form_is_a_tagged_document_for_everybody(cast, review, size):
    put_in(cast, "asha", review, *Part)
    found = pdf(cast, "asha", review, size)

    assert found.Root.MarkInfo.Marked
    assert found.Root.Lang == "en-GB"
    assert found.docinfo.Title == "Our journey"
    assert "Asha" not in str(found.docinfo.Title)
    assert found.Root.ViewerPreferences.DisplayDocTitle
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found.Root.Metadata.read_bytes()


@pytest.mark.parametrize("size", Size)
def test_each_form_is_read_from_its_title_through_every_part(cast, review, size):
    put_in(cast, "asha", review, *Part)
    put_in(cast, "ben", review, *Part)

    found = reading.elements(pdf(cast, "asha", review, size))

    headings = [(one.tag, one.text) for one in found if re.fullmatch(r"H\d", one.tag)]
    assert headings[0] == ("H1", "Our journey")
    seconds = [text for tag, text in headings if tag == "H2"]
    assert seconds == [
        "Is it enough?",
        "The map, then and now",
        "Goals",
        "Going places",
        "People I met",
        "What helped",
        "Strengths",
        "What we said, looking back",
        "What came of it",
        "What comes next",
    ]
    figures = [one.alt for one in found if one.tag == "Figure" and one.alt]
    assert len(figures) == 2 and "Meera" in figures[0] and "Wei" in figures[1] and "Wei" not in figures[0]
    assert {"Sing with others", "Wei", "Keeping time"} <= {one.text for one in found}


@pytest.mark.parametrize(("size", "table"), [(Size.NORMAL, True), (Size.LARGE, True), (Size.EASY, False)])
def test_the_table_has_a_head_and_the_easy_form_says_it_in_sentences(cast, review, size, table):
    put_in(cast, "asha", review, *Part)

    found = pdf(cast, "asha", review, size)

    assert reading.tags(found).count("TH") == (3 if table else 0)
    assert ("Table" in reading.tags(found)) is table
    assert ("This is who was in your life, and who is in it now." in words(found)) is not table


@pytest.mark.parametrize("size", Size)
def test_odd_signs_and_words_without_an_end_are_set_and_none_is_an_empty_box(cast, review, size):
    say(cast, "asha", review, ODD)
    connections.add(**by(cast, "asha"), facts=Facts(ODD[:190]))
    put_in(cast, "asha", review, *Part)

    said = words(pdf(cast, "asha", review, size))

    assert "#*_$<&> `x` = [y] @z // \\ end" in said and "Łódź" in said and "中" not in said


SIGNS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(SIGNS, SIGNS)
@settings(max_examples=10)
def test_whatever_was_typed_a_paper_comes_of_it(name, said):
    line = Line(said, "Asha", "service_user", "1", date(2026, 3, 1), said)
    section = Section("said", "Said", (Group(said, (line,), "Asha", "service_user", "1"),), ())
    before, after = (draw(Network((Node(1, one, ring=1),)), Ruling().board, middle=name) for one in (said, name))
    shown = OverTime((), date(2025, 3, 1), date(2026, 3, 1), before, after, (), 0, False, None)
    made = Report(name, date(2025, 3, 1), date(2026, 3, 1), (section,), shown, (Place(said, "–", said),), True)

    for size in Size:
        assert paper(made, size).startswith(b"%PDF")


def test_the_large_form_has_larger_letters_than_the_usual_one(cast, review):
    put_in(cast, "asha", review, *Part)

    pages = {size: len(pdf(cast, "asha", review, size).pages) for size in Size}

    assert pages[Size.NORMAL] < pages[Size.EASY] <= pages[Size.LARGE] + 1


def test_there_is_no_other_form(cast, review):
    assert signed_in(cast, "asha").get(of_one(cast, "paper", review, size="tiny")).status_code == 404


def test_an_empty_report_is_still_a_page_of_paper(cast, review):
    assert len(pdf(cast, "asha", review).pages) == 1


def test_for_who_has_no_login_the_practitioner_ticks_what_the_person_says(cast):
    from connecting_people.review.actions import reviews
    from connecting_people.review.models import PutIn

    act = by(cast, "ivan", partnership=cast.ivans)
    made = reviews.open_review(**act, since_date=act["partnership"].made_at.date())
    address = of_one(cast, "choose", made).replace(str(cast.partnership.pk), str(cast.ivans.pk))
    lewis = act["partnership"].person

    signed_in(cast, "ivan").post(address, {"parts": ["goals"], "voice": str(lewis.pk)})

    assert PutIn.objects.get().place_id == lewis.pk
