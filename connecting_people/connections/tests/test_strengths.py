import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.queries import faults
from connecting_people.connections import troubles
from connecting_people.connections.actions import strengths as actions
from connecting_people.connections.actions.strengths import Named
from connecting_people.connections.models import Strength, StrengthWording
from connecting_people.connections.permissions import can_read, can_word, strengths_visible_to
from connecting_people.connections.queries.strengths import strength_in, strengths, text_of, wordings_of
from connecting_people.connections.rules import StrengthKind
from connecting_people.core.permissions import NotAllowed
from connecting_people.guide.interests import INTEREST_FAMILIES, INTERESTS, UnknownInterest, interest
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import unpack
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def add(cast: Cast, who: str, *words: str, kind: StrengthKind = StrengthKind.ENJOYS, **given: object) -> list[Strength]:
    named = [Named(interest=one) if one in INTERESTS else Named(words=one) for one in words]
    by = getattr(cast, who)
    return actions.add(by=by, at=timezone.now(), partnership=cast.reach(who), kind=kind, named=named, **given)


def word(cast: Cast, who: str, strength: Strength, words: str, **given: object) -> Strength:
    return actions.word(
        by=getattr(cast, who), at=timezone.now(), partnership=cast.reach(who), strength_id=strength.pk,
        **{"version": strength.version, "kind": StrengthKind(strength.kind), "words": words, **given},
    )  # fmt: skip


def listed(cast: Cast, who: str) -> list[str]:
    return [text_of(one) for one in strengths(cast.reach(who))]


def test_the_list_of_interests_has_no_id_and_no_name_twice():
    names = [str(one.name) for family in INTEREST_FAMILIES for one in family.interests]
    assert len(names) == len(set(names)) == len(INTERESTS)
    assert len(INTERESTS) >= 60
    assert all(len(id) <= 40 and id.replace("-", "").isalpha() for id in INTERESTS)
    assert str(interest("singing").name) == "Singing"
    with pytest.raises(UnknownInterest):
        interest("nothing")


def test_several_at_once_are_one_entry_of_the_record(cast: Cast) -> None:
    add(cast, "asha", "singing", "Ferry horns in the fog")

    assert listed(cast, "ben") == ["Singing", "Ferry horns in the fog"]
    entry = Entry.objects.get(kind="strength")
    assert entry.line == "Enjoys: Singing, Ferry horns in the fog"
    assert (entry.voice, unpack(entry.steps), unpack(entry.processes)) == (cast.place("asha"), (2,), (3,))
    assert list(faults(cast.agency.pk)) == []


def test_what_one_is_good_at_is_skill_recognition_as_well(cast: Cast) -> None:
    add(cast, "asha", "Mending", kind=StrengthKind.GOOD_AT)

    assert unpack(Entry.objects.get(kind="strength").processes) == (3, 10)


def test_what_is_on_the_list_is_not_doubled(cast: Cast) -> None:
    add(cast, "asha", "singing", "Folding")

    assert add(cast, "ben", "singing", "folding") == []
    assert Entry.objects.filter(kind="strength").count() == 1
    add(cast, "asha", "Singing", kind=StrengthKind.TRY)
    assert Strength.objects.count() == 3


def test_a_practitioner_writes_it_down_as_said(cast: Cast) -> None:
    (one,) = add(cast, "ben", "Bread", voice=cast.place("asha"))

    assert (one.voice, one.by) == (cast.place("asha"), cast.ben)
    assert Entry.objects.get(kind="strength").as_said


def test_another_wording_keeps_the_one_before(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing", kind=StrengthKind.TRY)

    after = word(cast, "asha", one, "Singing at the Wharf", kind=StrengthKind.ENJOYS)

    assert (after.kind, after.words, after.version) == ("enjoys", "Singing at the Wharf", 2)
    (before,) = wordings_of(cast.reach("ben"), after)
    assert (before.kind, before.words, before.voice) == ("try", "Singing", cast.place("asha"))


def test_the_same_words_again_leave_no_trace(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing")

    word(cast, "asha", one, "Singing")

    assert not StrengthWording.objects.exists()
    assert strength_in(cast.reach("asha"), one.pk).version == 1


def test_who_was_slower_is_shown_how_it_stands(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing")
    word(cast, "ben", one, "Singing the low part", voice=cast.place("asha"))

    with pytest.raises(troubles.StaleStrength) as stale:
        word(cast, "asha", one, "Singing loudly")

    assert (stale.value.words, stale.value.version) == ("Singing the low part", 2)
    assert listed(cast, "asha") == ["Singing the low part"]


def test_nobody_words_what_another_said_but_the_person_whose_strengths_they_are(cast: Cast) -> None:
    (hers,) = add(cast, "asha", "Singing")
    (his,) = add(cast, "ben", "Patient")

    with pytest.raises(NotAllowed, match="words of Asha"):
        word(cast, "ben", hers, "Sings nicely")
    assert word(cast, "asha", his, "Stubborn").voice == cast.place("asha")
    assert can_word(cast.place("asha"), hers)
    assert not can_word(cast.place("ben"), hers)


def test_taken_off_it_can_be_put_back(cast: Cast) -> None:
    (one,) = add(cast, "asha", "A big drum")
    given = {"at": timezone.now(), "strength_id": one.pk}

    for _ in range(2):
        actions.take_away(by=cast.ben, partnership=cast.reach("ben"), **given)
    assert listed(cast, "asha") == []
    assert strength_in(cast.reach("asha"), one.pk).ended_by == cast.ben
    for _ in range(2):
        actions.put_back(by=cast.asha, partnership=cast.reach("asha"), **given)

    assert listed(cast, "ben") == ["A big drum"]
    assert [entry.line for entry in Entry.objects.filter(kind="strength").order_by("written_at")] == [
        "Enjoys: A big drum", "No longer on the list of strengths: A big drum",
        "On the list of strengths again: A big drum",
    ]  # fmt: skip


def test_what_one_keeps_is_not_there_for_the_other(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing alone", to_oneself=True)

    assert listed(cast, "asha") == ["Singing alone"]
    assert listed(cast, "ben") == []
    assert Entry.objects.get(kind="strength").kept_by == cast.place("asha")
    with pytest.raises(Http404):
        strength_in(cast.reach("ben"), one.pk)
    with pytest.raises(Http404):
        word(cast, "ben", one, "Mine now")
    for place, sees in ((cast.place("asha"), True), (cast.place("ben"), False), (None, False)):
        assert can_read(place, one) is sees
        assert strengths_visible_to(place, Strength.objects.all()).exists() is sees


def test_only_ones_own_words_can_be_kept(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        add(cast, "ben", "Bread", voice=cast.place("asha"), to_oneself=True)
    (kept,) = add(cast, "ben", "Bread", to_oneself=True)
    with pytest.raises(NotAllowed):
        word(cast, "ben", kept, "Toast", voice=cast.place("asha"))


def test_shown_later_it_does_not_show_how_it_was_worded_before(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing, I am scared of it", to_oneself=True)
    one = word(cast, "asha", one, "Singing alone", show=True)

    assert listed(cast, "ben") == ["Singing alone"]
    assert list(wordings_of(cast.reach("ben"), one)) == []
    assert [row.words for row in wordings_of(cast.reach("asha"), one)] == ["Singing, I am scared of it"]
    assert one.made_at == one.at
    shown = Entry.objects.get(kind="strength", kept_by=None)
    assert shown.line == "Enjoys: Singing alone"
    with pytest.raises(NotAllowed):
        word(cast, "ben", one, one.words, show=True)


def test_a_full_list_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_STRENGTHS", 2)
    add(cast, "asha", "One")

    with pytest.raises(troubles.TooMany, match="up to"):
        add(cast, "asha", "Two", "Three")

    assert listed(cast, "asha") == ["One"]


def test_what_is_not_there_cannot_be_taken_off(cast: Cast) -> None:
    (one,) = add(cast, "asha", "Singing")
    for act in (actions.take_away, actions.put_back):
        with pytest.raises(Http404):
            act(by=cast.dev, at=timezone.now(), partnership=cast.reach("dev", cast.hanas), strength_id=one.pk)
