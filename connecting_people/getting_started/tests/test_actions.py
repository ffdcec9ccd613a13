from datetime import timedelta

import pytest
from django.db import connection
from django.http import Http404

from connecting_people.audit.queries import faults
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.getting_started import actions, permissions, queries
from connecting_people.getting_started.models import NotNowBefore
from connecting_people.getting_started.rules import Felt, Hope, Point, Topic
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.queries import entries, entry_in, touching_process, touching_step
from connecting_people.partnership import actions as partnerships
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


def talk(cast, name="asha", text="I would like to be outside more.", **more):
    partnership = cast.reach(name)
    given = {"topic": Topic.CONVERSATION, "item": "getting-started.feelings", "at": cast.at} | more
    said = given.pop("said", None) or [actions.Words(partnership.me, text)]
    return actions.talk(by=getattr(cast, name), partnership=partnership, said=said, **given)


def hope(cast, name="asha", text="Somebody to walk with.", seen="", what=Hope.GAIN, **more):
    partnership = cast.reach(name)
    voice = more.pop("voice", None) or partnership.me
    hopes = [actions.HopeWords(voice, what, text, seen)]
    actions.hope(by=getattr(cast, name), at=cast.at, partnership=partnership, hopes=hopes, **more)


def settle(cast, name="asha", **more):
    partnership = cast.reach(name)
    given = {"point": Point.CONTACT, "whose": partnership.person, "text": "Text me", "version": 0} | more
    return actions.settle(by=getattr(cast, name), at=cast.at, partnership=partnership, **given)


def keep(cast, **more):
    given = {"agency": cast.agency, "name": "Rory", "ask_again_date": day_of(cast.at)} | more
    return actions.keep_not_now(by=cast.ben, at=cast.at, **given)


def test_what_one_says_enters_the_journey_under_step_1(cast):
    talk(cast)

    (entry,) = touching_process(touching_step(entries(cast.reach("ben")), 1), 1)
    assert (entry.kind, entry.words, entry.target_page) == (
        "conversation",
        "I would like to be outside more.",
        "getting_started:conversation",
    )


def test_both_say_something_at_one_screen_and_each_has_their_own_words(cast):
    ben = cast.reach("ben")
    talk(cast, "ben", said=[actions.Words(ben.me, "Crowds."), actions.Words(ben.person, "Quiet places.")])

    parts = queries.latest_conversation(cast.reach("asha")).parts
    assert {(part.voice_id, part.words, part.as_said) for part in parts} == {
        (ben.me.pk, "Crowds.", False),
        (ben.person.pk, "Quiet places.", True),
    }


def test_how_it_felt_can_be_tapped_without_words(cast):
    talk(cast, text="", item="how-it-felt", said=[actions.Words(cast.reach("asha").me, "", Felt.MIXED)])

    (part,) = queries.latest_conversation(cast.reach("ben")).parts
    assert (part.felt, part.words) == ("mixed", "")
    assert entries(cast.reach("ben")).get().line == "Mixed"


def test_talks_of_other_days_stay_apart_and_dated(cast):
    talk(cast, text="Second")
    talk(cast, text="First", held_date=day_of(cast.at) - timedelta(days=7))
    talk(cast, text="Third", at=cast.at + timedelta(seconds=1), held_date=day_of(cast.at))

    found = queries.conversations(cast.reach("ben"))
    assert [[part.words for part in one.parts] for one in found] == [["Second", "Third"], ["First"]]
    assert queries.latest_conversation(cast.reach("hana", cast.hanas)) is None


def test_what_one_keeps_to_oneself_leaves_no_trace_for_the_other(cast):
    talk(cast, to_oneself=True)
    hope(cast, to_oneself=True)
    talk(cast, topic=Topic.BRINGING, item="hope", to_oneself=True)

    ben, asha = cast.reach("ben"), cast.reach("asha")
    assert queries.said(ben, *Topic) == []
    assert queries.hopes_of(ben) == {}
    assert len(queries.said(asha, *Topic)) == 3


def test_keeping_to_oneself_keeps_only_ones_own_words(cast):
    ben = cast.reach("ben")
    said = [actions.Words(ben.me, "Mine"), actions.Words(ben.person, "Hers")]
    talk(cast, "ben", said=said, to_oneself=True)

    assert [part.words for part in queries.said(cast.reach("asha"), Topic.CONVERSATION)] == ["Hers"]


def test_a_hope_is_said_differently_by_its_owner_and_its_history_kept(cast):
    hope(cast)
    held = queries.hopes_of(cast.reach("asha"))
    (before,) = held.values()
    hope(cast, text="Somebody to walk with on Sundays.", seen=before.seen)

    (now,) = queries.hopes_of(cast.reach("ben")).values()
    assert (now.words, now.version) == ("Somebody to walk with on Sundays.", 2)
    entry = entry_in(cast.reach("ben"), now.entry_id)
    assert list(entry.wordings.values_list("words", flat=True)) == ["Somebody to walk with."]


def test_a_hope_that_changed_meanwhile_shows_both_texts_and_keeps_neither_over_the_other(cast):
    hope(cast)

    with pytest.raises(actions.Stale) as stale:
        hope(cast, text="Written in another window.", seen="")
    assert stale.value.current == "Somebody to walk with."
    (held,) = queries.hopes_of(cast.reach("asha")).values()
    assert stale.value.mark == held.seen
    with pytest.raises(actions.Stale):
        hope(cast, what=Hope.GIVE, seen="gone:1")


def test_nobody_says_anothers_hope_differently(cast):
    hope(cast)
    (before,) = queries.hopes_of(cast.reach("ben")).values()

    with pytest.raises(NotAllowed):
        hope(cast, "ben", text="Better so", seen=before.seen, voice=cast.reach("ben").person)


def test_reflections_can_be_looked_back_on(cast):
    talk(cast, topic=Topic.BRINGING, item="trust", text="It takes me time.")

    (one,) = queries.reflections(cast.reach("ben"))
    assert (one.item, one.words) == ("trust", "It takes me time.")


def test_a_point_is_proposed_agreed_and_proposed_again_when_it_changes(cast):
    first = settle(cast, avoid="Never leave a message")
    assert first.entry.standing == "proposed"
    journey.agree(by=cast.ben, at=cast.at, entry=entry_in(cast.reach("ben"), first.entry_id))
    settle(cast, version=1, text="Ring me")

    ben = cast.reach("ben")
    now = queries.settled(ben)[Point.CONTACT, ben.person.pk]
    assert (now.text, now.version, now.entry.standing) == ("Ring me", 2, "proposed")
    assert [row.text for row in queries.wordings(ben, Point.CONTACT, ben.person)] == ["Ring me", "Text me"]


def test_a_stale_point_shows_what_it_says_now(cast):
    settle(cast, times="Afternoons", avoid="No messages")

    with pytest.raises(actions.Stale) as stale:
        settle(cast, "ben", text="Ring")
    assert (stale.value.current, stale.value.mark) == ("Text me\nAfternoons\nNo messages", 1)
    with pytest.raises(actions.Stale):
        settle(cast, point=Point.OTHER, version=3)


def test_needs_stand_on_the_persons_place_with_a_day_to_look_again(cast):
    settle(cast, point=Point.NEEDS, text="Large print", review_date=day_of(cast.at))

    assert cast.reach("ben").person.needs == "Large print"
    settle(cast, point=Point.NEEDS, text="Larger print", version=1)
    days = [one.review_date for one in queries.needs_of(cast.place("asha"))]
    assert days == [None, day_of(cast.at)]


def test_needs_are_not_looked_at_on_a_day_that_has_passed(cast):
    with pytest.raises(actions.WrongDay):
        settle(cast, point=Point.NEEDS, review_date=day_of(cast.at) - timedelta(days=1))


@pytest.mark.parametrize(("point", "who"), [(Point.CRISIS, "ben"), (Point.CONTACT, "hana")])
def test_a_point_is_about_somebody_whom_it_fits(cast, point, who):
    whose = cast.place("ben") if who == "ben" else cast.place("hana", cast.hanas)

    with pytest.raises(actions.OtherPlace):
        settle(cast, point=point, whose=whose)


def test_contact_and_needs_cannot_be_read_in_the_database(cast):
    settle(cast, text="07700 900123", times="after Emmerdale", avoid="never leave a message")
    settle(cast, point=Point.NEEDS, text="a step-free way in")

    with connection.cursor() as cursor:
        stored = ""
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            stored += str(cursor.fetchall())
    for words in ("07700 900123", "after Emmerdale", "never leave a message", "a step-free way in"):
        assert words not in stored


@pytest.mark.parametrize("name", ["BS5 6NX", "12 Stapleton Road"])
def test_an_area_never_leads_to_a_door(cast, name):
    with pytest.raises(actions.TooNear):
        actions.name_area(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), name=name, version=0)


def test_an_area_is_named_and_taken_back(cast):
    asha = cast.reach("asha")
    actions.name_area(by=cast.asha, at=cast.at, partnership=asha, name=" Easton ", version=0)
    assert queries.area_of(asha).name == "Easton"
    with pytest.raises(actions.Stale) as stale:
        actions.name_area(by=cast.asha, at=cast.at, partnership=asha, name="BS5", version=0)
    assert stale.value.current == "Easton"
    actions.name_area(by=cast.asha, at=cast.at, partnership=asha, name="", version=1)
    assert queries.area_of(asha).name == ""
    with pytest.raises(actions.Stale):
        actions.name_area(by=cast.asha, at=cast.at, partnership=cast.reach("hana", cast.hanas), name="BS5", version=4)


def test_not_now_is_due_on_its_day_for_practitioners_only(cast):
    day = day_of(cast.at) + timedelta(days=30)
    actions.say_not_now(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), words="Too soon", ask_again_date=day)

    assert queries.not_nows_due(cast.ben, day - timedelta(days=1)) == []
    (due,) = queries.not_nows_due(cast.ben, day)
    assert (due.name, due.partnership_id, due.not_now_id) == ("Asha", cast.partnership.pk, None)
    for other in (cast.asha, cast.cora, cast.dev, cast.ivan):
        assert queries.not_nows_due(other, day) == []


def test_the_newest_not_now_counts_and_talking_again_ends_it(cast):
    asha, day = cast.reach("asha"), day_of(cast.at)
    actions.say_not_now(by=cast.asha, at=cast.at, partnership=asha, ask_again_date=day)
    actions.say_not_now(by=cast.asha, at=cast.at, partnership=asha)
    assert queries.not_nows_due(cast.ben, day) == []
    assert queries.not_now_of(asha).ask_again_date is None
    actions.talk_again(by=cast.asha, at=cast.at, partnership=asha)

    assert queries.not_now_of(asha) is None
    assert sorted(entries(asha).values_list("line", flat=True))[-1] == "We are talking about it again."


def test_a_day_to_ask_again_has_not_passed(cast):
    with pytest.raises(actions.WrongDay):
        keep(cast, ask_again_date=day_of(cast.at) - timedelta(days=1))


def test_a_name_before_a_partnership_is_its_keepers_alone(cast):
    kept = keep(cast)

    (due,) = queries.not_nows_due(cast.ben, day_of(cast.at))
    assert (due.name, due.partnership_id, due.not_now_id) == ("Rory", None, kept.pk)
    assert queries.kept_not_now_for(cast.ben, kept.pk) == kept
    for other in (cast.dev, cast.ela, cast.gwen, cast.ivan):
        with pytest.raises(Http404):
            queries.kept_not_now_for(other, kept.pk)
        assert not permissions.can_take_up(other, kept)
    assert permissions.can_take_up(cast.ben, kept)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("name", ["asha", "cora", "ela", "gwen", "ivan"])
def test_only_a_practitioner_keeps_a_name(cast, name):
    assert not permissions.can_keep_not_now(getattr(cast, name), cast.agency.pk)
    assert permissions.can_keep_not_now(cast.ben, cast.agency.pk)


def test_a_name_is_moved_and_removed(cast):
    kept = keep(cast)
    later = day_of(cast.at) + timedelta(days=60)
    actions.ask_later(by=cast.ben, at=cast.at, not_now=kept, ask_again_date=later)
    assert queries.not_nows_due(cast.ben, day_of(cast.at)) == []
    actions.stop_asking(by=cast.ben, at=cast.at, not_now=kept)

    assert not NotNowBefore.objects.exists()
    assert list(faults(cast.agency.pk)) == []


def test_a_partnership_begins_after_all_and_the_name_is_removed(cast):
    with pytest.raises(actions.OtherPlace):
        actions.begin_after_all(by=cast.ben, at=cast.at, not_now=keep(cast), team=cast.other_team)
    made = actions.begin_after_all(by=cast.ben, at=cast.at, not_now=NotNowBefore.objects.get(), team=cast.team)

    assert made.participants.get(part=Part.SERVICE_USER).name == "Rory"
    assert not NotNowBefore.objects.exists()


def test_whoever_left_the_partnership_is_not_reminded(cast):
    day = day_of(cast.at)
    actions.say_not_now(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), ask_again_date=day)
    partnerships.hand_over(by=cast.ben, at=cast.at, partnership=cast.reach("ben"), colleague=cast.dev)

    assert queries.not_nows_due(cast.ben, day) == []
    assert [due.name for due in queries.not_nows_due(cast.dev, day)] == ["Asha"]


def test_whoever_is_no_practitioner_there_any_more_learns_no_name(cast):
    day = day_of(cast.at)
    actions.say_not_now(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), ask_again_date=day)
    people.give_role(
        by=cast.ivan, at=cast.at, agency=cast.other_agency, user=cast.ben, role=Role.PRACTITIONER, team=cast.other_team
    )
    people.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ben.pk)

    assert queries.not_nows_due(cast.ben, day) == []
