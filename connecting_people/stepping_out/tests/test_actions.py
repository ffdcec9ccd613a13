from datetime import datetime, time, timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.connections.actions.connections import forget
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.tests import maps
from connecting_people.core.london import LONDON
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.queries import entry_in
from connecting_people.stepping_out import queries
from connecting_people.stepping_out.actions import disclosures, meetings, planning, support
from connecting_people.stepping_out.actions.disclosures import Thing
from connecting_people.stepping_out.actions.planning import Again, Facts
from connecting_people.stepping_out.actions.support import Backing
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.presenters.outings import agreement
from connecting_people.stepping_out.rules import NEXT, About, Felt, Orientation, OutingState, Source
from connecting_people.stepping_out.tests.outings import address, by, plan, seen, signed_in, tell, today

pytestmark = pytest.mark.django_db
HEALTH = Thing("That I get tired", "Ben", "the walk leader")


def test_an_outing_is_planned_and_stands_in_the_record(cast):
    outing = plan(cast)

    entry = Entry.objects.get(pk=outing.entry_id)
    assert (entry.words, entry.target_id) == ("Walk by the weir", outing.pk)
    assert list(queries.coming(cast.reach("ben"), today())) == [outing]


def test_a_weekly_group_is_one_outing_for_each_of_its_days(cast):
    facts = Facts(today() + timedelta(days=1), begins=time(10, 30))

    planning.plan(**by(cast, "asha"), words="Choir", facts=facts, again=Again(2, today() + timedelta(days=31)))

    days = [one.outing_date - today() for one in queries.coming(cast.reach("asha"), today())]
    assert [gap.days for gap in days] == [1, 15, 29]
    assert Entry.objects.filter(kind="outing").count() == 1


@pytest.mark.parametrize("until", [-1, 800])
def test_a_series_has_a_last_day_after_the_first_and_within_reach(cast, until):
    facts = Facts(today() + timedelta(days=1))

    with pytest.raises(planning.WrongDay):
        planning.plan(**by(cast, "asha"), words="Choir", facts=facts, again=Again(1, today() + timedelta(days=until)))


def test_when_one_is_back_goes_by_the_clock_on_the_wall(cast):
    before = datetime(2027, 3, 24, 17, 0, tzinfo=LONDON)
    facts = Facts(before.date(), back_at=before)

    made = planning.plan(**by(cast, "asha"), words="Choir", facts=facts, again=Again(1, before.date() + timedelta(8)))

    assert [one.back_at.astimezone(LONDON).hour for one in made] == [17, 17]


def test_an_outing_does_not_end_before_it_begins(cast):
    for wrong in (
        Facts(today(), begins=time(11), ends=time(10)),
        Facts(today(), back_at=timezone.now() - timedelta(days=3)),
    ):
        with pytest.raises(planning.WrongDay):
            plan(cast, facts=wrong)


def test_nobody_is_back_before_they_set_out(cast):
    day = today() + timedelta(days=1)

    with pytest.raises(planning.WrongDay, match="before you set out"):
        plan(cast, facts=Facts(day, begins=time(14), back_at=datetime.combine(day, time(13), LONDON)))


def test_two_who_change_an_outing_at_once_see_both(cast):
    outing = plan(cast)
    facts = Facts(today() + timedelta(days=4), place="The mill")
    planning.change(**by(cast, "ben"), outing=seen(cast, "ben", outing), facts=facts, version=1)

    with pytest.raises(planning.StaleOuting) as stale:
        planning.change(**by(cast, "asha"), outing=outing, facts=Facts(today()), version=1)
    assert stale.value.now.place == "The mill"
    assert Entry.objects.filter(kind="outing_moved").count() == 1


def test_what_becomes_of_an_outing_is_told_and_may_be_taken_back(cast):
    outing = plan(cast, days=0)

    tell(cast, "asha", outing, OutingState.GONE, felt=Felt.GOOD, helped="The tea")
    assert seen(cast, "ben", outing).felt == Felt.GOOD
    planning.plan_again(**by(cast, "ben"), outing=outing)
    assert seen(cast, "asha", outing).state == OutingState.PLANNED


def test_who_showed_somebody_round_is_kept_and_stays_when_nothing_new_is_said(cast):
    outing = plan(cast, days=0)
    tell(cast, "asha", outing, OutingState.GONE, orientation=Orientation.SHOWN, shown_by="Ben")
    planning.plan_again(**by(cast, "asha"), outing=outing)

    told = tell(cast, "asha", outing, OutingState.GONE)

    assert (told.orientation, told.shown_by) == (Orientation.SHOWN, "Ben")


def test_what_adds_nothing_to_the_record_stands_in_the_audit(cast):
    outing = plan(cast)
    entries = Entry.objects.count()

    planning.say_back(**by(cast, "asha"), outing=outing)
    support.say_small_steps(**by(cast, "ben"), outing=outing, steps=[("Walk past", "")])

    acts = list(Event.objects.filter(act__startswith="outings: ").order_by("number").values_list("act", "actor_id"))
    assert acts == [("outings: back", cast.asha.pk), ("outings: small steps said", cast.ben.pk)]
    assert Entry.objects.count() == entries


def test_an_outing_to_come_has_not_been_gone_on(cast):
    with pytest.raises(planning.WrongDay, match="still to come"):
        tell(cast, "asha", plan(cast, days=2), OutingState.GONE)
    assert tell(cast, "asha", plan(cast, days=2), OutingState.CHANGED_PLAN)


def test_what_became_of_it_is_told_once(cast):
    outing = plan(cast, days=0)
    tell(cast, "asha", outing, OutingState.GONE)

    with pytest.raises(planning.CannotMove):
        tell(cast, "ben", outing, OutingState.CHANGED_PLAN)


def test_what_is_planned_cannot_be_planned_again(cast):
    with pytest.raises(planning.CannotMove):
        planning.plan_again(**by(cast, "asha"), outing=plan(cast))


def test_saying_that_one_is_back_ends_the_prompt(cast):
    outing = plan(cast)

    planning.say_back(**by(cast, "asha"), outing=outing)

    assert seen(cast, "asha", outing).back_told_at


def test_an_outing_kept_to_oneself_is_not_there_for_the_other(cast):
    outing = plan(cast, to_oneself=True)

    with pytest.raises(Http404):
        seen(cast, "ben", outing)
    with pytest.raises(Http404):
        planning.say_back(by=cast.dev, at=timezone.now(), partnership=cast.reach("dev", cast.hanas), outing=outing)


def test_support_comes_from_the_four_sources(cast):
    outing, sam = plan(cast), maps.add(cast, "asha", "Sam")
    backings = [
        Backing(Source.TEAM, participant=cast.place("ben")),
        Backing(Source.MAP, connection_id=sam),
        Backing(Source.SKILL, words="Ringing up"),
    ]

    support.say_support(**by(cast, "asha"), outing=outing, backings=backings)

    found = queries.support_of(cast.reach("ben"), [outing])
    assert {one.source for one in found} == {"team", "map", "skill"}


def test_somebody_who_is_never_to_be_asked_is_not_asked(cast):
    jay = maps.add(cast, "asha", "Jay", never_support=True)

    with pytest.raises(support.NotAsked, match="Jay"):
        support.say_support(**by(cast, "asha"), outing=plan(cast), backings=[Backing(Source.MAP, connection_id=jay)])


def test_a_friend_whom_one_keeps_to_oneself_is_no_support_that_the_other_sees(cast):
    outing, secret = plan(cast), maps.add(cast, "asha", "Secret", to_oneself=True)

    support.say_support(**by(cast, "asha"), outing=outing, backings=[Backing(Source.MAP, connection_id=secret)])

    assert not queries.support_of(cast.reach("ben"), [outing])
    assert queries.support_of(cast.reach("asha"), [outing])


def test_support_of_another_record_is_not_there(cast):
    theirs = cast.place("dev", cast.hanas)

    with pytest.raises(Http404):
        support.say_support(**by(cast, "asha"), outing=plan(cast), backings=[Backing(Source.TEAM, participant=theirs)])


def test_small_steps_are_taken_one_at_a_time_and_stay_taken(cast):
    outing = plan(cast)
    steps = [("Walk past", ""), ("Look in", "Ben")]
    support.say_small_steps(**by(cast, "asha"), outing=outing, steps=steps)
    support.take_small_step(**by(cast, "asha"), outing=outing, position=1)

    support.say_small_steps(**by(cast, "ben"), outing=outing, steps=[("Walk past", ""), ("Ring the bell", "")])

    taken = list(queries.small_steps_of(outing).values_list("words", "taken_date"))
    assert taken == [("Walk past", today()), ("Ring the bell", None)]
    with pytest.raises(Http404):
        support.take_small_step(**by(cast, "asha"), outing=outing, position=1)


def holds_for(cast, outing):
    return queries.disclosures(cast.reach("ben")).filter(outing=outing, agreed_at__isnull=False).first()


def test_nothing_may_be_told_until_both_agree(cast):
    outing = plan(cast)
    made = disclosures.propose(**by(cast, "asha"), things=[HEALTH], never="My past", outing=outing)

    assert holds_for(cast, outing) is None
    with pytest.raises(NotAllowed):
        disclosures.agree(**by(cast, "asha"), disclosure=made)
    disclosures.agree(**by(cast, "ben"), disclosure=made)
    assert holds_for(cast, outing) == made


def test_what_was_agreed_is_frozen_and_a_change_is_another(cast):
    outing = plan(cast)
    first = disclosures.propose(**by(cast, "asha"), things=[HEALTH], outing=outing)
    disclosures.agree(**by(cast, "ben"), disclosure=first)

    with pytest.raises(disclosures.AgreedAlready):
        disclosures.agree(**by(cast, "ben"), disclosure=first)
    second = disclosures.propose(**by(cast, "ben"), things=[], outing=outing)
    assert holds_for(cast, outing) == first
    disclosures.agree(**by(cast, "asha"), disclosure=second)
    assert holds_for(cast, outing) == second
    assert queries.disclosure_in(cast.reach("asha"), first.pk).replaced_by == second


def test_an_agreement_names_both_also_where_one_has_no_login(cast):
    here = cast.reach("ivan", cast.ivans)
    act = {"by": cast.ivan, "at": timezone.now(), "partnership": here}
    made = disclosures.propose(**act, things=[HEALTH])
    disclosures.agree(**act, disclosure=made, voice=here.person)

    card = agreement(here, queries.disclosure_in(here, made.pk))

    assert (card.name, card.agreed_by) == ("Ivan", "Lewis (written down by Ivan)")


@pytest.mark.parametrize("who", ["asha", "ben"])
def test_what_was_agreed_is_taken_back_by_either_and_nothing_of_it_holds(cast, who):
    outing = plan(cast)
    made = disclosures.propose(**by(cast, "asha"), things=[HEALTH], outing=outing)
    with pytest.raises(NotAllowed, match="does not hold"):
        disclosures.take_back(**by(cast, who), disclosure=made)
    disclosures.agree(**by(cast, "ben"), disclosure=made)

    disclosures.take_back(**by(cast, who), disclosure=made)

    made = queries.disclosure_in(cast.reach("asha"), made.pk)
    assert made.is_over and not made.holds
    assert Entry.objects.get(kind="disclosure_ended").voice == cast.place(who)
    with pytest.raises(disclosures.AgreedAlready):
        disclosures.agree(**by(cast, "ben"), disclosure=made)


def test_what_one_sees_differently_since_does_not_hold(cast):
    made = disclosures.propose(**by(cast, "asha"), things=[HEALTH])
    disclosures.agree(**by(cast, "ben"), disclosure=made)

    entry = entry_in(cast.reach("ben"), made.entry_id)
    journey.see_differently(by=cast.ben, at=timezone.now(), entry=entry, words="Not any more")

    assert not queries.disclosure_in(cast.reach("asha"), made.pk).holds


def test_the_words_of_an_agreement_are_never_worded_differently_afterwards(cast):
    made = disclosures.propose(**by(cast, "asha"), things=[HEALTH])

    with pytest.raises(NotAllowed, match="write it anew"):
        journey.reword(
            by=cast.asha, at=timezone.now(), entry=entry_in(cast.reach("asha"), made.entry_id), words="All", version=1
        )


def test_whom_one_met_is_on_the_map_with_how_it_came_about(cast):
    outing = plan(cast, days=0)

    met = meetings.meet(**by(cast, "asha"), name="Wei", outing=outing, words="We shared a flask")

    assert ConnectionState.objects.get(connection=met.connection).name == "Wei"
    assert [(one.about, one.outing) for one in queries.meetings(cast.reach("ben"))] == [(About.OUTING, outing)]


def test_how_a_connection_came_about_can_be_said_anew_and_needs_no_outing(cast):
    sam, priya = maps.add(cast, "asha", "Sam"), maps.add(cast, "asha", "Priya")
    given = by(cast, "asha") | {"connection_id": sam}
    meetings.came_about(**given, about=About.CHANCE)

    meetings.came_about(**given, about=About.PERSON, through=priya)

    told = queries.meetings(cast.reach("ben")).get()
    assert (told.about, told.through_id) == (About.PERSON, priya)
    with pytest.raises(planning.OutingError):
        meetings.came_about(**given, about=About.PERSON, through=sam)


def test_somebody_taken_away_for_good_is_named_by_no_outing_and_no_meeting(cast):
    sam, priya = maps.add(cast, "asha", "Sam"), maps.add(cast, "asha", "Priya")
    outing = plan(cast)
    support.say_support(**by(cast, "asha"), outing=outing, backings=[Backing(Source.MAP, connection_id=priya)])
    meetings.came_about(**by(cast, "asha"), connection_id=sam, about=About.PERSON, through=priya)

    forget(**by(cast, "asha"), connection_id=priya)

    assert not outing.support.exists()
    assert queries.meetings(cast.reach("ben")).get().through is None
    page = address(cast, "outing", outing_id=outing.pk)
    assert "Priya" not in signed_in(cast, "asha").get(page).content.decode()


def test_how_somebody_secret_came_about_is_secret(cast):
    secret = maps.add(cast, "asha", "Secret", to_oneself=True)
    meetings.came_about(**by(cast, "asha"), connection_id=secret, about=About.CHANCE)

    assert not queries.meetings(cast.reach("ben"))


def test_things_of_another_record_are_not_there(cast):
    dev = {"by": cast.dev, "at": timezone.now(), "partnership": cast.reach("dev", cast.hanas)}
    outing = plan(cast)
    for act in (
        lambda: disclosures.propose(**dev, things=[], outing=outing),
        lambda: disclosures.agree(**dev, disclosure=disclosures.propose(**by(cast, "asha"), things=[])),
        lambda: meetings.came_about(
            **by(cast, "asha"), connection_id=maps.add(cast, "asha", "X"), about=About.OUTING, outing=_other(cast)
        ),
    ):
        with pytest.raises(Http404):
            act()


def test_every_state_is_in_the_table():
    assert set(NEXT) == set(OutingState)


def _other(cast):
    return planning.plan(
        by=cast.dev,
        at=timezone.now(),
        partnership=cast.reach("dev", cast.hanas),
        words="Theirs",
        facts=Facts(today()),
    )[0]


def test_a_series_is_called_off_from_today_on_and_what_was_stays(cast):
    facts = Facts(today() - timedelta(days=7))
    made = planning.plan(**by(cast, "asha"), words="Choir", facts=facts, again=Again(1, today() + timedelta(days=14)))
    tell(cast, "asha", made[0], OutingState.GONE)
    other = plan(cast, words="Walk")

    called_off = planning.stop_series(**by(cast, "ben"), outing=seen(cast, "ben", made[1]), words="Too loud")

    assert called_off == 3
    states = list(Outing.objects.filter(series=made[0].series).order_by("outing_date").values_list("state", flat=True))
    assert states == [OutingState.GONE, *[OutingState.CHANGED_PLAN] * 3]
    other.refresh_from_db()
    assert other.state == OutingState.PLANNED
    assert Entry.objects.get(kind="outing_stopped").words == "Too loud"


def test_what_is_just_once_is_no_series_to_call_off(cast):
    outing = plan(cast)

    with pytest.raises(planning.CannotMove):
        planning.stop_series(**by(cast, "asha"), outing=seen(cast, "asha", outing))
