import pytest

from connecting_people.core.small_numbers import told


@pytest.mark.parametrize(("count", "says"), [(0, 0), (7, 0), (8, 10), (12, 10), (13, 15), (200, 200)])
def test_a_number_is_told_from_eight_people_on_and_rounded_to_five(count, says):
    assert told(count) == says
