"""The papers: tagged, in two sizes, in the trainers' words, and without the name of anybody who comes."""

import io
import zipfile

import pytest

from connecting_people.core.tests import reading
from connecting_people.training.course import research
from connecting_people.training.course.activities import ACTIVITIES, CONFIDENCE, DISCLOSURE, GOALS_CASE
from connecting_people.training.course.cases import CASE
from connecting_people.training.course.scenarios import CONFIDENCE_CARDS, DISCLOSURE_CARDS
from connecting_people.training.pack import READ_ME, pack
from connecting_people.training.papers import shelf
from connecting_people.training.papers.sheet import Size
from connecting_people.training.tests.agendas import MARKUP
from connecting_people.training.tests.outlines import a_day, a_whole_day, of_our_own, of_the_course

EACH = [pytest.param(one, size, id=f"{one.id}-{size}") for one in shelf.PAPERS for size in Size]


@pytest.fixture(scope="module")
def day():
    return a_whole_day()


def read(paper, outline, size=Size.USUAL):
    return reading.elements(reading.opened(paper.drawn(outline, size)))


def said(paper, outline):
    return " ".join(element.text for element in read(paper, outline))


@pytest.mark.parametrize(("paper", "size"), EACH)
def test_a_paper_is_tagged_for_everybody(paper, size, day):
    pdf = reading.opened(paper.drawn(day, size))

    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "en-GB"
    assert pdf.docinfo.Title == f"{paper.name}: A first day together"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()
    assert all(reading.fonts(pdf).values())
    assert "H1" in reading.tags(pdf)


def test_the_handout_gives_every_fact_the_number_of_its_source(day):
    text = said(shelf.HANDOUT, day)

    for chapter in research.CHAPTERS:
        for fact in chapter.facts:
            numbers = ", ".join(str(research.SOURCES.index(source) + 1) for source in fact.sources)
            assert f"{fact.says} [{numbers}]" in text
    for number, source in enumerate(research.SOURCES, 1):
        assert f"[{number}]" in text
        assert source.where in text.replace("\u200b", "")


def test_the_handout_tells_the_drawing_in_words(day):
    (figure,) = (e for e in read(shelf.HANDOUT, day) if e.tag == "Figure")

    assert "Empathy" in figure.alt
    assert "Coming back" in figure.alt


def test_there_is_a_card_for_each_activity_with_all_that_is_needed_to_run_it(day):
    pdf = reading.opened(shelf.CARDS.drawn(day, Size.USUAL))
    found = reading.elements(pdf)

    titles = [e.text for e in found if e.tag == "H1"]
    assert titles == [item.name for item in day.items if item.works]
    text = " ".join(e.text for e in found)
    for one in ACTIVITIES:
        assert all(str(words) in text for words in (one.aim, *one.needs, *one.how, *one.listen_for))


def test_the_words_on_a_card_are_the_trainers_where_they_changed_them():
    changed = of_the_course("own-map", name="Our maps", how=("Sit down.", "Draw."), goal="Nobody left out")

    text = said(shelf.CARDS, a_day(changed))

    assert "Our maps" in text
    assert "Sit down." in text
    assert "Our goal: Nobody left out" in text
    assert "Say first what becomes of it" not in text


def test_the_conversation_is_told_line_by_line_and_stops_where_it_does_on_phones(day):
    text = said(shelf.CASE, day)

    at = -1
    for number, turn in enumerate(CASE.turns, start=1):
        line = f"{number} {CASE.names[turn.voice]}"
        assert text.index(line, at + 1) > at
        at = text.index(str(turn.says), at + 1)
        assert str(turn.seen) in text
        for asks in (asks for stop in CASE.stops if stop.after == number for asks in stop.asks):
            at = text.index(str(asks), at)


def test_what_comes_after_a_stop_is_on_another_page(day):
    pdf = reading.opened(shelf.CASE.drawn(day, Size.USUAL))

    assert len(pdf.pages) == len(CASE.stops) + 1


def test_the_conversation_ends_with_a_sheet_of_two_columns_that_leaves_out_what_is_kept(day):
    pdf = reading.opened(shelf.CASE.drawn(day, Size.USUAL))
    text = " ".join(e.text for e in reading.elements(pdf))

    kept, *shared = GOALS_CASE.columns
    assert reading.tags(pdf).count("TH") == len(shared) == 2
    assert all(str(column.title) in text for column in shared)
    assert str(kept.title) not in text


def test_sheets_that_are_collected_and_sticky_notes_have_a_place_for_who_wrote(day):
    collected = said(shelf.COLLECTING, day)
    kept = collected.count("This sheet is yours")

    assert kept and collected.count("Who writes here?") == collected.count("Group:") - kept
    for voice in ("Practitioner", "Service user", "Carer", "From outside"):
        assert said(shelf.STICKY_NOTES, day).count(voice) == 3 * 6
    pdf = reading.opened(shelf.COLLECTING.drawn(day, Size.USUAL))
    assert len(pdf.pages) == collected.count("Group:")


def test_each_group_has_a_card_with_its_scenario_and_what_to_talk_about(day):
    found = read(shelf.SCENARIOS, day)
    text = " ".join(e.text for e in found)

    cards = (*DISCLOSURE_CARDS, *CONFIDENCE_CARDS)
    titles = [e.text for e in found if e.tag == "H1"]
    assert titles == [*(str(card.title) for card in cards), str(DISCLOSURE.name), str(CONFIDENCE.name)]
    assert all(str(words) in text for card in cards for words in (card.tells, *card.asks))
    assert f"{DISCLOSURE.name} · Group 4" in text


def test_scenarios_are_those_of_the_agenda_once_each_and_named_as_the_trainers_name_them():
    again = (of_the_course("confidence", name="Only if you like"), of_the_course("confidence"))

    found = read(shelf.SCENARIOS, a_day(*again))

    titles = [e.text for e in found if e.tag == "H1"]
    assert titles == [*(str(card.title) for card in CONFIDENCE_CARDS), "Only if you like"]


def test_an_activity_of_the_trainers_own_with_the_board_of_one_of_ours_has_its_cards_too():
    outline = a_day(of_our_own(MARKUP, course=DISCLOSURE))

    text = said(shelf.SCENARIOS, outline)

    assert shelf.SCENARIOS in shelf.papers_for(outline)
    assert f"{MARKUP} · Group 1" in text


def test_sticky_notes_say_their_colour_in_a_word_too(day):
    text = said(shelf.STICKY_NOTES, day)

    for words in ("Would recommend (green)", "Unsure (amber)", "Would not recommend (red)"):
        assert text.count(words) == 6


def test_the_agenda_for_the_wall_says_when_and_what(day):
    text = said(shelf.AGENDA, day)

    for item in day.items:
        assert item.name in text
        assert item.starts in text


def test_the_list_to_sign_is_empty_and_has_a_row_for_each_place(day):
    pdf = reading.opened(shelf.SIGN_IN.drawn(day, Size.USUAL))

    assert reading.tags(pdf).count("TD") == 3 * day.places
    assert not [e for e in reading.elements(pdf) if e.tag == "TD" and e.text]


def test_there_is_a_sheet_to_write_on_for_each_column_and_what_is_kept_is_not_collected(day):
    pdf = reading.opened(shelf.COLLECTING.drawn(day, Size.USUAL))
    text = [e.text for e in reading.elements(pdf)]

    columns = [column for item in day.items for column in item.columns]
    assert len(pdf.pages) == len(columns)
    assert sum("nobody collects it" in line for line in text) == sum(column.kept for column in columns)


def test_papers_of_activities_are_left_out_where_there_are_none():
    outline = a_day()

    assert not {shelf.CARDS, shelf.COLLECTING, shelf.CASE, shelf.SCENARIOS} & set(shelf.papers_for(outline))
    assert shelf.HANDOUT in shelf.papers_for(outline)
    with pytest.raises(shelf.UnknownPaper):
        shelf.paper_for(outline, "activity-cards")
    with pytest.raises(shelf.UnknownPaper):
        shelf.paper_for(outline, "diary")


def test_forty_blocks_and_endless_words_still_lay_out():
    outline = a_day(*(of_our_own("W" * 200, how=("word " * 400,)) for _ in range(40)), title="W" * 200)

    for paper in (shelf.AGENDA, shelf.CARDS):
        assert len(reading.opened(paper.drawn(outline, Size.USUAL)).pages) > 1


def test_what_looks_like_markup_is_set_as_it_was_typed_and_odd_signs_are_left_out():
    found = [e.text for e in read(shelf.AGENDA, a_day(of_our_own("中文 ok \x1b"), title=MARKUP))]

    assert MARKUP in found
    assert "ok" in " ".join(found)


def test_the_whole_pack_is_one_file_with_everything_in_both_sizes_and_a_page_on_what_is_what(day):
    with zipfile.ZipFile(io.BytesIO(pack(day))) as bundle:
        names = bundle.namelist()
        assert {info.date_time for info in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        read_me = bundle.read(READ_ME).decode()

    assert names[0] == READ_ME
    for paper in shelf.PAPERS:
        assert {f"{paper.id}.pdf", f"{paper.id}-large-print.pdf"} <= set(names)
        assert f"{paper.id}.pdf" in read_me
    assert {"slides.pptx", "slides.pdf", "poster-colour.pdf", "poster-black-and-white.pdf"} <= set(names)
    assert "If the network fails" in read_me
