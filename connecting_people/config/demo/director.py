"""Plays the whole demo, act by act in the order of time, through the actions that people use."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from django.db import transaction

from connecting_people.barriers.demo import Barriers
from connecting_people.community.demo.place import read_place
from connecting_people.config.demo import crowd, reads, seasons
from connecting_people.connections.demo import Maps
from connecting_people.connections.strengths_demo import Strengths
from connecting_people.core.demo import Line, PlayError, Verbs, moment, parse
from connecting_people.core.london import LONDON
from connecting_people.culture.demo import Ideas, Looks
from connecting_people.getting_started.demo import Starts
from connecting_people.introductions.demo import Company
from connecting_people.journey.demo import Record
from connecting_people.measures.demo import Measures
from connecting_people.partnership.demo import Pairs
from connecting_people.people.demo import Cast
from connecting_people.people.models import Agency, User
from connecting_people.plans.demo import Plans
from connecting_people.review.demo import LookingBack
from connecting_people.stepping_out.demo import Outings
from connecting_people.taking_stock.demo import Stock
from connecting_people.training.demo import Trainings

STORIES = Path(__file__).parent / "stories"
PLACES = Path(__file__).parent / "places"
WEEKS_BEFORE = 60


def is_used() -> bool:
    """Say whether the database holds anything already."""
    return Agency.objects.exists() or User.objects.exists()


@transaction.atomic
def play(today: date) -> int:
    """Make the agencies and play every line up to the evening before `today`; return how many acts there were.

    In one transaction: either all of it is there or nothing, and it takes a tenth of the time.
    """
    cast = Cast()
    cast.appear(moment(today, WEEKS_BEFORE, "mon", "09:00"), moment(today, 0, "mon", "09:00"))
    record = Record(Pairs(cast))
    place = read_place(cast, PLACES)
    maps, plans = Maps(record), Plans(record)
    outings = Outings(plans, maps)
    verbs: Verbs = {
        **record.pairs.verbs,
        **record.verbs,
        **Starts(record).verbs,
        **maps.verbs,
        **plans.verbs,
        **outings.verbs,
        **Barriers(plans, maps, outings).verbs,
        **Stock(outings).verbs,
        **Strengths(record).verbs,
        **Company(record).verbs,
        **LookingBack(record).verbs,
        **Measures(record, maps).verbs,
        **Trainings(cast).verbs,
        **Ideas(cast).verbs,
        **Looks(cast).verbs,
        **place.verbs,
    }
    acts = lines(today)
    for line in acts:
        try:
            verbs[line.verb](line)
        except Exception as problem:
            raise PlayError(f"{line.story}, {line.at:%d %b %Y %H:%M}, {line.who} {line.verb}: {problem!r}") from problem
    return len(acts)


def lines(today: date) -> list[Line]:
    """Return every act of the demo by its moment, none of it on `today` or later, the same for the same day."""
    midnight = datetime.combine(today, time.min, LONDON)
    written = [_in_season(line) for line in (*_stories(today), *crowd.lines(today)) if line.at < midnight]
    written.sort(key=lambda line: line.at)
    seen = [line for line in reads.around(written) if line.at < midnight]
    of_the_place = [_in_season(line) for line in read_place(Cast(), PLACES).lines(today) if line.at < midnight]
    return sorted((*written, *seen, *of_the_place), key=lambda line: line.at)


def _stories(today: date) -> Iterator[Line]:
    for path in sorted(STORIES.glob("*.txt")):
        yield from parse(path.read_text(encoding="utf-8"), path.stem.split("_")[0], today)


def _in_season(line: Line) -> Line:
    return replace(line, at=seasons.before_the_holiday(line.at), words=seasons.fill(line.words, line.at))
