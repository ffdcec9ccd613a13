"""Goal Attainment Scaling as the published numbers of `vectors.json` have it, to four places."""

import json
import os
from pathlib import Path

import pytest

from connecting_people.plans.rules import Level, Scaled, t_score

FILE = Path(os.environ.get("SHARED", "../shared")) / "reference" / "vectors.json"
if not FILE.is_file():
    pytest.skip(f"no vectors at {FILE}", allow_module_level=True)

VECTORS = {one["id"]: one for one in json.loads(FILE.read_text()) if one["kind"].startswith("gas_")}


def of_kind(kind: str) -> list:
    return [pytest.param(one["inputs"], one["expected"], id=id) for id, one in VECTORS.items() if one["kind"] == kind]


def scored(inputs: dict) -> float:
    weights = inputs["weights"] or [1] * len(inputs["scores"])
    goals = [Scaled(Level(level), weight) for level, weight in zip(inputs["scores"], weights, strict=True)]
    score = t_score(goals, inputs["rho"])
    assert score is not None
    return score


def test_every_kind_that_is_a_score_is_tried():
    # The fourth says how levels would fall if goals were set without bias; the product compares nobody with that.
    kinds = {one["kind"] for one in VECTORS.values()}
    assert kinds == {"gas_t", "gas_change", "gas_points_per_summed_level", "gas_expected_distribution"}


@pytest.mark.parametrize(("inputs", "expected"), of_kind("gas_t"))
def test_the_t_score_is_the_published_one(inputs, expected):
    assert scored(inputs) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("inputs", "expected"), of_kind("gas_change"))
def test_a_change_is_that_of_the_scores_before_rounding(inputs, expected):
    then, now = (scored(VECTORS[inputs[name]]["inputs"]) for name in ("baseline", "followup"))

    assert now - then == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("inputs", "expected"), of_kind("gas_points_per_summed_level"))
def test_a_level_is_worth_what_the_number_of_goals_says(inputs, expected):
    levels = [1] + [0] * (inputs["n_goals"] - 1)

    assert scored({"scores": levels, "weights": None, "rho": 0.3}) - 50 == pytest.approx(expected, abs=1e-4)
