"""What one keeps when looking back changes no byte of any page, picture or paper of the other."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.barriers.actions import barriers
from connecting_people.connections.actions import connections, saying, strengths
from connecting_people.connections.facts import Facts
from connecting_people.connections.rules import Enough, StrengthKind
from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.actions import Words
from connecting_people.getting_started.rules import Topic
from connecting_people.measures.tests.answers import answer
from connecting_people.partnership import actions as partnership
from connecting_people.plans.actions import goals
from connecting_people.plans.rules import Level, Sort
from connecting_people.review.actions import own_view, report, reviews
from connecting_people.review.actions.reviews import ITEMS
from connecting_people.review.rules import IN_PARTS, Heading, Part, Share, Size
from connecting_people.review.tests.looks import a_year, address, by, of_one, open_one, say, signed_in
from connecting_people.stepping_out.actions import planning
from connecting_people.stepping_out.queries import outing_in
from connecting_people.stepping_out.rules import OutingState
from connecting_people.taking_stock.actions import taking as take

pytestmark = pytest.mark.django_db
SECRET = "Nobody else is to know of this"
CHANCE = re.compile(rb'<input type="hidden"[^>]*>|between \d\d:\d\d and \d\d:\d\d|\d\d:\d\d')
# What a PDF says of itself: its own random name, and when it was made.
OF_A_FILE = re.compile(rb"/ID \[[^]]*\]|<xmpMM:\w+>[^<]*</xmpMM:\w+>|<xmp:\w+>[^<]*</xmp:\w+>|/\w+Date \([^)]*\)")


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def pages(cast, who, review):
    """Return the bytes of every page that somebody can open."""
    here = {"partnership_id": cast.partnership.pk}
    found = ["/", "/agency/", address(cast, "reviews"), of_one(cast, "review", review), of_one(cast, "report", review)]
    found += [reverse("home:partnership", kwargs=here), reverse("home:step", kwargs={**here, "number": 8})]
    found += [reverse("journey:timeline", kwargs=here), reverse("journey:who_looked", kwargs=here)]
    found += [of_one(cast, "look", review, heading=heading.value) for heading in Heading]
    found += [of_one(cast, "paper", review, size=size.value) for size in Size]
    if who != "ela":
        items = [(heading, item) for heading in IN_PARTS for item in sorted(ITEMS[heading])[:2]]
        found += [of_one(cast, "look_at", review, heading=heading.value, item=item) for heading, item in items]
        found += [of_one(cast, name, review) for name in ("next", "choose")] + [address(cast, "begin")]
    if who != "asha":
        found.append(reverse("home:shared_views", kwargs={"agency_id": cast.agency.pk}))
    client = signed_in(cast, who)
    answers = {page: client.get(page) for page in found}
    assert {answer.status_code for answer in answers.values()} <= {200, 403}
    return {page: OF_A_FILE.sub(b"", CHANCE.sub(b"", answer.content)) for page, answer in answers.items()}


def keep(cast, who, review):
    """Keep something under every heading, and all that the record can keep, and put it into one's own copy."""
    act = by(cast, who)
    kept = []
    for heading in Heading:
        for item in sorted(ITEMS[heading]) if heading in IN_PARTS else ("",):
            kept.append(say(cast, who, review, SECRET, heading, item=item, to_oneself=True).entry)
    report.put_in(**act, review=review, parts=[*Part], private=kept)
    secret = Words(act["partnership"].me, SECRET)
    getting_started.talk(**act, topic=Topic.BRINGING, item="trust", question="", said=[secret], to_oneself=True)
    strengths.add(**act, kind=StrengthKind.ENJOYS, named=[strengths.Named("singing", SECRET)], to_oneself=True)
    connections.add(**act, facts=Facts(SECRET, ring=1), to_oneself=True)
    goals.set_goal(**act, words=SECRET, sort=Sort.ACTIVITY, to_oneself=True)
    shared = cast.partnership.goals.get(entry__kept_by=None)
    goals.rate(**act, goal=shared, level=Level.MUCH_MORE, words=SECRET, to_oneself=True)
    (outing,) = planning.plan(**act, words=SECRET, facts=planning.Facts(act["at"].date()), to_oneself=True)
    planning.tell(**act, outing=outing_in(act["partnership"], outing.pk), state=OutingState.GONE, words=SECRET)
    barriers.notice(**act, words=SECRET, kind="transport", to_oneself=True)
    answer(cast, who, at=act["at"], to_oneself=True)
    take.take(**act, words=SECRET, to_oneself=True)
    if who == "asha":
        saying.say_own_view(**act, says=frozenset({Enough.FEWER}), words=SECRET, to_oneself=True)
        given = {"of_practitioner": SECRET, "of_agency": SECRET}
        own_view.say_view(**act, review=review, **given, share=Share.NOT)
        signed_in(cast, "asha").get(of_one(cast, "view", review))


@pytest.mark.parametrize(("keeper", "reader"), [("asha", "ben"), ("ben", "asha"), ("asha", "ela"), ("ben", "ela")])
def test_what_one_keeps_changes_no_byte_of_what_another_sees(cast, keeper, reader):
    a_year(cast)
    review = open_one(cast)
    for who in ("asha", "ben"):
        say(cast, who, review, f"{who} looks back")
        report.put_in(**by(cast, who), review=review, parts=[*Part])
    if reader == "ela":
        partnership.look_urgently(
            by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached today"
        )
    pages(cast, reader, review)
    before = pages(cast, reader, review)

    keep(cast, keeper, review)

    after = pages(cast, reader, review)
    for page in before:
        assert SECRET.encode() not in after[page], page
        assert after[page] == before[page], page


@pytest.mark.parametrize("keeper", ["asha", "ben"])
def test_what_one_keeps_is_not_in_what_both_agree(cast, keeper):
    a_year(cast)
    review = open_one(cast)
    for who in ("asha", "ben"):
        say(cast, who, review, f"{who} looks back")
    keep(cast, keeper, review)

    frozen = reviews.put_to_the_other(**by(cast, keeper), review=review)

    assert SECRET not in frozen.content
