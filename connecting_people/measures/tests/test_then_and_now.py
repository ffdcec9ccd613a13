import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.journey import actions as journey
from connecting_people.measures.queries import then_and_now
from connecting_people.measures.tests.answers import WELL, answer, by

pytestmark = pytest.mark.django_db


def test_first_and_latest_stand_in_words_for_each_voice(cast):
    answer(cast, "asha", at=cast.at)
    answer(cast, "asha", answers_={**WELL, "satisfied": 7, "anxious": 2})
    answer(cast, "ben", "ons_loneliness", {"lonely": 4})

    lonely, well = then_and_now(cast.reach("ben"))

    assert (well.title, [one.name for one in well.voices]) == ("Personal well-being, four questions", ["Asha"])
    satisfied, _, happy, anxious = well.voices[0].lines
    assert (satisfied.first, satisfied.latest, satisfied.change) == ("4", "7", "more satisfied")
    assert (happy.change, anxious.change) == ("as before", "less anxious")
    assert well.voices[0].first_date < well.voices[0].latest_date
    assert (lonely.voices[0].side, lonely.voices[0].lines[0].latest) == ("practitioner", "Hardly ever")
    assert lonely.voices[0].lines[0].change == ""


def test_what_somebody_keeps_is_neither_first_nor_latest_for_another(cast):
    answer(cast, "asha", answers_={"satisfied": 1}, at=cast.at, to_oneself=True)
    answer(cast, "asha", answers_={"satisfied": 5})
    last = answer(cast, "asha", answers_={"satisfied": 9}, to_oneself=True)

    (for_ben,), (for_asha,) = then_and_now(cast.reach("ben")), then_and_now(cast.reach("asha"))

    assert (for_ben.voices[0].lines[0].first, for_ben.voices[0].lines[0].latest) == ("5", "5")
    assert (for_asha.voices[0].lines[0].first, for_asha.voices[0].lines[0].latest) == ("1", "9")
    last.entry.partnership = cast.reach("asha")
    journey.share_own(by=cast.asha, at=timezone.now(), entry=last.entry)
    assert then_and_now(cast.reach("ben"))[0].voices[0].lines[0].latest == "9"


def test_a_partnership_in_which_nothing_was_answered_has_nothing(cast):
    assert then_and_now(cast.reach("asha")) == ()


def test_it_takes_one_query_however_much_was_answered(cast):
    for _ in range(3):
        answer(cast, "asha")
        answer(cast, "ben", "ons_loneliness", {"lonely": 4})
    here = by(cast, "asha")["partnership"]

    with CaptureQueriesContext(
        connection,
    ) as asked:
        then_and_now(here)

    assert len(asked) == 1
