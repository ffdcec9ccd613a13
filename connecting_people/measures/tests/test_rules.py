"""Every vector of the reference, and a second, slow way of scoring that was written apart from the first."""

import math
import random

import numpy as np
import pytest

from connecting_people.measures import kernel
from connecting_people.measures.instruments import latest
from connecting_people.measures.rules import (
    NEXT,
    Choice,
    Item,
    Op,
    Resource,
    Responses,
    Score,
    State,
    band,
    hangs_on,
    nearest,
    reach,
    score,
)


def scale(id, name):
    return next(one for one in latest()[id].scores if one.id == name)


def results(id, answers):
    return {one.id: score(one, answers).value for one in latest()[id].scores}


@pytest.mark.parametrize(
    ("raw", "total", "band3"),
    [
        ([4, 0, 4, 4, 0, 0], 24, "connected"),  # FS-01
        ([0, 4, 0, 0, 4, 4], 0, "low"),  # FS-02
        ([2, 2, 2, 2, 2, 2], 12, "low"),  # FS-03
        ([3, 1, 3, 2, 2, 1], 16, "some"),  # FS-04
        ([3, 1, 3, 3, 1, 0], 19, "connected"),  # FS-05
        ([4, 4, 4, 4, 4, 4], 12, "low"),  # FS-06: straight-lining gives 12, not 24
    ],
)
def test_the_friendship_scale_gives_what_the_reference_says(raw, total, band3):
    found = score(scale("friendship_scale", "total"), {f"fs{n}": value for n, value in enumerate(raw, start=1)})

    assert found.value == total
    assert band(scale("friendship_scale", "total"), found.value).id == band3


YES, BETWEEN, NO = 1, 2, 3
DJG = ("e1", "e2", "e3", "s1", "s2", "s3")


@pytest.mark.parametrize(
    ("given", "emotional", "social", "total", "category"),
    [
        ((NO, NO, NO, YES, YES, YES), 0, 0, 0, "not"),  # DJG-01
        ((YES, BETWEEN, NO, YES, BETWEEN, NO), 2, 2, 4, "moderate"),  # DJG-02
        ((YES, YES, YES, NO, NO, NO), 3, 3, 6, "severe"),  # DJG-03
        ((BETWEEN,) * 6, 3, 3, 6, "severe"),  # DJG-04: straight-lining in the middle counts on both kinds
        ((None, YES, NO, YES, YES, NO), None, 1, 2, "moderate"),  # DJG-05
        ((None, YES, NO, None, YES, NO), None, None, None, None),  # DJG-06
    ],
)
def test_the_de_jong_gierveld_scale_gives_what_the_reference_says(given, emotional, social, total, category):
    answers = dict(zip(DJG, given, strict=True))

    assert results("de_jong_gierveld_6", answers) == {"emotional": emotional, "social": social, "total": total}
    found = band(scale("de_jong_gierveld_6", "total"), total)
    assert (found.id if found else None) == category


@pytest.mark.parametrize("same", [YES, NO])
def test_straight_lining_of_the_de_jong_gierveld_scale_lies_in_the_middle(same):
    assert results("de_jong_gierveld_6", dict.fromkeys(DJG, same))["total"] == 3


@pytest.mark.parametrize(
    ("family", "friends", "sums", "lines"),
    [
        ([2, 1, 2], [3, 2, 1], (5, 6, 11), ("marginal", "more", "at_risk")),  # LSNS-01
        ([2, 2, 2], [2, 2, 2], (6, 6, 12), ("more", "more", "above")),  # LSNS-02
    ],
)
def test_the_lubben_scale_gives_what_the_reference_says(family, friends, sums, lines):
    given = {f"family{n}": one for n, one in enumerate(family, 1)} | {
        f"friends{n}": one for n, one in enumerate(friends, 1)
    }

    assert tuple(results("lsns_6", given).values()) == sums
    assert tuple(band(one, value).id for one, value in zip(latest()["lsns_6"].scores, sums, strict=True)) == lines


@pytest.mark.parametrize(("items", "total"), [([1, 1, 1], 3), ([2, 3, 1], 6)])  # UCLA-01, UCLA-02
def test_the_three_items_of_ucla_give_what_the_reference_says(items, total):
    assert results("ucla_3", {f"ucla{n}": one for n, one in enumerate(items, 1)}) == {"total": total}
    assert not scale("ucla_3", "total").bands


@pytest.mark.parametrize(("raw", "metric"), [(7, 7.0), (14, 15.32), (21, 19.25), (28, 25.03), (35, 35.0)])
def test_swemwbs_is_turned_into_its_metric_by_the_table(raw, metric):
    assert results("swemwbs", {f"sw{n}": raw // 7 for n in range(1, 8)}) == {"metric": metric}


def test_swemwbs_needs_every_answer():
    assert results("swemwbs", {f"sw{n}": 3 for n in range(1, 7)}) == {"metric": None}


def test_the_four_of_the_ons_have_their_bands_and_are_never_put_together():
    instrument = latest()["ons_wellbeing"]  # ONS4-01
    answers = {"satisfied": 4, "worthwhile": 5, "happy": 9, "anxious": 6}

    found = {one.id: band(one, score(one, answers).value).id for one in instrument.scores}

    assert found == {"satisfied": "low", "worthwhile": "medium", "happy": "very_high", "anxious": "high"}
    assert all(len(one.items) == 1 for one in instrument.scores)


def test_several_ways_to_a_resource_count_once_and_blank_is_not_no():
    family, friend, neighbour = 1, 3, 4
    answers = {"rg01": (friend,), "rg02": (), "rg03": (family, neighbour), "rg04": None}  # RG-01

    found = score(scale("resource_generator_uk", "available"), answers)

    assert (found.answered, found.value) == (3, 2)


def test_who_is_paid_for_it_counts_for_nothing():
    paid = 8
    assert score(scale("who_could_help", "company"), {"come": (paid,), "tea": (2, paid)}).value == 1


def test_what_does_not_apply_is_left_out_and_is_not_a_nought():
    ours = scale("how_we_work", "practitioner")
    given = {item.id: 4 for item in ours.items} | {ours.items[0].id: 9}

    assert score(ours, given) == score(ours, {item.id: 4 for item in ours.items[1:]})
    assert score(ours, given).value == 4


def test_a_mean_needs_its_share_of_answers():
    ours = scale("how_we_work", "practitioner")
    assert ours.needs == 5
    assert score(ours, {item.id: 3 for item in ours.items[:4]}).value is None
    assert score(ours, {item.id: 3 for item in ours.items[:5]}).value == 3


def slowly(what, answers):
    """Score as one would on paper, one question after the other."""
    counted = [one for item in what.items for one in counted_slowly(item, what.op, answers.get(item.id))]
    if len(counted) < what.needs:
        return None
    if what.op is Op.MEAN:
        return sum(counted) / len(counted)
    if what.op is Op.TABLE:
        return next(turned for raw, turned in what.table if raw == sum(counted))
    return sum(counted)


def counted_slowly(item, op, answer):
    """Give what a question counts as a list: nothing where it was left open or put aside."""
    aside = {choice.value for choice in item.responses.choices if choice.aside or choice.paid}
    if answer is None or answer in aside:
        return []
    if item.responses.several:
        return [1 if set(answer) - aside else 0]
    if op is Op.COUNT:
        return [1 if answer in item.counts else 0]
    values = sorted({choice.value for choice in item.responses.choices} - aside)
    return [values[len(values) - 1 - values.index(answer)] if item.reversed else answer]


def drawn(item, chance):
    if chance.random() < 0.12:
        return None
    values = [choice.value for choice in item.responses.choices]
    if item.responses.several:
        return tuple(value for value in values if chance.random() < 0.3)
    return chance.choice(values)


SCALES = [(id, one) for id, instrument in latest().items() for one in instrument.scores]


@pytest.mark.parametrize(("id", "what"), SCALES, ids=[f"{id}-{one.id}" for id, one in SCALES])
def test_three_ways_of_scoring_agree_on_ten_thousand_random_sets(id, what):
    chance, instrument = random.Random(f"{id} {what.id}"), latest()[id]
    sets = [{item.id: drawn(item, chance) for item in what.items} for _ in range(10_000)]

    at_once = kernel.score_many(instrument, what, kernel.coded(instrument, sets))

    for answers, many in zip(sets, at_once, strict=True):
        one, slow = score(what, answers).value, slowly(what, answers)
        assert (one is None) == (slow is None) == bool(np.isnan(many))
        assert one is None or (math.isclose(one, slow) and math.isclose(one, many))


@pytest.mark.parametrize(("id", "what"), SCALES, ids=[f"{id}-{one.id}" for id, one in SCALES])
def test_every_scale_stays_in_its_range(id, what):
    chance = random.Random(3)
    for _ in range(500):
        value = score(what, {item.id: drawn(item, chance) for item in what.items}).value
        assert value is None or what.low <= value <= what.high
    assert reach(what) == (what.low, what.high)


def test_scoring_no_sets_at_once_gives_nothing():
    assert not len(
        kernel.score_many(latest()["ucla_3"], scale("ucla_3", "total"), kernel.coded(latest()["ucla_3"], []))
    )


def test_a_result_comes_nearest_to_one_of_its_answers_where_all_are_answered_alike():
    ours = scale("social_contact", "contact")

    assert nearest(ours, 1.2).says == "Now and then"
    assert nearest(ours, 1.5).says == "Now and then"
    assert nearest(scale("ucla_3", "total"), 6).value == 2
    assert nearest(scale("friendship_scale", "total"), 12) is None
    assert nearest(scale("who_could_help", "hand"), 3) is None


def test_a_number_outside_of_all_bands_has_none():
    assert band(scale("ucla_3", "total"), 4) is None


def resource(id, kinds=(), people=(), answered=True):
    responses = Responses(
        "whom", (Choice(1, "Family"), Choice(2, "Friend"), Choice(8, "Paid", paid=True)), several=True
    )
    chosen = tuple(one for one in responses.choices if one.value in kinds)
    return Resource(Item(id, id, responses), answered, chosen, tuple(people))


def test_what_hangs_on_one_person_is_told_and_what_has_two_ways_is_not():
    found = hangs_on(
        (
            resource("tea", (1,), ["Meera"]),
            resource("key", (), ["Meera"]),
            resource("way", (1, 2), ["Meera"]),
            resource("tool", (2, 8), ["Howard"]),
            resource("game", (2,), ["Howard", "Meera"]),
            resource("come", (1,)),
        )
    )

    assert {who: [item.id for item in items] for who, items in found.items()} == {
        "Meera": ["tea", "key"],
        "Howard": ["tool"],
    }


def test_a_resource_is_there_through_somebody_who_is_not_paid():
    assert resource("tea", (1,)).available and resource("tea", (), ["Meera"]).available
    assert not resource("tea", (8,)).available and not resource("tea").available


def test_every_state_of_a_definition_leads_on_or_ends():
    assert set(NEXT) == set(State)
    assert NEXT[State.ENDED] == frozenset()


def test_a_scale_without_needs_in_the_middle_counts_what_there_is():
    answers = Responses("a", (Choice(0, "no"), Choice(1, "yes")))
    items = tuple(Item(f"i{n}", "?", answers) for n in range(3))
    some = Score("s", "S", items, Op.SUM, 2, 0, 3, "more", "less")

    assert score(some, {"i0": 1, "i1": 1}).value == 2
