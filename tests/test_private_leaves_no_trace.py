"""Two partnerships alike but for what one person keeps to themselves are the same, byte by byte, to everybody else.

The pages are taken twice before anything is kept, so that the reader's own looks are all there already; then somebody
keeps all that can be kept, and the pages are taken again.
"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.barriers.actions import barriers, keeping, ways
from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import BarrierState, Helped, With
from connecting_people.barriers.tests.ways import a_way, act, in_library
from connecting_people.community.tests.places import walking_group
from connecting_people.connections.actions import (
    bringing,
    connections,
    history,
    photos,
    ruling,
    saying,
    strengths,
    ties,
)
from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move
from connecting_people.connections.models import MapSnapshot
from connecting_people.connections.prompts import WALK
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.tests.pictures import photo
from connecting_people.core.london import day_of
from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.actions import HopeWords, Words
from connecting_people.getting_started.rules import Hope, Topic
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.measures.actions import answers
from connecting_people.measures.instruments import latest
from connecting_people.measures.rules import Mode
from connecting_people.partnership import actions as partnership
from connecting_people.plans.actions import goals as plans
from connecting_people.plans.rules import Sort
from connecting_people.stepping_out.actions import planning
from connecting_people.taking_stock.actions.taking import Answer, take
from connecting_people.taking_stock.rules import Choice

LISTS = {
    "home": ["partnership"],
    "partnership": ["people"],
    "journey": ["timeline", "ask", "promises", "skills", "feedback", "support", "own", "who_looked", "write"],
    "connections": [
        "map",
        "list",
        "over_time",
        "what_it_says",
        "photo",
        "add",
        "settings",
        "copies",
        "bring_in",
        "strengths",
        "ideas",
        "own_view",
        "prompts",
    ],
    "taking_stock": ["room", "say"],
    "barriers": ["barriers", "notice", "ideas"],
    "measures": ["questions"],
    "plans": ["plans", "ideas", "numbers"],
    "stepping_out": ["outings", "came_about", "disclosures"],
    "review": ["reviews"],
    "getting_started": ["start", "conversation", "hopes", "brings", "working_together", "area", "not_now"],
}
WRITING_ALONE = ("journey:own", "journey:write", "taking_stock:say")
SECRET = "Nobody else is to know of this"


def _addresses(cast, name):
    here = {"partnership_id": cast.partnership.pk}
    if name == "cora":
        return ["/", reverse("journey:shared", kwargs=here)]
    pages = [f"{room}:{page}" for room, names in LISTS.items() for page in names]
    if name == "ela":
        # What an urgent look opens; pages that are only for writing open nothing.
        closed = {"journey:ask", "journey:write", "journey:own", "taking_stock:say", "barriers:notice"}
        closed |= {f"connections:{page}" for page in ("add", "settings", "copies", "bring_in")}
        pages = [page for page in pages if page not in closed]
    found = [reverse(page, kwargs=here) for page in pages]
    found += [reverse("home:step", kwargs={**here, "number": number}) for number in range(1, 9)]
    found += [reverse("getting_started:talk", kwargs={**here, "slug": "feelings"})] if name != "ela" else []
    found += [reverse("getting_started:reflect", kwargs={**here, "slug": "empathy"})] if name != "ela" else []
    found += _of_the_map(cast) if name != "ela" else []
    found += _of_barriers(cast, name)
    found += [f"{reverse('connections:what_it_says', kwargs=here)}?show=yes"]
    return ["/", "/agency/", *found, f"{reverse('journey:timeline', kwargs=here)}?print=1"]


def _of_barriers(cast, name):
    """Return the addresses of each barrier that both see, and of the agency's library."""
    here = {"partnership_id": cast.partnership.pk}
    shared = cast.partnership.barriers.filter(entry__kept_by=None).values_list("pk", flat=True)
    pages = ("barrier",) if name == "ela" else ("barrier", "move", "think_of", "challenge")
    found = [reverse(f"barriers:{page}", kwargs={**here, "barrier_id": id}) for id in shared for page in pages]
    agency = {"agency_id": cast.agency.pk}
    of_agency = {"ben": ["ways_round"], "ela": ["ways_round", "in_the_way"]}.get(name, [])
    return [*found, *(reverse(f"barriers:{page}", kwargs=agency) for page in of_agency)]


def _of_the_map(cast):
    """Return the addresses of each connection that both see, and of every file."""
    here = {"partnership_id": cast.partnership.pk}
    shared = cast.partnership.connection_states.filter(kept_by=None, latest=True).values_list(
        "connection_id", flat=True
    )
    pages = ("connection", "edit", "end", "take_off")
    found = [reverse(f"connections:{page}", kwargs={**here, "connection_id": id}) for id in shared for page in pages]
    forms = ("map.svg", "tables.zip", "tables-for-excel.zip", "map.graphml", "changes.csv", "changes-for-excel.csv")
    files = [reverse("connections:copy", kwargs={**here, "form": form}) for form in forms]
    return [*found, *files, *(f"{file}?days=all" for file in files)]


def _pages(cast, name):
    client = Client()
    client.force_login(cast.user(name))
    found = {}
    for address in _addresses(cast, name):
        response = client.get(address)
        assert response.status_code in (200, 403), address
        found[address] = _without_chance(response.content.decode(errors="backslashreplace"))
    return found


def _without_chance(page):
    """Leave out what differs each time that a page is drawn: tokens of forms, and the time of day."""
    return re.sub(r'<input type="hidden"[^>]*>|between \d\d:\d\d and \d\d:\d\d|\d\d:\d\d', "", page)


def _share(cast):
    """Say something of each kind that both see, so that no page is empty."""
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    at, ben, asha = timezone.now(), cast.reach("ben"), cast.reach("asha")
    journey.record(by=cast.asha, at=at, partnership=asha, kind="note", line="We met", words="We met", steps=(1, 4))
    journey.ask(by=cast.ben, at=at, partnership=ben, words="Shall we try the choir?")
    journey.promise(by=cast.ben, at=at, partnership=ben, words="I will ring the hall", who=ben.me)
    for name, here in (("ben", ben), ("asha", asha)):
        said = [Words(here.me, "It went well")]
        by = cast.user(name)
        getting_started.talk(
            by=by, at=at, partnership=here, topic=Topic.CONVERSATION, item="feelings", question="How was it?", said=said
        )
        # A stock-take of before; what is kept to oneself begins another.
        before, answers = at - timedelta(days=20), [Answer("support", Choice.KEEP)]
        take(by=by, at=before, partnership=here, answers=answers, words="It goes well")
    for name, here, friend in (("ben", ben, "Howard"), ("asha", asha, "Meera"), ("asha", asha, "Dilys")):
        by, facts = cast.user(name), Facts(friend, kind="friends", ring=2)
        connections.add(by=by, at=cast.at, partnership=here, facts=facts)
    in_library(cast)
    for name in ("ben", "asha"):
        way = a_way(cast, name)
        ways.tell(**act(cast, name), workaround=way, helped=Helped.YES)
    howard, meera = cast.partnership.connections.order_by("made_at")[:2]
    ties.tie(by=cast.ben, at=at, partnership=ben, one=howard.pk, other=meera.pk)


def _keep(cast, name):
    """Keep all that can be kept to oneself, in every room."""
    at, by, here = timezone.now(), cast.user(name), cast.reach(name)
    given = {"by": by, "at": at, "partnership": here}
    for kind in ("own", "note"):
        words = {"line": SECRET, "words": SECRET, "kept_by": here.me}
        kept = journey.record(**given, kind=kind, steps=(1, 2, 3, 4, 5, 6, 7, 8), **words)
        kept.partnership = here
        journey.record(**given, kind=kind, about=kept, **words)
        journey.reword(by=by, at=at, entry=kept, words=f"{SECRET}, ever", version=1)
    secret = Words(here.me, SECRET)
    for topic, item in ((Topic.CONVERSATION, "feelings"), (Topic.BRINGING, "empathy")):
        getting_started.talk(**given, topic=topic, item=item, question="How was it?", said=[secret], to_oneself=True)
    getting_started.hope(**given, hopes=[HopeWords(here.me, Hope.GAIN, SECRET)], to_oneself=True)
    _keep_on_the_map(cast, given)
    _keep_strengths(given)
    stock = take(**given, answers=[Answer("support", Choice.STOP, SECRET)], words=SECRET, to_oneself=True)
    _keep_barriers(cast, given)
    _keep_plans(given)
    client = Client()
    client.force_login(by)
    own = [reverse(page, kwargs={"partnership_id": here.pk}) for page in WRITING_ALONE]
    client.get(reverse("taking_stock:one", kwargs={"partnership_id": here.pk, "view_id": stock.pk}))
    for address in own:
        client.get(address)
        client.post(
            reverse("journey:draft", kwargs={"partnership_id": here.pk}), {"draft_path": address, "words": SECRET}
        )
    client.get(reverse("journey:entry", kwargs={"partnership_id": here.pk, "entry_id": kept.pk}))


def _keep_on_the_map(cast, given):
    """Keep connections of every sort to oneself, and do with them all that can be done."""
    others = list(cast.partnership.connections.order_by("made_at"))
    facts = Facts(SECRET, kind="friends", ring=2, matters=SECRET)
    early, late = (
        connections.add(**{**given, "at": at}, facts=facts, to_oneself=True) for at in (cast.at, given["at"])
    )
    for one, other in ((early, late), (early, others[0])):
        ties.tie(**given, one=one.pk, other=other.pk)
    connections.move(**given, connection_id=late.pk, asked=Move(step="closer"))
    connections.move(**given, connection_id=late.pk, asked=Move(ring=3))
    history.undo(**given)
    connections.take_off(**given, connection_id=late.pk)
    photos.add_photo(**given, photo=photo(), map_date=day_of(cast.at), says=SECRET, to_oneself=True)
    file = bringing.bring(**given, name="people.csv", content=f"name,kind,closeness\n{SECRET},friend,5\n".encode())
    bringing.take_in(**given, file=file, to_oneself=True)
    bringing.bring(**given, name=f"{SECRET}.csv", content=b"name\nMeera\n")
    ruling.like(**given, colour_by="feeling", text="larger")


def _keep_plans(given):
    """Keep a hope, a goal with an outing towards it, and answers to questions."""
    hope = plans.say_aspiration(**given, words=SECRET, to_oneself=True)
    goal = plans.set_goal(**given, words=SECRET, sort=Sort.ACTIVITY, plan=SECRET, aspiration=hope, to_oneself=True)
    planning.plan(**given, words=SECRET, facts=planning.Facts(day_of(given["at"])), goal=goal, to_oneself=True)
    well = latest()["ons_wellbeing"]
    answers.answer(**given, instrument=well, answers={"happy": 9}, mode=Mode.ALONE, words=SECRET, to_oneself=True)


def _keep_strengths(given):
    """Keep what one has to build on, and what one said to a question."""
    kind, named = StrengthKind.ENJOYS, [strengths.Named("singing", SECRET)]
    (kept,) = strengths.add(**given, kind=kind, named=named, to_oneself=True)
    strengths.word(**given, strength_id=kept.pk, version=1, kind=StrengthKind.TRY, words=f"{SECRET}, ever")
    strengths.take_away(**given, strength_id=kept.pk)
    # There is a walking group near by: it is an idea for who keeps this, and for nobody else.
    strengths.add(**given, kind=StrengthKind.TRY, named=[strengths.Named("walking")], to_oneself=True)
    saying.answer(**given, question=WALK[0], words=SECRET, to_oneself=True)


def _keep_barriers(cast, given):
    """Keep something in the way to oneself with all that goes with it, and take up an idea of the library for it."""
    others = cast.partnership.connections.order_by("made_at")[0]
    what = {"words": SECRET, "blocks": SECRET, "kind": "practitioner-time", "connection_id": others.pk}
    kept = barriers.notice(**given, **what, to_oneself=True)
    way = ways.think_of(**given, barrier=kept, words=SECRET, helper=SECRET)
    taken = ways.take_up(**given, barrier=kept, item_id=Item.objects.get().pk)
    for one in (way, taken):
        ways.tell(**given, workaround=one, helped=Helped.YES, words=SECRET)
    raised = ways.challenge(**given, barrier=kept, raised_with=With.OTHER, words=SECRET, whom=SECRET)
    ways.hear_back(**given, challenge=raised, words=SECRET)
    barriers.move(**given, barrier=kept, to=BarrierState.GOT_ROUND, words=SECRET)
    keeping.look_after(by=None, at=given["at"], agency=cast.agency)


def _stored_for_all():
    """Return what is stored of maps for everybody who sees them."""
    rows = MapSnapshot.objects.filter(audience=None).order_by("map_date")
    return [(row.map_date, bytes(row.packed), row.figures) for row in rows]


@pytest.mark.parametrize(
    ("keeper", "reader"),
    [("asha", "ben"), ("ben", "asha"), ("asha", "cora"), ("ben", "cora"), ("asha", "ela"), ("ben", "ela")],
)
def test_what_one_keeps_changes_no_byte_of_what_another_sees(cast, settings, keeper, reader):
    settings.DEMO = True
    _share(cast)
    if reader == "ela":
        partnership.look_urgently(
            by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached today"
        )
    _pages(cast, reader)
    before = _pages(cast, reader)
    stored = _stored_for_all()

    _keep(cast, keeper)

    after = _pages(cast, reader)
    assert Entry.objects.filter(kept_by__user=cast.user(keeper)).count() == 27
    assert _stored_for_all() == stored
    for address in before:
        assert SECRET not in after[address], address
        assert after[address] == before[address], address
