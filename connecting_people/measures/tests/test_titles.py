"""What stands in a tab of the browser, and in its history."""

import pytest

from connecting_people.measures.tests.answers import address, answer, text_of

pytestmark = pytest.mark.django_db


def test_no_title_tells_which_questions_somebody_looks_at(cast):
    made = answer(cast)
    pages = [address(cast, page, instrument="ons_wellbeing") for page in ("instrument", "talk")]
    pages += [address(cast, "answer", instrument="ons_wellbeing", mode="alone")]
    pages += [address(cast, page, set_id=made.pk) for page in ("answers", "numbers")]
    for where in pages:
        title = text_of(cast, "asha", where).partition("</title>")[0].rpartition("<title>")[2]
        assert title.strip().startswith("Questions to think with"), where
