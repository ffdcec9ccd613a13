"""Nobody's words are lost, shown to somebody else, or kept twice."""

import re

from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import go, press, sees, sees_nothing_of, sign_in, write

WORDS = "Three pages that I would not like to write again"


def when_the_session_ends_while_asha_writes(cast: Cast, come_in: ComeIn) -> Page:
    page = come_in(cast.asha)
    go(page, "journey:write", partnership_id=cast.partnership.pk)
    Session.objects.all().delete()
    write(page, "What happened?", WORDS, "Write it down")
    page.wait_for_url("**/accounts/login/**")
    return page


def test_words_are_back_for_the_person_who_signs_in_again(cast: Cast, come_in: ComeIn) -> None:
    page = when_the_session_ends_while_asha_writes(cast, come_in)
    sign_in(page, cast.asha)
    expect(page.get_by_label("What happened?")).to_have_value(WORDS)


def test_words_are_not_there_for_another_on_the_same_device(cast: Cast, come_in: ComeIn) -> None:
    page = when_the_session_ends_while_asha_writes(cast, come_in)
    sign_in(page, cast.ben, code=True)
    expect(page.get_by_label("What happened?")).to_have_value("")
    sees_nothing_of(page, WORDS)


def test_words_that_were_kept_while_typing_survive_the_browser(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    go(page, "journey:write", partnership_id=cast.partnership.pk)
    page.get_by_label("What happened?").press_sequentially(WORDS)
    expect(page.get_by_text("Your words are kept.")).to_be_visible()
    again = come_in(cast.asha)
    go(again, "journey:write", partnership_id=cast.partnership.pk)
    expect(again.get_by_label("What happened?")).to_have_value(WORDS)


def test_two_tabs_that_change_one_entry_show_both_texts(cast: Cast, come_in: ComeIn) -> None:
    entry = journey.record(
        by=cast.asha,
        at=timezone.now(),
        partnership=cast.reach("asha"),
        kind="note",
        line="We met Sam",
        words="We met Sam",
    )
    page = come_in(cast.asha)
    other = page.context.new_page()
    for tab in (page, other):
        go(tab, "journey:reword", partnership_id=cast.partnership.pk, entry_id=entry.pk)
    write(page, "How would you like to say it?", "We met Sam and his dog", "Say it like this")
    write(other, "How would you like to say it?", "We met Sam at the pond", "Say it like this")
    sees(other, "How it stands now", "We met Sam and his dog")
    expect(other.get_by_label("How would you like to say it?")).to_have_value("We met Sam at the pond")


def test_what_was_typed_second_can_be_sent_once_both_were_read(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    other = page.context.new_page()
    for tab in (page, other):
        go(tab, "getting_started:area", partnership_id=cast.partnership.pk)
    box = "Neighbourhood, or the first half of a postcode"
    write(page, box, "Easton", "Keep this")
    write(other, box, "Clifton", "Keep this")
    sees(other, "It now says:", "Easton")
    press(other, "Keep this")
    go(page, "getting_started:area", partnership_id=cast.partnership.pk)
    expect(page.get_by_label(box)).to_have_value("Clifton")


def test_a_double_click_makes_one_entry(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    address = reverse("journey:write", args=[cast.partnership.pk])
    page.goto(address)
    page.get_by_label("What happened?").fill(WORDS)
    page.get_by_role("button", name="Write it down").dblclick()
    page.wait_for_url(re.compile("/journey/$"))
    sees(page, WORDS)
    assert Entry.objects.filter(partnership=cast.partnership, kind="note").count() == 1
