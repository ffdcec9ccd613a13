import pytest

from connecting_people.core.permissions import NotAllowed, allowed


def check_is_even(number: int) -> None:
    """Raise NotAllowed for odd numbers."""
    if number % 2:
        raise NotAllowed("Only even numbers.")


def test_the_yes_or_no_form_agrees_with_the_check():
    assert allowed(check_is_even)(2)
    assert not allowed(check_is_even)(3)


def test_other_errors_are_not_swallowed():
    with pytest.raises(TypeError):
        allowed(check_is_even)("two")
