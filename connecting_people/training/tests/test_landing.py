"""Notes of a training go into daily practice: by choice, once, and saying where they came from."""

from datetime import date

import pytest
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import opened
from connecting_people.community.models import Asset, Gap, Improvement, Mention, Rating
from connecting_people.community.rules import ImprovementState, Light, Origin, Rater, RatingState
from connecting_people.community.tests.places import walking_group
from connecting_people.community.writing import Said, new_document, rewritten
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture.models import Idea
from connecting_people.training.actions import landing as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.course.landing import INTO, IS_THERE, lands_of
from connecting_people.training.course.networks import LOCAL_MAP
from connecting_people.training.course.taught import taught
from connecting_people.training.models import Block, Landing, Note
from connecting_people.training.presenters.landing import column_cards
from connecting_people.training.queries.landing import boards, landable, names_around, notes_to_land
from connecting_people.training.rules import BlockKind, Lands, Shown, Who
from connecting_people.training.tests.afterwards import board, came, gives_too, note, past_training, seated

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 12)


@pytest.fixture
def training(cast):
    return past_training(cast)


@pytest.fixture
def gap(cast, training):
    return note(board(training, "local-connections"), "gaps", "Nowhere to play chess", at=cast.at)


def acting(cast, who, one):
    return {"by": cast.user(who), "at": timezone.now(), "note": one}


def land_gap(cast, one, who="ben", need="A quiet place to play chess"):
    return actions.land_gap(**acting(cast, who, one), need=need, interest="", place="")


def test_every_place_has_its_words_and_every_column_that_lands_is_known():
    assert set(INTO) == set(IS_THERE) == set(Lands)
    assert {
        where for one in ACTIVITIES for column in one.columns for where in (*column.lands, *column.replies_land)
    } == (set(Lands))
    assert lands_of(LOCAL_MAP.columns, "no such column", reply=False) == ()


def test_what_a_guest_told_goes_further_and_what_they_were_asked_stays_with_them(cast, training):
    guest = board(training, "")
    Block.objects.filter(pk=guest.pk).update(kind=BlockKind.GUEST)
    guest.refresh_from_db()
    heard = note(guest, "heard", "The library opens late on Mondays", at=cast.at)
    note(guest, "questions", "Who pays you?", at=cast.at)

    assert [(one.block, one.notes) for one in boards(training)] == [(guest, 1)]
    assert landable(list(notes_to_land(guest)))[0].lands == (Lands.DIRECTORY, Lands.GAP, Lands.IDEA)
    landing = land_gap(cast, heard, need="Somewhere warm on a Monday evening")
    assert Gap.objects.get(pk=landing.target).need == "Somewhere warm on a Monday evening"
    (card,) = column_cards(training, guest, landable(list(notes_to_land(guest))))
    assert (str(card.title), str(taught(guest).title)) == ("What we heard", "A guest speaks")


def test_a_gap_goes_onto_the_board_in_other_words_and_the_note_stays_as_it_was(cast, training, gap):
    landing = land_gap(cast, gap)

    found = Gap.objects.get(pk=landing.target)
    assert (found.need, found.origin) == ("A quiet place to play chess", Origin.TRAINING)
    assert (found.from_training, found.training_date) == (training.pk, MARCH)
    gap.refresh_from_db()
    assert gap.text == "Nowhere to play chess"
    assert Event.objects.filter(act="training: note landed, gap", target_id=found.pk, actor_id=cast.ben.pk).exists()


def test_a_note_lands_once_also_when_two_trainers_take_it(cast, training, gap):
    gives_too(training, cast.dev)
    first = land_gap(cast, gap)

    with pytest.raises(actions.AlreadyLanded) as late:
        land_gap(cast, gap, "dev")
    assert late.value.landing == first
    assert Gap.objects.count() == Landing.objects.count() == 1


def test_only_those_who_give_the_training_take_its_notes_further(cast, gap):
    with pytest.raises(NotAllowed):
        land_gap(cast, gap, "dev")
    assert not Gap.objects.exists()


@pytest.mark.parametrize("shown", [Shown.KEPT, Shown.TAKEN_DOWN])
def test_what_is_kept_or_was_taken_down_goes_nowhere(cast, gap, shown):
    gap.shown = shown
    gap.save()

    with pytest.raises(TrainingError):
        land_gap(cast, gap)
    assert not list(notes_to_land(gap.block))


def test_a_note_goes_only_where_its_column_leads(cast, gap):
    with pytest.raises(TrainingError):
        actions.land_idea(**acting(cast, "ben", gap), words="Chess on Mondays")
    assert not Idea.objects.exists()


def test_a_place_begins_a_new_entry_or_is_found_among_those_that_are_there(cast, training):
    block = board(training, "local-connections")
    one, other = (note(block, "known", f"Weir choir {n}: warm", at=cast.at) for n in (1, 2))
    document = rewritten(new_document(), Said(fields={"name": "Weir choir"}, terms={"kinds": ["group"]}))
    new = {"organisation": None, "new_organisation": "", "secret": None}
    landing = actions.land_new_entry(**acting(cast, "ben", one), document=document, **new)
    choir = Asset.objects.get(pk=landing.target)
    assert choir.name == "Weir choir"

    again = actions.land_at_entry(**acting(cast, "ben", other), asset=choir)
    assert again.target == choir.pk
    assert Mention.objects.values_list("asset", "from_training", "training_date").get() == (
        choir.pk,
        training.pk,
        MARCH,
    )


def test_a_place_of_another_agency_is_not_taken(cast, training):
    one = note(board(training, "local-connections"), "known", "The walkers", at=cast.at)
    theirs = walking_group(by=cast.ivan, at=cast.at, agency=cast.other_agency)

    with pytest.raises(TrainingError):
        actions.land_at_entry(**acting(cast, "ben", one), asset=theirs)


def light_note(cast, training, **values):
    block = training.blocks.filter(activity="traffic-lights").first() or board(training, "traffic-lights")
    return note(block, "notes", "The walkers: cold hall", at=cast.at, sort="red", **values)


def land_light(cast, one, asset, **said):
    given = {"rater": Rater.SERVICE_USER, "light": Light.RED, "reason": "Cold hall"} | said
    return actions.land_rating(**acting(cast, "ben", one), asset=asset, **given)


def test_a_light_waits_as_nobodys_of_the_product_with_the_kind_of_person(cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    landing = land_light(cast, light_note(cast, training), walkers)

    rating = Rating.objects.get(pk=landing.target)
    assert (rating.by, rating.signed, rating.brought_by) == (None, False, cast.ben)
    assert (rating.state, rating.rater, rating.origin) == (RatingState.WAITING, Rater.SERVICE_USER, Origin.TRAINING)


def test_somebody_counts_once_for_a_place_however_many_notes_they_wrote(cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    trainee = seated(training, at=cast.at)
    first, second = (light_note(cast, training, trainee=trainee) for _ in range(2))
    land_light(cast, first, walkers)

    with pytest.raises(actions.LightTwice):
        land_light(cast, second, walkers)
    assert Rating.objects.count() == 1
    land_light(cast, light_note(cast, training), walkers)  # typed in from paper: nobody can tell whose


def what_moves_it_up(cast, training):
    return note(light_note(cast, training).block, "notes", "Heat it from two", at=cast.at, about=Note.objects.get())


def land_improvement(cast, one, asset, who="ben"):
    move = {"from_light": Light.RED, "to_light": Light.AMBER}
    return actions.land_improvement(**acting(cast, who, one), asset=asset, idea="Heat it from two o’clock", **move)


def test_what_could_move_a_place_up_waits_there_for_the_team_to_take_it_on(cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    landing = land_improvement(cast, what_moves_it_up(cast, training), walkers)

    found = Improvement.objects.get(pk=landing.target)
    assert (found.asset, found.idea, found.state) == (walkers, "Heat it from two o’clock", ImprovementState.SUGGESTED)
    assert (found.from_light, found.to_light) == (Light.RED, Light.AMBER)
    assert (found.from_training, found.training_date, found.by) == (training.pk, MARCH, cast.ben)
    assert Event.objects.filter(act="training: note landed, improvement", target_id=found.pk).exists()


def test_what_could_move_a_place_up_lands_once_and_at_places_of_the_agency_alone(cast, training):
    gives_too(training, cast.dev)
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    theirs = walking_group(by=cast.ivan, at=cast.at, agency=cast.other_agency)
    one = what_moves_it_up(cast, training)
    with pytest.raises(TrainingError):
        land_improvement(cast, one, theirs)
    land_improvement(cast, one, walkers)

    with pytest.raises(actions.AlreadyLanded):
        land_improvement(cast, one, walkers, "dev")
    assert Improvement.objects.count() == 1


def test_a_light_itself_is_no_improvement(cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    with pytest.raises(TrainingError):
        land_improvement(cast, light_note(cast, training), walkers)


def test_a_way_round_is_sealed_and_waits_for_a_second_person(cast, training):
    block = board(training, "barriers-of-people")
    barrier = note(block, "barriers", "No bus on Sundays", at=cast.at, sort="transport")
    way = note(block, "barriers", "Share a taxi", at=cast.at, about=barrier)
    gives_too(training, cast.ela)

    with pytest.raises(NotAllowed):  # Ben does not look after the library
        actions.land_way_round(**acting(cast, "ben", way), kind="transport", words="Share a taxi")
    landing = actions.land_way_round(**acting(cast, "ela", way), kind="transport", words="Share a taxi")
    item = Item.objects.get(pk=landing.target)
    assert opened(item.sealed) == ("transport", "Share a taxi")
    assert (item.from_training, item.training_date, item.brought_by) == (training.pk, MARCH, cast.ela)


def test_an_idea_goes_onto_the_list_as_brought_by_the_trainer(cast, training):
    one = note(board(training, "tell-a-colleague"), "team", "I could teach knitting", at=cast.at)
    landing = actions.land_idea(**acting(cast, "ben", one), words="Somebody could teach knitting")

    idea = Idea.objects.get(pk=landing.target)
    assert (idea.by, idea.words, idea.from_training) == (cast.ben, "Somebody could teach knitting", training.pk)


def test_boards_count_what_can_go_further_and_what_went(cast, training, gap):
    block = gap.block
    reply = {"about": gap}
    note(block, "gaps", "Ask at the library", at=cast.at, **reply)  # replies to gaps go nowhere
    note(block, "known", "The walkers", at=cast.at)
    board(training, "disclosure", 2)
    land_gap(cast, gap)

    assert [(one.block, one.notes, one.landed) for one in boards(training)] == [(block, 2, 1)]
    assert [one.note.text for one in landable(list(notes_to_land(block)))] == ["The walkers", "Nowhere to play chess"]


def test_a_training_without_boards_needs_no_question(cast, training, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert boards(training) == []


def test_names_around_a_training_are_of_all_who_were_there(cast, training):
    came(training, None, at=cast.at, name="Sheila")
    seated(training, at=cast.at, name="Otis", who=Who.CARER)
    seated(training, "another seat", at=cast.at)

    assert set(names_around(training)) == {"Sheila", "Otis", "Ben"}
