"""The pages on which notes of a training go further: what they show, what they warn of, what stays when it fails."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.barriers.models import Item
from connecting_people.community.actions.improvements import move_improvement
from connecting_people.community.models import Asset, Gap, Improvement, Mention, Rating
from connecting_people.community.rules import ImprovementState
from connecting_people.community.tests.places import walking_group
from connecting_people.culture.models import Idea
from connecting_people.training.course import activities
from connecting_people.training.models import Landing, Note
from connecting_people.training.rules import Shown, Who, begins_with
from connecting_people.training.tests.afterwards import at, board, gives_too, main, note, past_training, seated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]


@pytest.fixture
def training(cast):
    return past_training(cast)


@pytest.fixture
def local(training):
    return board(training, "local-connections")


@pytest.fixture
def as_(client, cast):
    def sign_in(who):
        client.force_login(cast.user(who))
        return client

    return sign_in


def way(training, one, where):
    return at(training, "land", note_id=one.pk, where=where)


def test_the_notes_of_a_board_show_who_kind_of_wrote_them_and_where_they_can_go(as_, cast, training, local):
    trainee = seated(training, at=cast.at, name="Otis")
    one = note(local, "gaps", "Nowhere to play chess", at=cast.at, trainee=trainee, named=True, who=Who.CARER)
    other = note(local, "known", "Weir Hall", at=cast.at, trainee=trainee)
    text = main(as_("ben").get(at(training, "notes", block_id=local.pk)))

    assert "Otis, a carer" in text and text.count("Otis") == 1
    assert way(training, one, "gap") in text and way(training, other, "directory") in text
    assert way(training, one, "directory") not in text


def test_the_page_of_what_comes_after_says_how_many_notes_there_are(as_, cast, training, local):
    note(local, "gaps", "Nowhere to play chess", at=cast.at)

    text = main(as_("ben").get(at(training, "afterwards")))
    assert "What we know around here" in text and "1 note" in text


def test_empty_boards_say_what_the_place_is_for(as_, training, local):
    assert "Nothing is on the boards yet" in main(as_("ben").get(at(training, "afterwards")))
    assert "Nobody has written anything yet" in main(as_("ben").get(at(training, "notes", block_id=local.pk)))


def test_a_gap_lands_in_other_words_and_says_where_it_came_from(as_, cast, training, local):
    one = note(local, "gaps", "Nowhere to play chess", at=cast.at)
    assert "Nowhere to play chess" in main(as_("ben").get(way(training, one, "gap")))
    done = as_("ben").post(way(training, one, "gap"), {"need": "A place for chess"}, follow=True)

    assert "It is there now" in done.content.decode() and "On the board of what is missing" in main(done)
    gap = Gap.objects.get()
    shown = reverse("community:gap", kwargs={"agency_id": cast.agency.pk, "gap_id": gap.pk})
    came = at(training, "what_came")
    assert "From a training in March 2026" in main(as_("asha").get(shown)) and came not in main(as_("asha").get(shown))
    assert came in main(as_("dev").get(shown))
    assert "A place for chess" in main(as_("dev").get(came))


@pytest.mark.parametrize(
    ("activity", "column", "answer", "where"),
    [
        ("local-connections", "known", "My aunt sings there", "directory"),
        ("local-connections", "gaps", "Ask at the library", "gap"),
        ("traffic-lights", "notes", "The door sticks in winter", "rating"),
    ],
)
def test_what_was_answered_to_a_note_is_read_there_and_goes_with_it(
    as_, cast, training, activity, column, answer, where
):
    block = board(training, activity)
    one = note(block, column, "Weir choir", at=cast.at, sort="red" if where == "rating" else "")
    note(block, column, answer, at=cast.at, about=one)
    note(block, column, "Taken down", at=cast.at, about=one, shown=Shown.TAKEN_DOWN)
    asked = next(each.replies for each in activities.activity(activity).columns if each.id == column)
    listed = main(as_("ben").get(at(training, "notes", block_id=block.pk)))
    form = main(as_("ben").get(way(training, one, where)))

    assert answer in listed and str(asked) in listed and "Taken down" not in listed + form
    assert f"Weir choir\n\n{asked}\n- {answer}</textarea>" in form
    assert f'<li dir="auto">{answer}</li>' in form


def test_a_name_in_an_answer_is_pointed_out_and_many_answers_fit_the_form(as_, cast, training, local):
    seated(training, at=cast.at, name="Otis")
    one = note(local, "gaps", "Nowhere to play chess", at=cast.at)
    for number in range(9):
        note(local, "gaps", f"otis {number} " + "x" * 80, at=cast.at + timedelta(seconds=number), about=one)
    form = main(as_("ben").get(way(training, one, "gap")))

    assert "“otis” may be somebody’s name" in form and "- otis 0" in form and "- otis 8" not in form
    begun = form.split("Nowhere to play chess\n\n")[1].split("</textarea>")[0]
    assert len("Nowhere to play chess\n\n" + begun) <= 500


def test_a_double_click_lands_once_and_a_second_trainer_keeps_their_words(as_, cast, training, local):
    one = note(local, "gaps", "Nowhere to play chess", at=cast.at)
    gives_too(training, cast.dev)
    page = as_("ben").get(way(training, one, "gap")).content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page).group(1)
    for _ in range(2):
        assert as_("ben").post(way(training, one, "gap"), {"need": "Chess", "once": once}).status_code == 302
    late = as_("dev").post(way(training, one, "gap"), {"need": "Chess on Mondays"})

    assert late.status_code == 422 and "Somebody was quicker" in main(late) and "Chess on Mondays" in main(late)
    assert Gap.objects.count() == 1
    assert "goes to each place once" in main(as_("dev").get(way(training, one, "gap")))


def test_a_name_is_pointed_out_before_and_asked_about_once(as_, cast, training, local):
    seated(training, at=cast.at, name="Otis")
    one = note(local, "gaps", "otis misses chess", at=cast.at)
    assert "“otis” may be somebody’s name" in main(as_("ben").get(way(training, one, "gap")))
    asked = as_("ben").post(way(training, one, "gap"), {"need": "otis misses chess"})
    assert asked.status_code == 422 and "send it again as it is" in main(asked) and not Gap.objects.exists()

    as_("ben").post(way(training, one, "gap"), {"need": "otis misses chess", "asked": "on"})
    assert Gap.objects.count() == 1


def test_who_may_not_keep_a_place_reads_who_can(as_, cast, training):
    steps = board(training, "confidence")
    one = note(steps, "steps", "Go at a quiet time", at=cast.at)
    text = main(as_("ben").get(way(training, one, "way_round")))

    assert "Somebody else looks after that place" in text and "Ela" in text and "Gwen" in text
    as_("ben").post(way(training, one, "way_round"), {"kind": "confidence", "words": "Go at a quiet time"})
    assert not Item.objects.exists()


def test_a_way_round_lands_under_the_kind_of_what_it_answers(as_, cast, training):
    people = board(training, "barriers-of-people")
    barrier = note(people, "barriers", "No bus on Sundays", at=cast.at, sort="transport")
    one = note(people, "barriers", "Share a taxi", at=cast.at, about=barrier)
    page = main(as_("gwen").get(way(training, one, "way_round")))
    assert '<option value="transport" selected' in page and "No bus on Sundays" in page
    long = as_("gwen").post(way(training, one, "way_round"), {"kind": "transport", "words": "x" * 501})
    assert long.status_code == 422 and not Item.objects.exists()

    as_("gwen").post(way(training, one, "way_round"), {"kind": "transport", "words": "Share a taxi"})
    item = Item.objects.get()
    queue = reverse("barriers:queue", kwargs={"agency_id": cast.agency.pk})
    assert "From a training in March 2026" in main(as_("ela").get(queue))
    assert "Share a taxi" not in main(as_("gwen").get(queue))  # who took it there does not look at it
    assert item.brought_by == cast.gwen


def test_a_light_finds_its_place_and_keeps_the_kind_of_person(as_, cast, training):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    places = board(training, "traffic-lights")
    one = note(places, "notes", "Walkers: cold hall", at=cast.at, sort="red", who=Who.SERVICE_USER)
    assert 'value="Walkers"' in main(as_("ben").get(way(training, one, "rating")))
    nowhere = as_("ben").post(way(training, one, "rating"), {"named": "No such place", "reason": "Cold hall"})
    assert nowhere.status_code == 422 and "Cold hall" in main(nowhere)

    as_("ben").post(way(training, one, "rating"), {"named": "walk", "reason": "Cold hall"})
    assert Rating.objects.values_list("light", "rater", "by").get() == ("red", "service_user", None)
    waits = reverse("community:ratings_waiting", kwargs={"agency_id": cast.agency.pk})
    assert "From a training in March 2026" in main(as_("dev").get(waits))
    assert "Cold hall" not in main(as_("ben").get(waits))  # who took it there does not look at it


def test_several_places_of_one_name_are_chosen_among_and_a_guest_is_asked_for(as_, cast, training):
    first = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    one = note(board(training, "traffic-lights"), "notes", "Walkers", at=cast.at, who=Who.OUTSIDE)
    said = {"named": "walk", "light": "green", "rater": "supporter", "reason": ""}
    assert "Choose which of these it is" in main(as_("ben").post(way(training, one, "rating"), said))

    as_("ben").post(way(training, one, "rating"), {**said, "asset": str(first.pk)})
    assert Rating.objects.values_list("asset", "light", "rater").get() == (first.pk, "green", "supporter")


def test_what_could_move_a_place_up_finds_the_place_and_the_light_of_what_it_answers(as_, cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    places = board(training, "traffic-lights")
    light = note(places, "notes", "Walkers: the hall is cold", at=cast.at, sort="red")
    one = note(places, "notes", "Somebody could heat it from two", at=cast.at, about=light)
    page = main(as_("ben").get(way(training, one, "improvement")))
    assert 'value="Walkers"' in page and re.search(r'value="red-amber"[^>]*checked', page)
    assert "Walkers: the hall is cold" in page and "Somebody could heat it from two</textarea>" in page

    said = {"named": "walk", "move": "red-amber", "idea": "Heat the hall from two"}
    for wrong in ({"named": "No such place"}, {"move": "red-green"}, {"idea": " "}):
        answer = as_("ben").post(way(training, one, "improvement"), {**said, **wrong})
        assert answer.status_code == 422 and not Improvement.objects.exists()
    once = re.search(r'name="once" value="([^"]+)"', as_("ben").get(way(training, one, "improvement")).content.decode())
    for _ in range(2):
        answer = as_("ben").post(way(training, one, "improvement"), {**said, "once": once.group(1)}, follow=True)
        assert "Among what could be better at a place" in main(answer)
    found = Improvement.objects.get()
    assert (found.asset, found.idea) == (walkers, "Heat the hall from two")


def test_what_could_be_better_says_that_it_came_up_in_a_training(as_, cast, training):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    places = board(training, "traffic-lights")
    one = note(places, "notes", "Heat it", at=cast.at, about=note(places, "notes", "Walkers: cold", at=cast.at))
    said = {"named": "walk", "move": "amber-green", "idea": "Heat the hall from two"}
    as_("ben").post(way(training, one, "improvement"), said)
    idea, here = Improvement.objects.get(), {"agency_id": cast.agency.pk}
    for where in (
        reverse("community:improvements", kwargs=here),
        reverse("community:improvement", kwargs={**here, "improvement_id": idea.pk}),
    ):
        page = main(as_("dev").get(where))
        assert "From a training in March 2026" in page and at(training, "what_came") in page and "Ben" not in page

    asset = reverse("community:asset", kwargs={**here, "asset_id": walkers.pk})
    assert "Heat the hall" not in main(as_("hana").get(asset))
    taken = {"by": cast.dev, "at": timezone.now(), "improvement": idea, "version": idea.version}
    move_improvement(**taken, state=ImprovementState.TAKEN_ON)
    page = main(as_("hana").get(asset))
    assert "Heat the hall from two" in page and "From a training in March 2026" in page


def test_an_idea_lands_and_says_that_it_came_up_in_a_training(as_, cast, training):
    one = note(board(training, "tell-a-colleague"), "team", "I could teach knitting", at=cast.at, who=Who.OUTSIDE)
    as_("ben").post(way(training, one, "idea"), {"words": "Teach knitting"})

    idea = Idea.objects.get()
    page = as_("ben").get(reverse("culture:idea", args=[cast.agency.pk, idea.pk]))
    assert "It came up in a training" in main(page) and "Ben" not in main(page)
    came = main(as_("dev").get(at(training, "what_came")))
    assert "Teach knitting" in came and reverse("culture:idea", args=[cast.agency.pk, idea.pk]) in came


ENTRY = {
    f"{rows}-{what}": "0" for rows in ("time", "place", "price", "phone") for what in ("TOTAL_FORMS", "INITIAL_FORMS")
}


def test_a_place_begins_an_entry_through_the_directorys_own_form_and_nothing_half(as_, cast, training, local):
    one = note(local, "known", "Weir choir: warm people", at=cast.at)
    page = main(as_("ben").get(way(training, one, "directory")))
    assert 'value="Weir choir"' in page and "Weir choir: warm people</textarea>" in page
    half = as_("ben").post(way(training, one, "directory"), {**ENTRY, "name": "Weir choir"})
    assert half.status_code == 422 and not Asset.objects.exists() and not Landing.objects.exists()

    said = {"name": "Weir choir", "kind": "group", "status": "active", "description": "Warm people", "version": "0"}
    assert as_("ben").post(way(training, one, "directory"), {**ENTRY, **said}).status_code == 302
    choir = Asset.objects.get()
    shown = reverse("community:asset", kwargs={"agency_id": cast.agency.pk, "asset_id": choir.pk})
    assert "From a training in March 2026" in main(as_("asha").get(shown))


def test_a_place_that_is_there_is_found_and_matched(as_, cast, training, local):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    one = note(local, "known", "That walk on Sundays", at=cast.at)
    assert "Nothing in the directory is called" in main(as_("ben").get(way(training, one, "directory")))
    looked = as_("ben").post(way(training, one, "directory"), {"look_for": "walk"})
    assert str(walkers.pk) in main(looked)
    wrong = as_("ben").post(way(training, one, "directory"), {"asset": "no id"})
    assert wrong.status_code == 422

    as_("ben").post(way(training, one, "directory"), {"asset": str(walkers.pk)})
    assert Mention.objects.get().asset == walkers
    late = as_("ben").post(
        way(training, one, "directory"), {**ENTRY, "name": "Walk", "kind": "group", "status": "active"}
    )
    assert late.status_code == 422 and "Somebody was quicker" in main(late) and Asset.objects.count() == 1


def test_the_name_of_a_place_is_what_stands_before_the_first_mark():
    told = {"Weir Hall: warm": "Weir Hall", "The café – cakes": "The café", " ": "", "Choir\nsings": "Choir"}
    assert {text: begins_with(text) for text in told} == told


def test_five_thousand_notes_are_read_page_by_page_in_as_many_queries(
    as_, cast, training, local, django_assert_max_num_queries
):
    note(local, "gaps", "first", at=cast.at)
    rows = [
        Note(
            agency=cast.agency,
            training=training,
            block=local,
            column="gaps",
            text=f"Gap {n}",
            who=Who.PRACTITIONER,
            version=n,
            made_at=cast.at + timedelta(seconds=n + 1),
        )
        for n in range(4_999)
    ]
    Note.objects.bulk_create(rows, batch_size=500)
    client, page = as_("ben"), at(training, "notes", block_id=local.pk)
    with django_assert_max_num_queries(16):
        text = main(client.get(page))
    assert text.count("landing__one") == 40 and "Page 1 of 125" in text
    assert "Gap 4998" in main(client.get(f"{page}?page=125"))
    with django_assert_max_num_queries(16):
        assert "5000 notes" in main(client.get(at(training, "afterwards")))
