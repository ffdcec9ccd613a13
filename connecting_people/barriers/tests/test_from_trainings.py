"""Ways round that come from the board of a training, beside those that two people offered."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from connecting_people.barriers import library
from connecting_people.barriers.actions import keeping
from connecting_people.barriers.actions.barriers import BarrierError
from connecting_people.barriers.models import Item
from connecting_people.barriers.permissions import can_decide
from connecting_people.barriers.presenters.ideas import idea_cards
from connecting_people.barriers.queries.agency import waiting_for
from connecting_people.barriers.rules import SEALED, ItemState
from connecting_people.community.rules import FromTraining
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db
CAME = FromTraining(uuid4(), date(2026, 3, 12))


def bring(cast, who="ela", text="Share a taxi"):
    act = {"by": cast.user(who), "at": timezone.now(), "agency": cast.agency}
    return keeping.bring_from_training(**act, kind="transport", text=text, came=CAME)


def test_it_is_sealed_like_the_others_and_another_person_looks_at_it(cast):
    item = bring(cast)

    assert len(item.sealed.encode()) == SEALED and item.state == ItemState.WAITING
    assert not can_decide(cast.ela, item) and can_decide(cast.gwen, item)
    assert not waiting_for(cast.ela, cast.agency.pk) and list(waiting_for(cast.gwen, cast.agency.pk)) == [item]


def test_only_those_who_keep_the_library_bring_one_and_it_is_short(cast):
    with pytest.raises(NotAllowed):
        bring(cast, "ben")
    with pytest.raises(BarrierError):
        bring(cast, text="x" * 501)
    assert not Item.objects.exists()


def test_in_the_library_it_says_where_it_came_from(cast):
    keeping.approve(by=cast.gwen, at=timezone.now(), item=bring(cast))
    (card,) = idea_cards(library.ideas(cast.agency.pk))

    assert (card.text, card.came.training, card.came.day) == ("Share a taxi", CAME.id, CAME.day)


def test_one_that_was_sent_back_stays_when_the_receipts_of_its_month_go(cast):
    item = bring(cast)
    keeping.send_back(by=cast.gwen, at=timezone.now(), item=item, reason="Say how")
    keeping.look_after(by=None, at=timezone.now() + timedelta(days=70), agency=cast.agency)

    assert Item.objects.get().reason == "Say how"
