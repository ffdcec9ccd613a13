"""Asha shows Cora one thing until a day, and takes it back."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.journey import actions as journey
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import follow, go, press, sees, sees_nothing_of

SHOWN, HIDDEN = "I sang in front of others", "I had a bad night"


def given_asha_wrote_two_things(cast: Cast) -> None:
    for words in (SHOWN, HIDDEN):
        journey.record(
            by=cast.asha,
            at=timezone.now(),
            partnership=cast.reach("asha"),
            kind="note",
            line=words,
            words=words,
        )


def when_asha_ticks_one_for_a_week(cast: Cast, come_in: ComeIn) -> Page:
    asha = come_in(cast.asha)
    go(asha, "partnership:people", partnership_id=cast.partnership.pk)
    follow(asha, "Choose what supporters see")
    asha.get_by_label(SHOWN).check()
    until = timezone.localdate() + timedelta(days=7)
    for label, number in (("Day", until.day), ("Month", until.month), ("Year", until.year)):
        asha.get_by_label(label, exact=True).fill(str(number))
    press(asha, "Share what I ticked")
    return asha


def test_cora_sees_just_what_was_ticked(cast: Cast, come_in: ComeIn) -> None:
    given_asha_wrote_two_things(cast)
    when_asha_ticks_one_for_a_week(cast, come_in)
    cora = come_in(cast.cora)
    cora.goto("/")
    follow(cora, "What Asha shares with you")
    sees(cora, SHOWN)
    sees_nothing_of(cora, HIDDEN)


def test_what_asha_takes_back_is_gone_at_once(cast: Cast, come_in: ComeIn) -> None:
    given_asha_wrote_two_things(cast)
    asha, cora = when_asha_ticks_one_for_a_week(cast, come_in), come_in(cast.cora)
    go(cora, "journey:shared", partnership_id=cast.partnership.pk)
    sees(cora, SHOWN)
    with asha.expect_navigation():
        asha.get_by_role("button", name=re.compile("^Take it back")).click()
    cora.reload()
    sees_nothing_of(cora, SHOWN)
