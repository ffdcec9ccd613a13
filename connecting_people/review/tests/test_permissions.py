import pytest

from connecting_people.review.models import Said, View
from connecting_people.review.permissions import can_put_in, can_read, can_read_view, can_view, visible_to
from connecting_people.review.rules import Share
from connecting_people.review.tests.looks import by, open_one, say

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("keeper", ["asha", "ben"])
def test_who_may_read_words_is_the_same_one_by_one_and_as_a_set(cast, keeper):
    review = open_one(cast)
    for to_oneself in (False, True):
        say(cast, keeper, review, "Words", to_oneself=to_oneself)
    rows = Said.objects.select_related("entry")

    for place in (cast.place("asha"), cast.place("ben"), None):
        assert set(visible_to(place, rows)) == {one for one in rows if can_read(place, one)}


def test_the_view_is_the_persons_own(cast):
    asha, ben = cast.place("asha"), cast.place("ben")

    assert can_view(asha, asha)
    assert not can_view(ben, asha) and not can_view(ben, ben)
    lewis = cast.ivans.participants.get(user=None)
    assert can_view(cast.place("ivan", cast.ivans), lewis)


def test_a_view_is_read_by_who_wrote_it_alone(cast):
    from connecting_people.review.actions import own_view

    review = open_one(cast)
    own_view.say_view(**by(cast, "asha"), review=review, of_practitioner="A", of_agency="", share=Share.NAMED)
    view = View.objects.get()

    assert can_read_view(cast.place("asha"), view)
    assert not can_read_view(cast.place("ben"), view) and not can_read_view(None, view)


def test_a_yes_is_ones_own(cast):
    asha, ben = cast.place("asha"), cast.place("ben")

    assert can_put_in(asha, asha) and can_put_in(ben, ben)
    assert not can_put_in(ben, asha)
