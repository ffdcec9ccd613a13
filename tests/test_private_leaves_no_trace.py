"""Two partnerships alike but for what one person keeps to themselves are the same, byte by byte, to everybody else.

The pages are taken twice before anything is kept, so that the reader's own looks are all there already; then somebody
keeps all that can be kept, and the pages are taken again.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.actions import HopeWords, Words
from connecting_people.getting_started.rules import Hope, Topic
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.partnership import actions as partnership

LISTS = {
    "home": ["partnership"],
    "partnership": ["people"],
    "journey": ["timeline", "ask", "promises", "skills", "feedback", "support", "own", "who_looked", "write"],
    "getting_started": ["start", "conversation", "hopes", "brings", "working_together", "area", "not_now"],
}
SECRET = "Nobody else is to know of this"


def _addresses(cast, name):
    here = {"partnership_id": cast.partnership.pk}
    if name == "cora":
        return ["/", reverse("journey:shared", kwargs=here)]
    pages = [f"{room}:{page}" for room, names in LISTS.items() for page in names]
    if name == "ela":
        # What an urgent look opens; pages that are only for writing open nothing.
        closed = {"journey:ask", "journey:write", "journey:own"}
        pages = [page for page in pages if page not in closed]
    found = [reverse(page, kwargs=here) for page in pages]
    found += [reverse("home:step", kwargs={**here, "number": number}) for number in range(1, 9)]
    found += [reverse("getting_started:talk", kwargs={**here, "slug": "feelings"})] if name != "ela" else []
    found += [reverse("getting_started:reflect", kwargs={**here, "slug": "empathy"})] if name != "ela" else []
    return ["/", "/agency/", *found, f"{reverse('journey:timeline', kwargs=here)}?print=1"]


def _pages(cast, name):
    client = Client()
    client.force_login(cast.user(name))
    found = {}
    for address in _addresses(cast, name):
        response = client.get(address)
        assert response.status_code in (200, 403), address
        found[address] = _without_chance(response.content.decode())
    return found


def _without_chance(page):
    """Leave out what differs each time that a page is drawn: tokens of forms, and the time of day."""
    return re.sub(r'<input type="hidden"[^>]*>|between \d\d:\d\d and \d\d:\d\d|\d\d:\d\d', "", page)


def _share(cast):
    """Say something of each kind that both see, so that no page is empty."""
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
    client = Client()
    client.force_login(by)
    own = [reverse(f"journey:{page}", kwargs={"partnership_id": here.pk}) for page in ("own", "write")]
    for address in own:
        client.get(address)
        client.post(
            reverse("journey:draft", kwargs={"partnership_id": here.pk}), {"draft_path": address, "words": SECRET}
        )
    client.get(reverse("journey:entry", kwargs={"partnership_id": here.pk, "entry_id": kept.pk}))


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

    _keep(cast, keeper)

    after = _pages(cast, reader)
    assert Entry.objects.filter(kept_by__user=cast.user(keeper)).count() == 7
    for address in before:
        assert SECRET not in after[address], address
        assert after[address] == before[address], address
