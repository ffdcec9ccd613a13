"""A barrier, a way round it, and ideas on their way into the library, for the tests of this room."""

from datetime import timedelta

from django.utils import timezone

from connecting_people.barriers.actions import barriers, keeping, offering, ways
from connecting_people.barriers.models import Item
from connecting_people.partnership import actions as partnerships
from connecting_people.partnership.queries import partnership_to_write


def act(cast, name="asha", partnership=None, at=None):
    """Who acts, when and where."""
    return {"by": cast.user(name), "at": at or timezone.now(), "partnership": cast.reach(name, partnership)}


def a_barrier(cast, name="asha", partnership=None, **more):
    """Something in the way."""
    given = {"words": "The last bus leaves before the choir ends", "kind": "transport"}
    return barriers.notice(**act(cast, name, partnership), **given | more)


def a_way(cast, name="asha", partnership=None, words="Ask Meera for a lift", **more):
    """A way round something in the way."""
    barrier = a_barrier(cast, name, partnership, **more)
    return ways.think_of(**act(cast, name, partnership), barrier=barrier, words=words)


def last_month(at=None):
    """A moment of the month before this."""
    return (at or timezone.now()).replace(day=1) - timedelta(days=3)


def begun(cast, how_many):
    """Further partnerships of Dev's with people who have no login."""
    made = [
        partnerships.begin(by=cast.dev, at=cast.at, agency=cast.agency, name=name, team=cast.team)
        for name in ("Alys", "Bronwen", "Cerys", "Delyth", "Eirlys", "Ffion")[:how_many]
    ]
    return [partnership_to_write(cast.dev, one.pk, at=timezone.now()) for one in made]


def offered(cast, here, *, kind="transport", text="Look for somebody who drives the same way", at=None):
    """An idea of a partnership whose service user has no login, with both yeses, said last month."""
    at = at or last_month()
    given = {"by": here.me.user, "at": at, "partnership": here}
    barrier = barriers.notice(**given, words="Something is in the way", kind=kind, voice=here.person)
    way = ways.think_of(**given, barrier=barrier, words="An idea of ours", voice=here.person)
    made = offering.offer(**given, workaround=way, text=text)
    for voice in (here.person, here.me):
        made = offering.say_yes(**given, offer=made, version=made.version, voice=voice)
    return made


def brought_in(cast, texts=("Go with somebody who drives the same way",), kind="transport"):
    """Ideas in the queue of the agency, of three partnerships, the first ones with these texts."""
    here = begun(cast, 3)
    more = ("Look at the timetable together", "Ask whether it can begin earlier")
    for one, text in zip(here, (*texts, *more)[:3], strict=True):
        offered(cast, one, text=text, kind=kind)
    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)
    return list(Item.objects.filter(agency=cast.agency, state="waiting"))


def in_library(cast, text="Go with somebody who drives the same way", kind="transport"):
    """An approved idea with this text, made as it stands after approval."""
    from connecting_people.barriers.rules import month_of, sealed

    month = month_of(timezone.localdate())
    return Item.objects.create(agency=cast.agency, sealed=sealed(kind, text), month=month, state="approved")
