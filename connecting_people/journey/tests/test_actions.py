"""What can be done in the record, by whom, and what it leaves."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions, queries
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Outcome, Standing, Support
from connecting_people.partnership import actions as partnership_actions


@pytest.fixture
def now():
    return timezone.now()


def test_nothing_is_written_about_tomorrow(room):
    with pytest.raises(actions.WrongDay):
        room.write("asha", happened_date=timezone.localdate() + timedelta(days=1))


def test_whoever_does_not_take_part_writes_nothing(room, now):
    reached = room.cast.reach("ben")
    entry = room.as_seen_by("ben", room.write("asha", standing=Standing.PROPOSED))
    outside = {"by": room.cast.dev, "at": now}

    for act in (
        lambda: actions.record(partnership=reached, kind="note", line="x", **outside),
        lambda: actions.reword(entry=entry, words="x", version=1, **outside),
        lambda: actions.confirm(entry=entry, **outside),
        lambda: actions.agree(entry=entry, **outside),
        lambda: actions.see_differently(entry=entry, words="x", **outside),
        lambda: actions.share_own(entry=entry, **outside),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_agreement_that_is_reworded_is_proposed_again(room, now):
    entry = room.write("ben", standing=Standing.PROPOSED)
    actions.agree(by=room.cast.asha, at=now, entry=room.as_seen_by("asha", entry))

    again = actions.reword(by=room.cast.ben, at=now, entry=room.as_seen_by("ben", entry), words="Other", version=1)

    assert (again.standing, again.version, again.line) == (Standing.PROPOSED, 2, "Other")
    assert [w.words for w in queries.wordings(room.cast.reach("asha"), again)] == ["We met by the river"]


def test_a_name_stays_when_the_words_beside_it_change(room, now):
    skill = actions.see_skill(
        by=room.cast.ben, at=now, partnership=room.cast.reach("ben"), seen_in=room.cast.place("asha"), name="Patience"
    )
    entry = actions.reword(
        by=room.cast.ben, at=now, entry=room.as_seen_by("ben", skill.entry), words="With the bus", version=1
    )

    assert (entry.line, entry.words) == ("Patience", "With the bus")


def test_what_one_says_anew_oneself_needs_no_yes(room, now):
    entry = room.write("ben", "As she said", voice=room.cast.place("asha"))

    actions.reword(by=room.cast.asha, at=now, entry=room.as_seen_by("asha", entry), words="As I say", version=1)

    assert Entry.objects.get(pk=entry.pk).confirmed_at == now
    with pytest.raises(NotAllowed):
        actions.confirm(by=room.cast.asha, at=now, entry=room.as_seen_by("asha", entry))


def test_two_at_the_same_moment(room, now):
    """Each of these was read before somebody else was quicker."""
    entry = room.write("ben", standing=Standing.PROPOSED)
    mine, late = room.as_seen_by("asha", entry), room.as_seen_by("asha", entry)
    actions.agree(by=room.cast.asha, at=now, entry=mine)
    with pytest.raises(actions.CannotMove):
        actions.agree(by=room.cast.asha, at=now, entry=late)

    said = room.write("ben", voice=room.cast.place("asha"))
    mine, late = room.as_seen_by("asha", said), room.as_seen_by("asha", said)
    actions.confirm(by=room.cast.asha, at=now, entry=mine)
    with pytest.raises(actions.CannotMove):
        actions.confirm(by=room.cast.asha, at=now, entry=late)

    kept = room.write("asha", kept=True)
    mine, late = room.as_seen_by("asha", kept), room.as_seen_by("asha", kept)
    actions.share_own(by=room.cast.asha, at=now, entry=mine)
    with pytest.raises(actions.CannotMove):
        actions.share_own(by=room.cast.asha, at=now, entry=late)


def test_what_was_only_said_is_not_to_be_agreed_to(room, now):
    with pytest.raises(actions.CannotMove):
        actions.agree(by=room.cast.asha, at=now, entry=room.as_seen_by("asha", room.write("ben")))


def test_two_practitioners_do_not_agree_over_the_persons_head(room, now):
    cast = room.cast
    partnership_actions.add_colleague(by=cast.ben, at=now, partnership=cast.reach("ben"), colleague=cast.dev)
    entry = room.write("ben", standing=Standing.PROPOSED)

    with pytest.raises(NotAllowed, match="The other of the two"):
        actions.agree(by=cast.dev, at=now, entry=room.as_seen_by("dev", entry))
    assert not queries.waiting_for(cast.reach("dev"), cast.place("dev"))
    actions.see_differently(by=cast.dev, at=now, entry=room.as_seen_by("dev", entry), words="I wonder")
    assert Entry.objects.get(pk=entry.pk).standing == Standing.DIFFERENT


def test_a_yes_is_given_in_ones_own_login_where_there_is_one(room, now):
    entry = room.as_seen_by("ben", room.write("ben", standing=Standing.PROPOSED))

    with pytest.raises(NotAllowed, match="own login"):
        actions.agree(by=room.cast.ben, at=now, entry=entry, voice=room.cast.place("asha"))


def test_for_one_without_a_login_the_other_writes_down_what_they_say(room, now):
    cast = room.cast
    reached = cast.reach("ivan", cast.ivans)
    lewis = reached.person
    given = {"by": cast.ivan, "at": now}

    proposed = actions.record(partnership=reached, kind="note", line="x", standing=Standing.PROPOSED, **given)
    actions.see_differently(entry=proposed, words="I would rather walk", voice=lewis, **given)
    actions.agree(entry=proposed, voice=lewis, **given)
    promise = actions.promise(partnership=reached, words="Ring my sister", who=lewis, **given)
    actions.settle_promise(partnership=reached, promise=promise, outcome=Outcome.KEPT, **given)
    skill = actions.see_skill(partnership=reached, seen_in=lewis, name="Knows every bus", **given)
    actions.answer_skill(partnership=reached, skill=skill, yes=False, **given)
    question = actions.ask(partnership=reached, words="Do you like tea?", **given)
    actions.answer(question=question, words="Coffee", voice=lewis, **given)

    assert proposed.standing == Standing.AGREED
    assert {view.voice_id for view in proposed.other_views.all()} == {lewis.pk}
    assert cast.ivans.entries.get(kind="kept").as_said
    assert (skill.answer, promise.outcome) == ("no", Outcome.KEPT)
    assert queries.answered(question)


def test_ones_own_skill_needs_no_yes_from_another(room, now):
    reached = room.cast.reach("asha")
    own = actions.see_skill(by=room.cast.asha, at=now, partnership=reached, seen_in=reached.me, name="Singing")

    assert own.answer == "yes"
    with pytest.raises(NotAllowed):
        actions.answer_skill(by=room.cast.ben, at=now, partnership=room.cast.reach("ben"), skill=own, yes=False)


def test_a_promise_is_settled_by_whose_it_is(room, now):
    cast = room.cast
    promise = actions.promise(
        by=cast.ben, at=now, partnership=cast.reach("ben"), words="Ring", who=cast.place("ben"), steps=[4]
    )
    with pytest.raises(NotAllowed):
        actions.settle_promise(
            by=cast.asha, at=now, partnership=cast.reach("asha"), promise=promise, outcome=Outcome.KEPT
        )
    with pytest.raises(actions.WrongDay):
        actions.promise(
            by=cast.ben, at=now, partnership=cast.reach("ben"), words="x", who=cast.place("ben"),
            due_date=timezone.localdate() - timedelta(days=1),
        )  # fmt: skip
    assert list(queries.promises_due([cast.partnership.pk], timezone.localdate())) == []


def test_what_somebody_who_left_would_do_is_settled_by_who_is_there(room, now):
    cast = room.cast
    promise = actions.promise(by=cast.ben, at=now, partnership=cast.reach("ben"), words="Ring", who=cast.place("ben"))
    partnership_actions.hand_over(by=cast.ben, at=now, partnership=cast.reach("ben"), colleague=cast.dev)
    promise = queries.promise_in(cast.reach("dev"), promise.pk)

    actions.settle_promise(by=cast.dev, at=now, partnership=cast.reach("dev"), promise=promise, outcome=Outcome.PARTLY)

    assert cast.partnership.entries.get(kind="partly").voice_id == cast.place("dev").pk


def test_how_much_support_as_last_said(room, now):
    reached = room.cast.reach("asha")
    for level in (Support.MORE, Support.LESS):
        actions.set_support(
            by=room.cast.asha, at=now + timedelta(seconds=len(level)), partnership=reached, level=level, line=level
        )

    assert queries.support_now(reached).level in {level.value for level in Support}
    assert queries.support_levels(reached).count() == 2
    actions.give_feedback(by=room.cast.asha, at=now, partnership=reached, words="Good")
    assert queries.of_kind(reached, "feedback").count() == 1


def test_what_is_not_of_this_record_is_not_there(room):
    reached = room.cast.reach("asha")

    for find in (queries.promise_in, queries.skill_in, queries.share_in, queries.entry_in):
        with pytest.raises(Http404):
            find(reached, room.cast.asha.pk)


def test_the_newest_that_one_may_read_comes_first(room):
    for number in range(3):
        room.write("asha", f"n{number}", steps=[4], processes=[5, 7], happened_date=room.days_ago(number))
    room.write("ben", "kept", steps=[4, 2], kept=True)

    hers = list(queries.glimpses(room.cast.reach("asha")))

    assert [glimpse.line for glimpse in hers] == ["n0", "n1", "n2"]
    assert (hers[0].steps, hers[0].processes) == ((4,), (5, 7))
    assert next(queries.glimpses(room.cast.reach("ben"))).kept


def test_no_page_looks_through_more_than_a_thousand_entries(room):
    entry = room.write("asha", "first")
    copies = [Entry(**{**{f.attname: getattr(entry, f.attname) for f in Entry._meta.concrete_fields}, "id": uuid4()})
              for _ in range(queries.LOOKED_THROUGH)]  # fmt: skip
    Entry.objects.bulk_create(copies)

    assert len(list(queries.glimpses(room.cast.reach("asha")))) == queries.LOOKED_THROUGH
