"""Who may do what with one connection or photo, in the yes/no form, in the set form and in the reasons."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.connections import permissions, troubles
from connecting_people.connections.actions import photos
from connecting_people.connections.models import ConnectionState, PaperMap
from connecting_people.connections.tests.maps import add
from connecting_people.connections.tests.pictures import photo
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def take_photo(cast: Cast, who: str, *, to_oneself: bool = False, days: int = 0) -> PaperMap:
    now = timezone.now()
    return photos.add_photo(
        by=getattr(cast, who),
        at=now,
        partnership=cast.reach(who),
        photo=photo(),
        map_date=day_of(now) + timedelta(days=days),
        to_oneself=to_oneself,
    )


def test_what_one_keeps_is_seen_by_nobody_else_in_every_form(cast: Cast) -> None:
    for who in ("asha", "ben"):
        add(cast, who, f"Shared by {who}")
        add(cast, who, f"Kept by {who}", to_oneself=True)
        take_photo(cast, who)
        take_photo(cast, who, to_oneself=True)

    for place in (cast.place("asha"), cast.place("ben"), None):
        states, papers = ConnectionState.objects.all(), PaperMap.objects.all()
        assert set(permissions.visible_to(place, states)) == {s for s in states if permissions.can_read(place, s)}
        assert set(permissions.papers_visible_to(place, papers)) == {
            p for p in papers if permissions.can_read(place, p)
        }
        assert len(permissions.visible_to(place, states)) == (3 if place else 2)


def test_only_own_words_are_kept_and_only_what_is_kept_is_shown(cast: Cast) -> None:
    asha, ben = cast.place("asha"), cast.place("ben")
    add(cast, "asha", "Jay", to_oneself=True)
    add(cast, "asha", "Howard")
    kept, shared = (ConnectionState.objects.get(name=name) for name in ("Jay", "Howard"))

    assert permissions.can_keep(ben, ben)
    assert not permissions.can_keep(ben, asha)
    assert permissions.can_share_own(asha, kept)
    assert not permissions.can_share_own(ben, kept)
    assert not permissions.can_share_own(asha, shared)


def test_the_person_takes_away_what_is_shared_and_each_what_they_keep(cast: Cast) -> None:
    asha, ben = cast.place("asha"), cast.place("ben")
    for who in ("asha", "ben"):
        add(cast, who, f"Kept by {who}", to_oneself=True)
    add(cast, "ben", "Howard")
    may = {
        (who.name, state.name): permissions.can_forget(who, asha, state)
        for who in (asha, ben)
        for state in ConnectionState.objects.all()
    }

    assert {pair for pair, allowed in may.items() if allowed} == {
        ("Asha", "Howard"),
        ("Asha", "Kept by asha"),
        ("Ben", "Kept by ben"),
    }


def test_a_photo_is_taken_away_by_who_brought_it_or_whose_map_it_is(cast: Cast) -> None:
    asha, ben = cast.place("asha"), cast.place("ben")
    hers, his = take_photo(cast, "asha"), take_photo(cast, "ben")

    assert permissions.can_take_off_photo(asha, his)
    assert permissions.can_take_off_photo(ben, his)
    assert not permissions.can_take_off_photo(ben, hers)
    with pytest.raises(NotAllowed):
        photos.take_off_photo(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), paper=hers)


def test_a_photo_of_a_day_to_come_or_one_too_many_is_said(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(troubles.WrongDay, match="today or before"):
        take_photo(cast, "asha", days=1)
    monkeypatch.setattr(photos, "MOST_PHOTOS", 1)
    take_photo(cast, "asha")
    with pytest.raises(troubles.TooMany, match="room for 1 photos"):
        take_photo(cast, "asha")
