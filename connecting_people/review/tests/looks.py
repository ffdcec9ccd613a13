"""What the tests of this room do again and again: a year of Asha's and Ben's, and a look back at it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.barriers.actions import barriers, ways
from connecting_people.barriers.rules import Helped
from connecting_people.community.tests.places import walking_group
from connecting_people.connections.actions import connections, saying, strengths
from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move
from connecting_people.connections.rules import Enough, StrengthKind
from connecting_people.core.london import day_of
from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.actions import Words
from connecting_people.getting_started.rules import Topic
from connecting_people.journey import actions as journey
from connecting_people.measures.tests.answers import answer
from connecting_people.partnership.models import Partnership
from connecting_people.plans.actions import goals
from connecting_people.plans.queries import goal_in
from connecting_people.plans.rules import Level, Sort
from connecting_people.review.actions import reviews
from connecting_people.review.models import Review
from connecting_people.review.queries import review_in
from connecting_people.review.rules import Heading
from connecting_people.stepping_out.actions import meetings, planning
from connecting_people.stepping_out.queries import outing_in
from connecting_people.stepping_out.rules import Felt, OutingState
from connecting_people.taking_stock.actions import taking as take
from connecting_people.taking_stock.queries.stock import key_of
from connecting_people.taking_stock.rules import About, Choice
from tests.cast import Cast

YEAR = timedelta(days=365)


def by(cast: Cast, who: str, at: Any = None, partnership: Partnership | None = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": cast.reach(who, partnership)}


def today() -> date:
    """Return the day on which the tests run."""
    return day_of(timezone.now())


def a_year_ago(cast: Cast) -> datetime:
    """Let the partnership have begun a year ago, and return that moment."""
    begun = timezone.now() - YEAR
    Partnership.objects.filter(pk=cast.partnership.pk).update(made_at=begun)
    return begun


def a_year(cast: Cast) -> None:
    """Live through a year: a map grows through an outing, both see a goal apart, a strength is found."""
    begun = a_year_ago(cast)
    later = begun + timedelta(days=200)
    first = by(cast, "asha", begun)
    meera = connections.add(**first, facts=Facts("Meera", kind="family", ring=2))
    saying.say_own_view(**first, says=frozenset({Enough.MORE}), words="A few more would be nice")
    getting_started.talk(
        **first, topic=Topic.BRINGING, item="hope", question="", said=[Words(first["partnership"].me, "Not much yet")]
    )
    goal = goals.set_goal(**first, words="Sing with others", sort=Sort.ACTIVITY)
    levels = {Level.LESS: "I hum", Level.HOPED: "I sing once a week", Level.MORE: "I sing twice a week"}
    goals.say_scale(**first, goal=goal, levels=levels, start=Level.LESS)
    for who, at, level in (("asha", begun, Level.LESS), ("asha", later, Level.HOPED), ("ben", later, Level.MORE)):
        act = by(cast, who, at)
        goals.rate(**act, goal=goal_in(act["partnership"], goal.pk), level=level)
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    act = by(cast, "asha", later)
    facts = planning.Facts(day_of(later), sure_before=Felt.HARD)
    (outing,) = planning.plan(**act, words="Walk with the Tuesday walkers", facts=facts, asset=walkers)
    outing = outing_in(act["partnership"], outing.pk)
    told = {
        "felt": Felt.GOOD,
        "sure_after": Felt.GOOD,
        "helped": "The lift there",
        "words": "Nobody minded that I was slow",
    }
    planning.tell(**act, outing=outing, state=OutingState.GONE, **told)
    meetings.meet(**act, name="Wei", outing=outing, words="We both stopped for the heron", kind="hobby")
    connections.move(**act, connection_id=meera.pk, asked=Move(step="closer"))
    strengths.add(**act, kind=StrengthKind.GOOD_AT, named=[strengths.Named(words="Keeping time")])
    skill = journey.see_skill(
        **by(cast, "ben", later), seen_in=act["partnership"].person, name="Making people laugh", words="On the bus"
    )
    journey.answer_skill(**act, skill=skill, yes=True)
    _found_a_way(cast, later)
    answer(cast, "asha", at=begun)
    answer(cast, "asha", at=later)
    take.take(**by(cast, "ben", later), answers=[take.Answer(key_of(About.GOAL, goal.pk), Choice.KEEP, "It carries")])


def _found_a_way(cast: Cast, at: datetime) -> None:
    act = by(cast, "asha", at)
    barrier = barriers.notice(**act, words="The bus goes at eight", kind="transport")
    for words, helped in (("Howard’s lift", Helped.YES), ("The taxi", Helped.NO)):
        way = ways.think_of(**act, barrier=barrier, words=words)
        ways.tell(**act, workaround=way, helped=helped)


def open_one(cast: Cast, who: str = "asha", at: Any = None, since: date | None = None) -> Review:
    """Open a look back since the start."""
    act = by(cast, who, at)
    return reviews.open_review(**act, since_date=since or day_of(act["partnership"].made_at))


def say(cast: Cast, who: str, review: Review, words: str, heading: Heading = Heading.WHOLE, **more: Any) -> Any:
    """Say something in it."""
    act = by(cast, who, more.pop("at", None))
    voice = more.pop("voice", None)
    return reviews.say(**act, review=review, heading=heading, words=words, voice=voice, **more)


def seen(cast: Cast, who: str, review: Review) -> Review:
    """Return a look back as it reaches somebody."""
    return review_in(cast.reach(who), review.pk)


def agreed(cast: Cast, review: Review, at: Any = None) -> None:
    """Let Asha put it to Ben, and Ben agree."""
    reviews.put_to_the_other(**by(cast, "asha", at), review=review)
    reviews.agree(**by(cast, "ben", at), review=review)


def address(cast: Cast, name: str, **more: Any) -> str:
    """Return the address of a page of this room."""
    return reverse(f"review:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def of_one(cast: Cast, name: str, review: Review, **more: Any) -> str:
    """Return the address of a page of one look back."""
    return address(cast, name, review_id=review.pk, **more)


def signed_in(cast: Cast, who: str) -> Client:
    """Sign somebody in."""
    client = Client()
    client.force_login(cast.user(who))
    return client


def text_of(client: Client, page: str) -> str:
    """Return what a page says."""
    answer = client.get(page)
    assert answer.status_code == 200, (page, answer.status_code)
    return answer.content.decode()
