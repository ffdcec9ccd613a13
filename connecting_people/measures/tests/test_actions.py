from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions as journey
from connecting_people.measures import permissions, queries
from connecting_people.measures.actions import answers, definitions, practice
from connecting_people.measures.answering import NoSuchAnswer, NothingAnswered, read_back
from connecting_people.measures.defining import WrongDefinition
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet, Definition, OwnAction
from connecting_people.measures.rules import Mode, State
from connecting_people.measures.tests.answers import WELL, answer, bring, by, filled, practise
from connecting_people.people.permissions import can_keep_agency

pytestmark = pytest.mark.django_db


def acts(cast, who):
    return {"by": cast.user(who), "at": timezone.now()}


def today():
    return day_of(timezone.now())


def on_map(cast, name, who="asha", to_oneself=False, **more):
    return connections.add(**by(cast, who), facts=Facts(name, **more), to_oneself=to_oneself)


def test_answers_stand_in_the_record_in_somebodys_voice(cast):
    made = answer(cast, "asha", words="A good week")

    assert read_back(made.answers) == WELL
    assert (made.entry.kind, made.entry.line) == ("measure", "Personal well-being, four questions")
    assert (made.entry.voice, made.entry.words, made.entry.kept_by) == (cast.place("asha"), "A good week", None)
    assert made.agency == cast.agency


def test_answers_are_not_to_be_read_in_the_database_file(cast):
    made = answer(cast, "asha")
    (stored,) = AnswerSet.objects.filter(pk=made.pk).extra(select={"raw": "answers"}).values_list("raw")[0]
    assert "satisfied" not in stored


def test_together_a_practitioner_writes_down_what_the_other_answers(cast):
    made = answer(cast, "ben", mode=Mode.TOGETHER, voice=cast.reach("ben").person)

    assert made.entry.voice == cast.place("asha") and made.entry.as_said
    assert made.by == cast.ben


def test_alone_nobody_answers_for_another(cast):
    with pytest.raises(NotAllowed, match="choose “together”"):
        answer(cast, "ben", voice=cast.reach("ben").person)
    assert not AnswerSet.objects.exists()


def test_what_two_answer_together_is_not_kept_to_oneself(cast):
    with pytest.raises(NotAllowed, match="for both"):
        answer(cast, "ben", mode=Mode.TOGETHER, to_oneself=True)


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({"satisfied": None}, NothingAnswered),
        ({"satisfied": 11}, NoSuchAnswer),
        ({"satisfied": (4,)}, NoSuchAnswer),
        ({"content": 4}, NoSuchAnswer),
    ],
)
def test_an_answer_that_is_none_is_refused_and_nothing_is_kept(cast, given, trouble):
    with pytest.raises(trouble):
        answer(cast, "asha", answers_=given)
    assert not AnswerSet.objects.exists()


def test_the_rater_follows_from_who_speaks(cast):
    given = {item.id: 3 for item in latest()[PRACTICE].items}

    assert answer(cast, "ben", PRACTICE, given).rater == "practitioner"
    assert answer(cast, "asha", PRACTICE, given).rater == "service_user"
    assert answer(cast, "asha").rater == ""


def test_a_resource_is_linked_to_people_on_the_map_and_the_link_is_taken_away_again(cast):
    howard, meera = on_map(cast, "Howard"), on_map(cast, "Meera")
    made = answer(cast, "asha", "who_could_help", {"tea": (2,)})
    told = queries.answers_in(cast.reach("asha"), made.pk)
    tea = latest()["who_could_help"].items[1]

    answers.link(**by(cast, "asha"), answer_set=told.row, item=tea, connections=[howard.pk, meera.pk])
    answers.link(**by(cast, "asha"), answer_set=told.row, item=tea, connections=[meera.pk])

    named = queries.named_in(cast.reach("ben"), [made])
    assert [one.name for one in named[made.pk]["tea"]] == ["Meera"]


def test_nobody_marked_as_never_support_can_be_named_nor_places_pets_or_lost_touch(cast):
    for name, more in (
        ("Jay", {"never_support": True}),
        ("The park", {"nature": "place"}),
        ("Rex", {"nature": "animal"}),
        ("Old Tom", {"state": "lost_touch"}),
    ):
        on_map(cast, name, **more)
    howard = on_map(cast, "Howard")
    made = answer(cast, "asha", "who_could_help", {"tea": (2,)})

    offered = queries.through_whom(cast.reach("asha"), queries.answers_in(cast.reach("asha"), made.pk).row)

    assert [one.id for one in offered] == [howard.pk]


def test_whoever_is_marked_later_as_never_support_is_shown_no_more(cast):
    jay = on_map(cast, "Jay")
    made = answer(cast, "asha", "who_could_help", {"tea": (2,)})
    told = queries.answers_in(cast.reach("asha"), made.pk)
    answers.link(**by(cast, "asha"), answer_set=told.row, item=told.instrument.items[1], connections=[jay.pk])

    cast.partnership.connection_states.filter(connection=jay, latest=True).update(never_support=True)

    assert queries.named_in(cast.reach("asha"), [made]) == {}


def test_who_is_on_ones_own_map_alone_cannot_be_named_in_answers_that_both_see(cast):
    secret = on_map(cast, "Jay", to_oneself=True)
    shared = answer(cast, "asha", "who_could_help", {"tea": (2,)})
    told = queries.answers_in(cast.reach("asha"), shared.pk)

    with pytest.raises(answers.NotToBeNamed):
        answers.link(**by(cast, "asha"), answer_set=told.row, item=told.instrument.items[1], connections=[secret.pk])


def test_in_answers_that_one_keeps_they_can_and_stay_unseen_when_the_answers_are_shared(cast):
    secret, howard = on_map(cast, "Jay", to_oneself=True), on_map(cast, "Howard")
    kept = answer(cast, "asha", "who_could_help", {"tea": (2,)}, to_oneself=True)
    told = queries.answers_in(cast.reach("asha"), kept.pk)
    both = [secret.pk, howard.pk]
    answers.link(**by(cast, "asha"), answer_set=told.row, item=told.instrument.items[1], connections=both)
    kept.entry.partnership = cast.reach("asha")
    journey.share_own(by=cast.asha, at=timezone.now(), entry=kept.entry)

    seen = {who: queries.named_in(cast.reach(who), [kept])[kept.pk]["tea"] for who in ("asha", "ben")}

    assert [one.name for one in seen["asha"]] == ["Howard", "Jay"]
    assert [one.name for one in seen["ben"]] == ["Howard"]


def test_only_whose_answers_they_are_says_through_whom(cast):
    howard = on_map(cast, "Howard")
    made = answer(cast, "asha", "who_could_help", {"tea": (2,)})
    told = queries.answers_in(cast.reach("ben"), made.pk)

    with pytest.raises(NotAllowed):
        answers.link(**by(cast, "ben"), answer_set=told.row, item=told.instrument.items[1], connections=[howard.pk])
    assert not permissions.can_link(cast.reach("ben").me, practise(cast))


def test_the_three_forms_of_who_reads_answers_agree(cast):
    kept, shared = answer(cast, "asha", to_oneself=True), answer(cast, "asha")
    for place in (cast.place("asha"), cast.place("ben"), None):
        rows = set(permissions.visible_to(place, AnswerSet.objects.all()))
        assert rows == {one for one in (kept, shared) if permissions.can_read(place, one)}
    assert permissions.can_read(cast.place("asha"), kept) and not permissions.can_read(cast.place("ben"), kept)


def test_a_definition_is_looked_at_then_used_then_ended(cast):
    made = bring(cast, use=False)
    assert not [one for one in queries.offered(cast.agency.pk, today()) if one.definition]

    given = {"definition": made, "what": "Practice use", "licensed_by": "Its authors", "until_date": today()}
    definitions.confirm(**acts(cast, "gwen"), **given)
    assert queries.offered_as(cast.agency.pk, "ucla_3", today()).definition == made
    assert not queries.offered_still(cast.agency.pk, "ucla_3", today() + timedelta(days=1))
    assert not queries.offered_still(cast.other_agency.pk, "ucla_3", today())

    definitions.end(**acts(cast, "gwen"), definition=made)
    assert made.state == State.ENDED
    assert not queries.offered_still(cast.agency.pk, "ucla_3", today())


def test_a_new_version_takes_the_place_of_the_old_and_old_answers_keep_theirs(cast):
    old = bring(cast, filled("ucla_3", "Old words"))
    first = queries.offered_as(cast.agency.pk, "ucla_3", today())
    told = answers.answer(
        **by(cast, "asha"),
        instrument=first.instrument,
        definition=first.definition,
        answers={"ucla1": 1, "ucla2": 2, "ucla3": 3},
        mode=Mode.ALONE,
    )
    new = bring(cast, filled("ucla_3", "New words"))

    old.refresh_from_db()
    assert (old.state, new.version) == (State.ENDED, 2)
    assert queries.answers_in(cast.reach("asha"), told.pk).instrument.items[0].says == "Old words"
    assert queries.offered_as(cast.agency.pk, "ucla_3", today()).instrument.items[0].says == "New words"
    with pytest.raises(NotAllowed, match="does not use"):
        answers.answer(
            **by(cast, "asha"), instrument=first.instrument, definition=old, answers={"ucla1": 1}, mode=Mode.ALONE
        )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"title = 3", "from 1 to 120 items"),
        (filled("ucla_3").replace(b'licence = "agency"', b'licence = "ours"'), "needs a licence"),
        (filled("friendship_scale").replace(b"reversed = true\n", b"", 1), "not scored as it is in the slot"),
        (filled("ucla_3").replace(b'id = "ucla_3"', b'id = "ons_wellbeing"'), "comes with the program"),
    ],
)
def test_nothing_of_a_wrong_definition_is_kept(cast, content, says):
    with pytest.raises(WrongDefinition, match=says):
        bring(cast, content)
    assert not Definition.objects.exists()


def test_an_agency_can_bring_in_questions_of_which_the_program_knows_nothing(cast):
    content = filled("ucla_3").replace(b'id = "ucla_3"', b'id = "our_own"').replace(b'"agency"', b'"ours"')
    assert bring(cast, content).instrument == "our_own"
    fidelity = filled("ucla_3").replace(b'id = "ucla_3"', b'id = "fidelity_measure"')
    assert bring(cast, fidelity).instrument == "fidelity_measure"


def test_what_was_looked_at_is_thrown_away_and_what_is_used_is_not(cast):
    looked, used = bring(cast, use=False), bring(cast, filled("lsns_6"))

    definitions.discard(**acts(cast, "gwen"), definition=looked)
    with pytest.raises(definitions.CannotMove, match="in use"):
        definitions.discard(**acts(cast, "gwen"), definition=used)
    assert list(Definition.objects.all()) == [used]


def test_a_licence_that_is_over_is_not_confirmed_and_one_is_confirmed_once(cast):
    made = bring(cast, use=False)
    given = {"definition": made, "what": "Use", "licensed_by": "They"}
    with pytest.raises(definitions.LicenceOver):
        definitions.confirm(**acts(cast, "gwen"), **given, until_date=today() - timedelta(days=1))
    definitions.confirm(**acts(cast, "gwen"), **given, until_date=None)
    with pytest.raises(definitions.CannotMove):
        definitions.confirm(**acts(cast, "gwen"), **given, until_date=None)
    made.refresh_from_db()
    assert made.state == State.USED


@pytest.mark.parametrize("who", ["ben", "ela", "asha", "ivan"])
def test_only_an_administrator_of_the_agency_brings_in_and_takes_out(cast, who):
    made = bring(cast)
    assert not can_keep_agency(cast.user(who), cast.agency.pk)
    with pytest.raises(NotAllowed):
        definitions.look_at(**acts(cast, who), agency=cast.agency, file="a.toml", content=filled())
    for act in (definitions.end, definitions.discard):
        with pytest.raises(NotAllowed):
            act(**acts(cast, who), definition=made)
    with pytest.raises(NotAllowed):
        definitions.confirm(**acts(cast, who), definition=made, what="", licensed_by="", until_date=None)


def test_ones_own_practice_is_ones_own_until_it_is_shown_and_after_it_is_taken_back(cast):
    made = practise(cast, "ben", words="Two things")
    assert (made.subject, made.team, made.partnership, made.entry) == (cast.ben, cast.team, None, None)
    assert permissions.is_own(cast.ben, made) and not permissions.sees(cast.dev, made)

    practice.discuss(**acts(cast, "ben"), answer_set=made, colleague=cast.dev)
    assert permissions.sees(cast.dev, made) and not permissions.sees(cast.ela, made)
    with pytest.raises(practice.CannotMove, match="sees this already"):
        practice.discuss(**acts(cast, "ben"), answer_set=made, colleague=cast.dev)

    practice.take_back(**acts(cast, "ben"), answer_set=made)
    assert not permissions.sees(cast.dev, made)
    with pytest.raises(practice.CannotMove, match="Nobody else"):
        practice.take_back(**acts(cast, "ben"), answer_set=made)


@pytest.mark.parametrize("colleague", ["ben", "ivan", "asha", "gwen"])
def test_it_is_shown_to_another_practitioner_of_the_agency_alone(cast, colleague):
    made = practise(cast, "ben")
    assert not permissions.can_discuss(cast.ben, made, cast.user(colleague))
    with pytest.raises(NotAllowed):
        practice.discuss(**acts(cast, "ben"), answer_set=made, colleague=cast.user(colleague))


def test_nobody_shows_or_takes_back_what_is_anothers(cast):
    made = practise(cast, "ben")
    for act in (
        lambda: practice.discuss(**acts(cast, "dev"), answer_set=made, colleague=cast.ben),
        lambda: practice.take_back(**acts(cast, "dev"), answer_set=made),
        lambda: practice.will_try(**acts(cast, "dev"), answer_set=made, words="x", look_date=today()),
        lambda: practice.see_beside(**acts(cast, "dev"), answer_set=made, answers={"agency-model": 1}),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("who", ["asha", "ela", "gwen", "ivan"])
def test_only_a_practitioner_of_the_agency_looks_at_their_practice(cast, who):
    given = {"agency": cast.agency, "answers": {"agency-model": 1}}
    assert not permissions.can_review_practice(cast.user(who), cast.agency)
    with pytest.raises(NotAllowed):
        practice.look_at_practice(**acts(cast, who), **given)


def test_a_colleague_says_how_they_see_it_and_it_stands_beside(cast):
    made = practise(cast, "ben")
    practice.discuss(**acts(cast, "ben"), answer_set=made, colleague=cast.dev)

    seen = practice.see_beside(**acts(cast, "dev"), answer_set=made, answers={"agency-model": 4})

    assert (seen.rater, seen.subject, seen.by, seen.beside) == ("observer", cast.ben, cast.dev, made)
    assert [one.row for one in queries.views_beside(made)] == [seen]
    assert [one.row for one in queries.own_reviews(cast.ben)] == [made]
    assert not permissions.is_own(cast.ben, seen)


def test_answers_about_a_partnership_are_no_practice_to_be_seen(cast):
    made = answer(cast, "ben")
    made.discussions.create(agency=cast.agency, colleague=cast.dev, began_at=timezone.now())
    with pytest.raises(practice.CannotMove):
        practice.see_beside(**acts(cast, "dev"), answer_set=made, answers={"agency-model": 4})


def test_what_one_tries_is_looked_at_again_goes_on_and_ends(cast):
    made = practise(cast, "ben")
    tries = practice.will_try(**acts(cast, "ben"), answer_set=made, words="Ring the hall", look_date=today())
    assert list(queries.own_actions_due(cast.ben, today())) == [tries]

    later = today() + timedelta(days=30)
    practice.look_again(**acts(cast, "ben"), action=tries, learned="Half of it", look_date=later)
    assert (tries.look_date, tries.looked_at) == (later, None)
    assert not queries.own_actions_due(cast.ben, today())

    practice.look_again(**acts(cast, "ben"), action=tries, learned="All of it")
    assert tries.looked_at and OwnAction.objects.get().learned == "All of it"
    with pytest.raises(practice.CannotMove):
        practice.look_again(**acts(cast, "ben"), action=tries, learned="Again")


def test_a_day_to_look_again_lies_ahead(cast):
    made, yesterday = practise(cast, "ben"), today() - timedelta(days=1)
    with pytest.raises(practice.WrongDay):
        practice.will_try(**acts(cast, "ben"), answer_set=made, words="Ring", look_date=yesterday)
    tries = practice.will_try(**acts(cast, "ben"), answer_set=made, words="Ring", look_date=today())
    with pytest.raises(practice.WrongDay):
        practice.look_again(**acts(cast, "ben"), action=tries, learned="", look_date=yesterday)


def test_the_database_holds_no_answers_about_nobody(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerSet.objects.create(
            agency=cast.agency, instrument="x", version=1, mode="alone", answers="{}", by=cast.ben, at=timezone.now()
        )
