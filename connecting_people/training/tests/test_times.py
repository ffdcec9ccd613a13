"""How an agenda adds up, and how things move on it."""

from datetime import date, timedelta

from connecting_people.training import cascade
from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.course.days import WHOLE_COURSE, Length
from connecting_people.training.rules import NEXT, NEXT_GOING, BlockKind, Going, TrainingState, state_on
from connecting_people.training.times import BEFORE, Span, earlier, later, length, spans


def test_minutes_add_up_one_after_the_other():
    assert spans([(0, 20), (0, 15)]) == [Span(0, 20), Span(20, 35)]
    assert length(spans([])) == 0


def test_two_tracks_add_up_each_for_itself_and_what_follows_waits_for_both():
    found = spans([(0, 10), (1, 30), (2, 20), (2, 5), (0, 10)])

    assert found == [Span(0, 10), Span(10, 40), Span(10, 30), Span(30, 35), Span(40, 50)]
    assert length(found) == 50


def test_a_step_goes_past_what_stands_in_the_other_track():
    lanes = [0, 1, 2, 1, 0]

    assert earlier(lanes, 3) == 1 and later(lanes, 1) == 3
    assert earlier(lanes, 2) == 0 and later(lanes, 2) == 4
    assert earlier(lanes, 0) == 0 and later(lanes, 4) == 4


def test_what_is_before_the_day_moves_among_its_like():
    assert earlier([BEFORE, 0, BEFORE], 2) == 0
    assert earlier([BEFORE, 0], 1) == 1


def test_both_suggested_days_hold_all_thirteen_once_and_breaks():
    for planned in WHOLE_COURSE.values():
        done = [one.activity for one in planned if one.kind == BlockKind.ACTIVITY]
        assert done == [one.id for one in ACTIVITIES] and len(done) == 13
        assert any(one.kind == BlockKind.BREAK for one in planned)
    assert sum(one.minutes for one in WHOLE_COURSE[Length.DAY]) == 7 * 60
    assert sum(one.minutes for one in WHOLE_COURSE[Length.HALF]) == 225


def test_every_state_says_what_follows():
    assert set(NEXT) == set(TrainingState) and set(NEXT_GOING) == set(Going)
    assert all(Going.INVITED not in following for following in NEXT_GOING.values())


def test_a_training_is_over_the_day_after_and_not_on_its_day():
    today = date(2026, 3, 18)

    assert state_on(TrainingState.PLANNED, today, today) == TrainingState.PLANNED
    assert state_on(TrainingState.PLANNED, today - timedelta(days=1), today) == TrainingState.OVER
    assert state_on(TrainingState.PLANNED, None, today) == TrainingState.PLANNED
    assert state_on(TrainingState.CALLED_OFF, today - timedelta(days=9), today) == TrainingState.CALLED_OFF


def given(number, trainers, came, title="A day"):
    return cascade.Given(number, title, "", tuple((one, one) for one in trainers), frozenset(came))


def test_a_line_leads_from_the_last_training_somebody_was_at_to_the_one_they_gave():
    grew = cascade.grew([given(0, "F", "BD"), given(1, "G", "B"), given(2, "BD", "X"), given(3, "X", "")])

    assert [(one.start, one.end, one.through) for one in grew] == [(1, 2, ("B",)), (0, 2, ("D",)), (2, 3, ("X",))]


def test_nobody_grows_of_a_training_that_they_gave_or_came_to_later():
    assert cascade.grew([given(0, "F", "F"), given(1, "B", "")]) == []
    assert cascade.picture([given(0, "F", "F")], []) is None


def test_each_training_stands_right_of_what_it_grew_from():
    long = "A day with a name that is so long that it has to be cut somewhere near its end"
    trainings = [given(0, "F", "B"), given(1, "B", "C", long), given(2, "C", ""), given(3, "B", "", "x" * 40)]
    drawn = cascade.picture(trainings, cascade.grew(trainings))

    assert drawn is not None
    xs = [card.x for card in drawn.cards]
    assert xs[0] < xs[1] < xs[2] and xs[1] == xs[3] and drawn.cards[1].y < drawn.cards[3].y
    assert drawn.cards[1].title == long and drawn.cards[1].lines[1].endswith("…")
    assert drawn.cards[3].lines == ("x" * 24 + "…",)
    assert drawn.width > max(xs) + cascade.WIDE and len(drawn.threads) == 3
