import pytest

from connecting_people.community import permissions
from connecting_people.core.permissions import NotAllowed
from tests.cast import NAMES

pytestmark = pytest.mark.django_db
CHECKS = {
    "read_directory": "asha ben cora dev ela femi gwen hana kit",
    "keep_directory": "ben dev ela gwen",
    "bring_in": "ela gwen",
}


@pytest.mark.parametrize("what", CHECKS)
def test_each_may_what_their_role_is_for_and_the_reason_is_for_a_human(cast, what):
    for who in NAMES:
        may = getattr(permissions, f"can_{what}")(cast.user(who), cast.agency.pk)
        assert may is (who in CHECKS[what].split()), who
        if not may:
            with pytest.raises(NotAllowed, match=r"\w+ \w+.*\.$"):
                getattr(permissions, f"check_can_{what}")(cast.user(who), cast.agency.pk)
