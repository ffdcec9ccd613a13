"""On one page: own words, own figures as far as they may be told, and what research says, all of it."""

import re
from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import sealed
from connecting_people.community.tests.places import walking_group
from connecting_people.core.permissions import NotAllowed
from connecting_people.core.tests import reading
from connecting_people.culture.actions import briefings
from connecting_people.culture.models import Briefing
from connecting_people.culture.queries.briefings import figures
from connecting_people.culture.rules import LONGEST_BRIEFING, IdeaState, Reader, Size
from connecting_people.culture.tests.said import act, address, an_idea, an_offer, main_of, moved, signed_in
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
ODD = "中文 #*_$<&> `x` = [y] @z // \\ end مرحبا Łódź " + "W" * 90


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def written(cast, words="Come and see us", team=None, reader=Reader.COLLEAGUE, version=0, name="ben"):
    return briefings.write(
        **act(cast, name), agency=cast.agency, team=team, reader=reader, words=words, version=version
    )


def pdf(cast, reader=Reader.COLLEAGUE, size=Size.NORMAL, query=""):
    answer = signed_in(cast, "ben").get(address(cast, "briefing_file", reader=reader.value, size=size.value) + query)
    assert answer["Content-Disposition"] == 'inline; filename="on-one-page.pdf"'
    return reading.opened(answer.content)


def words_of(found):
    return " ".join(one.text for one in reading.elements(found)).replace("\u200b", "")


def helpers(cast, number):
    for n in range(number):
        user = people.make_user(by=None, at=cast.at, name=f"H{n}", email=f"h{n}@example.org", password=None)
        people.give_role(
            by=cast.gwen, at=cast.at, agency=cast.agency, user=user, role=Role.PRACTITIONER, team=cast.team
        )
        cast.extra = user
        an_offer(cast, "extra")


def test_the_list_offers_both_pages_for_the_agency_and_each_team(cast):
    written(cast, team=cast.team)
    page = main_of(signed_in(cast, "ben").get(address(cast, "briefings")))

    assert page.count("For a colleague or a manager") == page.count("For a local organisation") == 2
    assert page.count("No own words in it yet") == 3 and f"?team={cast.team.pk}" in page


@pytest.mark.parametrize("reader", Reader)
def test_a_page_has_our_words_their_words_and_all_that_research_says(cast, reader):
    to = address(cast, "write_briefing", reader=reader.value)
    page = main_of(signed_in(cast, "ben").post(to, {"words": "Come and see us", "version": "0"}, follow=True))

    assert "Come and see us" in page and "Ben, " in page
    assert "no difference" in page and "hardly been put into practice" in page and "we promise no result" in page
    assert "British Journal of Social Work" in page
    assert not re.search(r"\b(improves?|proven|works for|effective)\b", page)
    assert Event.objects.get(act="culture: briefing written").actor_id == cast.ben.pk


def test_each_reader_and_team_has_words_of_its_own(cast):
    written(cast, "Of all")
    written(cast, "Of the team", team=cast.team)
    written(cast, "For the choir", reader=Reader.ORGANISATION)
    ben, to = signed_in(cast, "ben"), address(cast, "briefing", reader="colleague")

    assert "Of all" in main_of(ben.get(to)) and "Of the team" not in main_of(ben.get(to))
    assert "Of the team" in main_of(ben.get(f"{to}?team={cast.team.pk}"))
    assert Briefing.objects.count() == 3


@pytest.mark.parametrize("name", ["asha", "cora", "ivan", "jo"])
def test_only_staff_write_them(cast, name):
    with pytest.raises(NotAllowed, match="staff of this agency"):
        written(cast, name=name)


def test_a_team_of_another_agency_is_nobodys(cast):
    with pytest.raises(Http404):
        written(cast, team=cast.other_team)
    ben = signed_in(cast, "ben")
    for team in (cast.other_team.pk, "x", "00000000-0000-0000-0000-000000000000"):
        assert ben.get(address(cast, "briefing", reader="colleague") + f"?team={team}").status_code == 404


def test_another_reader_or_size_is_not_there(cast):
    ben = signed_in(cast, "ben")
    assert ben.get(address(cast, "briefing", reader="king")).status_code == 404
    assert ben.get(address(cast, "briefing_file", reader="colleague", size="tiny")).status_code == 404


def test_two_colleagues_at_once_see_both_texts(cast):
    to = address(cast, "write_briefing", reader="colleague")
    signed_in(cast, "dev").post(to, {"words": "Of Dev", "version": "0"})
    ben = signed_in(cast, "ben")
    page = main_of(ben.post(to, {"words": "Of Ben", "version": "0"}))
    assert "This was changed while you were writing" in page and "Of Dev" in page and "Of Ben" in page

    ben.post(to, {"words": "Of both", "version": "1"})
    assert Briefing.objects.get().words == "Of both"
    with pytest.raises(briefings.StaleBriefing):
        written(cast, reader=Reader.ORGANISATION, version=3)
    assert Briefing.objects.count() == 1


def test_figures_count_what_is_there_and_people_only_from_eight_on(cast):
    today = timezone.localdate()
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    idea = an_idea(cast, team=cast.team)
    moved(cast, idea, IdeaState.TRYING)
    moved(cast, idea, IdeaState.DONE)
    Item.objects.create(agency=cast.agency, sealed=sealed("transport", "Walk"), month=today, state="approved")
    Item.objects.create(agency=cast.agency, sealed=sealed("transport", "Fly"), month=today, state="waiting")
    helpers(cast, 7)
    found = figures(cast.agency.pk, None, today)
    assert (found.places, found.ways_round, found.ideas_done, found.helpers) == (1, 1, 1, 0)
    walkers.refresh_from_db()
    assert found.checked == (1 if walkers.checked_date else 0)
    walkers.checked_date = today - timedelta(days=200)
    walkers.save(update_fields=["checked_date"])
    assert figures(cast.agency.pk, None, today).checked == 0

    an_offer(cast, "gwen")
    assert figures(cast.agency.pk, None, today).helpers == 10  # eight, rounded to five
    assert figures(cast.agency.pk, cast.team.pk, today).helpers == 0  # seven of them are in the team
    page = main_of(signed_in(cast, "ben").get(address(cast, "briefing", reader="colleague")))
    assert "about 10" in page and "people here who say" in page
    assert "about 10" not in main_of(signed_in(cast, "ben").get(address(cast, "briefing", reader="organisation")))


def test_where_nothing_is_to_be_counted_no_heading_stands_alone(cast):
    assert "in numbers" not in main_of(signed_in(cast, "ben").get(address(cast, "briefing", reader="colleague")))
    assert "in numbers" not in words_of(pdf(cast))


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("size", Size)
def test_the_paper_is_tagged_and_read_from_its_title_through_every_part(cast, reader, size):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    written(cast, "Come and see us", reader=reader)

    found = pdf(cast, reader, size)

    assert found.Root.MarkInfo.Marked and found.Root.Lang == "en-GB"
    assert found.Root.ViewerPreferences.DisplayDocTitle and "Connecting People" in str(found.docinfo.Title)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found.Root.Metadata.read_bytes()
    headings = [(one.tag, one.text) for one in reading.elements(found) if re.fullmatch(r"H\d", one.tag)]
    assert headings[0][0] == "H1" and all(tag == "H2" for tag, _text in headings[1:])
    texts = [text for _tag, text in headings]
    assert texts[3:] == ["In our own words", "About us in numbers", "What research says, and what it does not"]
    assert "Come and see us" in words_of(found) and "no difference" in words_of(found)
    assert all(reading.fonts(found).values())


@pytest.mark.parametrize("reader", Reader)
def test_it_is_one_page_with_as_many_words_as_fit_into_the_box(cast, reader):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    written(cast, ("Long words of ours " * 60)[:LONGEST_BRIEFING], reader=reader)

    assert len(pdf(cast, reader).pages) == 1
    assert len(pdf(cast, reader, Size.LARGE).pages) > 1


@pytest.mark.parametrize("size", Size)
def test_odd_signs_are_set_and_none_is_markup(cast, size):
    written(cast, ODD)

    assert "#*_$<&> `x` = [y] @z // \\ end" in words_of(pdf(cast, size=size))


def test_too_many_words_are_sent_back_with_all_of_them(cast):
    said = "word " * 200
    answer = signed_in(cast, "ben").post(
        address(cast, "write_briefing", reader="colleague"), {"words": said, "version": "0"}
    )
    assert answer.status_code == 422 and said.strip() in main_of(answer)
