import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.connections.actions import saying
from connecting_people.connections.actions import strengths as actions
from connecting_people.connections.actions.strengths import Named
from connecting_people.connections.models import Answer, OwnView, Strength
from connecting_people.connections.prompts import OWN_QUESTION, WALK, place_of
from connecting_people.connections.rules import Enough, StrengthKind
from connecting_people.journey import actions as journey
from connecting_people.partnership.actions import look_urgently
from connecting_people.people.drafts import keep
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGES = ["strengths", "own_view", "prompts", "what_it_says"]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def address(cast: Cast, name: str, **more: object) -> str:
    return reverse(f"connections:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def sings(cast: Cast, who: str = "asha", words: str = "Singing", **given: object) -> Strength:
    return actions.add(
        by=getattr(cast, who), at=timezone.now(), partnership=cast.reach(who), kind=StrengthKind.ENJOYS,
        named=[Named(words=words)], **given,
    )[0]  # fmt: skip


def test_tapped_and_written_come_on_the_list(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    given = {"kind": "again", "interests": ["singing", "chess"], "words": "  Folding \n\n<b>machines</b>\n"}
    response = client.post(address(cast, "strengths"), given)

    page = client.get(response.url).text
    assert "4 more on the list." in page
    for words in (">Singing<", ">Chess<", ">Folding<", "&lt;b&gt;machines&lt;/b&gt;"):
        assert words in page


def test_the_same_form_twice_makes_one_of_each(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    (token,) = set(re.findall(r'name="once" value="([^"]+)"', client.get(address(cast, "own_view")).text))
    for name, given in (
        ("own_view", {"says": "more"}),
        ("strengths", {"kind": "try", "words": "Drums", "once": token[:-1] + ("0" if token[-1] != "0" else "1")}),
    ):
        sent = {"once": token, **given}
        first, second = (client.post(address(cast, name), sent) for _ in range(2))
        assert (first.status_code, first.url) == (second.status_code, second.url)
        assert first.status_code == 302
    assert (OwnView.objects.count(), Strength.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "enjoys"}, "Tap something"),
        ({"words": "Bread"}, "Choose what it is"),
        ({"kind": "quality", "interests": ["chess"]}, "Write a quality in your own words"),
        ({"kind": "enjoys", "words": "x" * 201}, "200 letters"),
        ({"kind": "enjoys", "words": "\n".join(map(str, range(21)))}, "Up to 20 lines"),
    ],
)
@pytest.mark.parametrize("who", ["asha", "ben"])
def test_what_is_missing_is_said_beside_it_and_what_was_tapped_stays(
    client: Client, cast: Cast, who: str, given: dict[str, object], says: str
) -> None:
    client.force_login(getattr(cast, who))
    response = client.post(address(cast, "strengths"), given)

    assert response.status_code == 422
    assert says in response.text
    for tapped in given.get("interests", ()):
        assert f'value="{tapped}" checked' in response.text
    assert not Strength.objects.exists()


def test_a_stale_edit_shows_both_and_can_be_sent_again(client: Client, cast: Cast) -> None:
    one = sings(cast)
    client.force_login(cast.asha)
    here = address(cast, "strength", strength_id=one.pk)
    first = {"kind": "enjoys", "words": "Singing low", "version": "1"}
    assert client.post(here, first).status_code == 302

    stale = client.post(here, {"kind": "good_at", "words": "Singing loud", "version": "1"})
    assert stale.status_code == 422
    assert "Singing low" in stale.text
    assert 'value="Singing loud"' in stale.text
    version = re.search(r'name="version"[^>]*value="(\d+)"', stale.text)
    assert version is not None
    again = client.post(here, {"kind": "good_at", "words": "Singing low and loud", "version": version[1]})

    assert again.status_code == 302
    page = client.get(here).text
    assert (
        page.index("Singing low and loud") < page.index("Singing low<") < page.index("Singing<", page.index("before"))
    )


def test_somebody_elses_words_stay_theirs(client: Client, cast: Cast) -> None:
    one = sings(cast)
    client.force_login(cast.ben)
    given = {"kind": "enjoys", "words": "Sings well", "version": "1", "voice": str(cast.place("ben").pk)}
    response = client.post(address(cast, "strength", strength_id=one.pk), given)

    assert response.status_code == 422
    assert "These are the words of Asha" in response.text


def test_words_are_asked_for_where_the_list_gives_none(client: Client, cast: Cast) -> None:
    one = sings(cast)
    client.force_login(cast.asha)
    response = client.post(
        address(cast, "strength", strength_id=one.pk), {"kind": "enjoys", "words": "", "version": "1"}
    )

    assert response.status_code == 422
    assert "use the button below" in response.text


def test_off_the_list_and_on_again(client: Client, cast: Cast) -> None:
    one = sings(cast)
    client.force_login(cast.ben)
    away, back = (address(cast, name, strength_id=one.pk) for name in ("strength_away", "strength_back"))
    page = client.get(client.post(away).url).text
    assert "On the list before (1)" in page
    assert "taken off on" in page
    assert "Put back on the list" in client.get(address(cast, "strength", strength_id=one.pk)).text
    assert "On the list before" not in client.get(client.post(back).url).text
    assert client.get(away).status_code == 405


def test_a_skill_that_was_seen_joins_with_a_yes(client: Client, cast: Cast) -> None:
    ben = cast.reach("ben")
    skill = journey.see_skill(by=cast.ben, at=timezone.now(), partnership=ben, seen_in=ben.person, name="Sees the coat")
    client.force_login(cast.asha)
    assert "Sees the coat" not in client.get(address(cast, "strengths")).text

    journey.answer_skill(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), skill=skill, yes=True)
    page = client.get(address(cast, "strengths")).text
    assert "Sees the coat" in page
    assert "In Asha, seen by Ben" in page


def test_the_own_view_stands_before_any_number(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    says = address(cast, "what_it_says")
    assert "Nothing is said about it yet." in client.get(says).text
    given = {"says": ["more", "closer"], "words": "Two or three"}
    assert client.post(address(cast, "own_view"), given).status_code == 302
    assert client.post(address(cast, "own_view"), {}).status_code == 422

    page = client.get(f"{says}?show=yes").text
    assert page.index("Two or three") < page.index('class="figures')
    assert "More people" in page


def test_for_somebody_else_it_is_written_down_as_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.ben)
    page = client.get(address(cast, "own_view")).text
    assert "How is it now for Asha?" in page
    assert "nobody else sees it" not in page
    client.post(address(cast, "own_view"), {"says": "enough", "to_oneself": "on"})

    page = client.get(address(cast, "own_view")).text
    assert "Said by Asha, written down by Ben" in page
    assert OwnView.objects.get().entry.kept_by is None


def test_the_walk_goes_on_question_by_question(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    here = address(cast, "prompts")
    response = client.post(f"{here}?at=1", {"words": "The cat", "prompt": WALK[0].id})
    assert response.url == f"{here}?at=2"
    page = client.get(response.url).text
    assert f"2 of {len(WALK)}" in page
    assert 'href="?at=1" rel="prev"' in page
    assert 'href="?at=3" rel="next"' in page
    assert "The cat" in client.get(f"{here}?at=1").text
    assert "said once" in client.get(here).text
    client.force_login(cast.ben)
    assert client.post(f"{here}?at=2", {"words": ""}).status_code == 422


def test_the_last_question_is_ones_own_and_leads_to_the_map(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    last = f"{address(cast, 'prompts')}?at={len(WALK)}"
    assert WALK[-1].id == OWN_QUESTION
    assert client.post(last, {"words": "The sea"}).status_code == 422
    response = client.post(last, {"words": "The sea", "question": "Where next?"})

    assert response.url == address(cast, "map")
    assert Answer.objects.get().question == "Where next?"
    assert "Where next?" in client.get(last).text


@pytest.mark.parametrize("at", ["0", "-1", "99", "0001", "²", "x", ""])
def test_a_number_that_no_question_has_leads_to_all_of_them(client: Client, cast: Cast, at: str) -> None:
    client.force_login(cast.asha)

    assert "Begin with the first" in client.get(address(cast, "prompts"), {"at": at}).text


def test_words_that_were_kept_wait_at_their_own_question(client: Client, cast: Cast) -> None:
    client.force_login(cast.asha)
    here = address(cast, "prompts")
    keep(cast.asha.pk, here, {"prompt": ["mapping.lost-touch"], "words": ["Mrs Lightfoot"]})

    page = client.get(here).text
    assert f"{place_of('mapping.lost-touch')} of" in page
    assert "Mrs Lightfoot" in page
    assert "Mrs Lightfoot" not in client.get(f"{here}?at=1").text
    assert "Begin with the first" in client.get(f"{here}?all=yes").text


def test_an_urgent_look_reads_and_has_no_form(client: Client, cast: Cast) -> None:
    fill(cast)
    look_urgently(by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody could reach them")
    client.force_login(cast.ela)

    for name in (*PAGES, "prompts?at=1"):
        name, _, query = name.partition("?")
        page = client.get(f"{address(cast, name)}?{query}")
        assert page.status_code == 200
        assert 'class="words"' not in page.text
        assert "secret" not in page.text
    assert client.get(address(cast, "strength", strength_id=sings(cast, words="Chess").pk)).status_code == 404


def fill(cast: Cast) -> None:
    for who in ("asha", "ben"):
        here, by = cast.reach(who), getattr(cast, who)
        for number in range(3):
            at = timezone.now() - timedelta(hours=number)
            for kept in (False, True):
                words = f"{'secret' if kept else 'shared'} {who} {number}"
                one = sings(cast, who, words, to_oneself=kept)
                given = {"by": by, "at": at, "partnership": here}
                actions.word(**given, strength_id=one.pk, version=1, kind=StrengthKind.TRY, words=f"{words}, again")
                saying.answer(**given, question=WALK[0], words=words, to_oneself=kept)
                own = kept and who == "asha"
                saying.say_own_view(**given, says=[Enough.MORE], words=words if own else "shared", to_oneself=own)
            gone = sings(cast, who, f"gone {who} {number}")
            actions.take_away(by=by, at=at, partnership=here, strength_id=gone.pk)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_the_database_no_more_when_there_is_more(
    client: Client, cast: Cast, name: str, django_assert_max_num_queries
) -> None:
    client.force_login(cast.ben)
    client.get(address(cast, name))
    fill(cast)
    # Of these, nine are sign-in, the audited read and the frame of the page.
    with django_assert_max_num_queries(16):
        assert client.get(address(cast, name)).status_code == 200


@pytest.mark.parametrize(("keeper", "reader"), [("asha", "ben"), ("ben", "asha")])
def test_what_one_keeps_changes_no_byte_of_the_others_pages(cast: Cast, keeper: str, reader: str) -> None:
    sings(cast)
    saying.say_own_view(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), says=[Enough.MORE])
    before = plain(cast, reader)
    by, here = getattr(cast, keeper), cast.reach(keeper)
    given = {"by": by, "at": timezone.now(), "partnership": here}
    kept = sings(cast, keeper, "secret", to_oneself=True)
    actions.word(**given, strength_id=kept.pk, version=1, kind=StrengthKind.TRY, words="secret still")
    gone = sings(cast, keeper, "secret gone", to_oneself=True)
    actions.take_away(**given, strength_id=gone.pk)
    saying.answer(**given, question=WALK[0], words="secret", to_oneself=True)
    if keeper == "asha":
        saying.say_own_view(**given, says=[Enough.FEWER], words="secret", to_oneself=True)
    client = Client()
    client.force_login(getattr(cast, reader))
    for name in ("strength", "strength_away", "strength_back"):
        assert client.post(address(cast, name, strength_id=kept.pk)).status_code == 404

    assert plain(cast, reader) == before


def plain(cast: Cast, who: str) -> list[str]:
    client = Client()
    client.force_login(getattr(cast, who))
    pages = [address(cast, name) for name in PAGES] + [f"{address(cast, 'prompts')}?at=1"]
    return [re.sub(r'<input type="hidden"[^>]*>', "", client.get(page).text) for page in pages]


def test_shown_later_the_other_sees_it(client: Client, cast: Cast) -> None:
    kept = sings(cast, to_oneself=True)
    client.force_login(cast.asha)
    here = address(cast, "strength", strength_id=kept.pk)
    assert "Show it to the other" in client.get(here).text
    given = {"kind": "enjoys", "words": "Singing", "version": "1", "show": "on"}
    assert client.post(here, given).status_code == 302
    assert "Show it to the other" not in client.get(here).text
    client.force_login(cast.ben)
    assert "Singing" in client.get(address(cast, "strengths")).text


def test_a_look_at_what_one_keeps_is_told_to_nobody(client: Client, cast: Cast) -> None:
    kept = sings(cast, to_oneself=True)
    client.force_login(cast.asha)
    client.get(address(cast, "strength", strength_id=kept.pk))
    client.force_login(cast.ben)
    page = client.get(reverse("journey:who_looked", kwargs={"partnership_id": cast.partnership.pk})).text

    assert "the list of strengths" not in page
