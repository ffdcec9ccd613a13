"""What the access matrix asks of measures: answers in a partnership, an agency's definition, and one's own practice."""

from datetime import timedelta
from typing import Any

from connecting_people.core.london import day_of
from connecting_people.measures.actions import answers, definitions, practice
from connecting_people.measures.instruments import PRACTICE, file_of, latest
from connecting_people.measures.rules import Mode
from connecting_people.people.models import Agency, User
from tests.cast import Cast


def measure_parts(cast: Cast, given: dict[str, Any], keeper: User, agency: Agency) -> dict[str, Any]:
    """Answer something, bring in a definition, and look at one's own practice; Ela's is shown to that practitioner."""
    by, at = given["by"], given["at"]
    told = answers.answer(**given, instrument=latest()["who_could_help"], answers={"tea": (2,)}, mode=Mode.ALONE)
    content = file_of("ucla_3").replace(b'says = ""', b'says = "Words"')
    act: dict[str, Any] = {"by": keeper, "at": at}
    brought = definitions.look_at(**act, agency=agency, file="ours.toml", content=content)
    looked = {item.id: 2 for item in latest()[PRACTICE].items}
    review = practice.look_at_practice(by=by, at=at, agency=agency, answers=looked)
    tries = practice.will_try(
        by=by, at=at, answer_set=review, words="Ring the hall", look_date=day_of(at) + timedelta(days=30)
    )
    colleague = {"Ben": cast.dev, "Dev": cast.ben}.get(by.name)
    if colleague:
        practice.discuss(by=by, at=at, answer_set=review, colleague=colleague)
    return {
        "set_id": told.pk,
        "item": "tea",
        "mode": "alone",
        "instrument": "ons_wellbeing",
        "measures:slot_file": {"instrument": "ucla_3"},
        "definition_id": brought.pk,
        "review_id": review.pk,
        "action_id": tries.pk,
    }
