"""Every address, asked by everybody, about an object of one's own, a colleague's, another agency's, and none at all.

What is right stands in access_matrix.toml, which people review. An address that is not in it stops the tests.
"""

import tomllib
import uuid
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from connecting_people.community.models import Asset
from connecting_people.connections.actions import bringing, photos, strengths
from connecting_people.connections.actions import connections as map_actions
from connecting_people.connections.facts import Facts
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.tests.pictures import photo
from connecting_people.getting_started import actions as getting_started
from connecting_people.journey import actions as journey
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.rules import Role
from connecting_people.plans.actions import goals as plans
from connecting_people.plans.actions import ideas as kept_ideas
from connecting_people.plans.rules import Level, Sort
from connecting_people.stepping_out.actions import disclosures, feeds, planning
from connecting_people.stepping_out.actions import support as stepping
from connecting_people.training.door import SEAT
from tests.cast import NAMES, Cast
from tests.matrix_barriers import barrier_parts
from tests.matrix_community import community_parts
from tests.matrix_culture import culture_parts
from tests.matrix_introductions import introduction_parts
from tests.matrix_measures import measure_parts
from tests.matrix_reviews import review_parts
from tests.matrix_taking_stock import stock_parts
from tests.matrix_training import training_parts

MATRIX = tomllib.loads((Path(__file__).parent / "access_matrix.toml").read_text())
OBJECTS = ("own", "colleagues", "other_agency", "none")
# A trainee has a seat in the room of the first training, and no sign-in.
ACTORS = (*NAMES, "nobody", "trainee")
# Reached, whatever the page then says of an empty form.
REACHED = {200, 204, 302, 422}
OUTSIDE = tuple(MATRIX["outside"]["libraries"])


def _addresses(patterns: list[Any], space: str = "", takes: frozenset[str] = frozenset()) -> dict[str, frozenset[str]]:
    found = {}
    for pattern in patterns:
        inner = takes | frozenset(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            named = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found |= _addresses(pattern.url_patterns, named, inner)
        elif isinstance(pattern, URLPattern):
            found[f"{space}{pattern.name}"] = inner
    return found


# Each address by name, with the parts that it takes.
EVERY = {n: takes for n, takes in _addresses(get_resolver().url_patterns).items() if not n.startswith(OUTSIDE)}


@dataclass
class World:
    """The cast, and for each kind of object the values of an address's parts."""

    cast: Cast
    parts: dict[str, dict[str, Any]]


@pytest.fixture
def world(cast: Cast) -> World:
    at = timezone.now() - timedelta(hours=1)
    parts = {
        "own": _parts(cast, "ben", at),
        "colleagues": _parts(cast, "dev", at),
        "other_agency": _parts(cast, "ivan", at),
    }
    parts["none"] = {name: uuid.uuid4() if isinstance(v, uuid.UUID) else v for name, v in parts["own"].items()}
    parts["none"] |= {name: parts["own"][name] for name in parts["own"] if name.startswith("getting_started:")}
    parts["none"]["connections:copy"] = parts["own"]["connections:copy"]
    parts["none"] |= {
        "people:join": {},
        "training:own_note": {},
        "community:keep": {},
        "stepping_out:calendar_feed": {},
        "token": "not-a-token-that-anybody-made",
        "instrument": "nothing-of-this-name",
        "measures:slot_file": {},
    }
    return World(cast, parts)


def _parts(cast: Cast, practitioner: str, at: Any) -> dict[str, Any]:
    which = {"ben": cast.partnership, "dev": cast.hanas, "ivan": cast.ivans}[practitioner]
    by, here = cast.user(practitioner), cast.reach(practitioner, which)
    assert by is not None
    entry = journey.ask(by=by, at=at, partnership=here, words="Shall we try the choir?")
    promise = journey.promise(by=by, at=at, partnership=here, words="I will ring the hall", who=here.me)
    skill = journey.see_skill(by=by, at=at, partnership=here, seen_in=here.person, name="Patience with bread dough")
    host = {"ben": cast.asha, "dev": cast.hana, "ivan": cast.ivan}[practitioner]
    guest, token = partnership.invite(by=host, at=at, partnership=which, part=Part.SUPPORTER, name="Guest")
    agency = cast.other_agency if practitioner == "ivan" else cast.agency
    keeper = cast.ivan if practitioner == "ivan" else cast.gwen
    said = journey.ask(by=by, at=at, partnership=here, words="Is there a ramp?", voice=here.person)
    kept = journey.record(by=by, at=at, partnership=here, kind="own", line="To think over", kept_by=here.me)
    staff, staff_token = people.invite(by=keeper, at=at, agency=agency, role=Role.TRAINER, name="New")
    look = _look(cast, which, at - timedelta(hours=1))
    not_now = getting_started.keep_not_now(by=by, at=at, agency=agency, name="Sam", ask_again_date=timezone.localdate())
    membership = by.memberships.get(role=Role.PRACTITIONER)
    given = {"by": by, "at": at, "partnership": here}
    howard = map_actions.add(**given, facts=Facts("Howard", ring=2, kind="friends"))
    (singing,) = strengths.add(**given, kind=StrengthKind.ENJOYS, named=[strengths.Named(words="Singing")])
    secret = map_actions.add(**given, facts=Facts("Jay"), to_oneself=True)
    paper = photos.add_photo(**given, photo=photo(), map_date=timezone.localdate(at))
    hope = plans.say_aspiration(**given, words="More laughing")
    goal = plans.set_goal(**given, words="Sing with others", sort=Sort.ACTIVITY)
    plans.say_scale(**given, goal=goal, levels={Level.HOPED: "Once a week"}, start=Level.LESS, voice=here.me)
    (outing,) = planning.plan(**given, words="A walk", facts=planning.Facts(at.date()))
    told = disclosures.propose(**given, things=[], outing=outing)
    stepping.say_small_steps(**given, outing=outing, steps=[("Look it up", ""), ("Ring", ""), ("Go", ""), ("Stay", "")])
    places = community_parts(cast, keeper, agency, at)
    asset = Asset.objects.get(pk=places["asset_id"])
    idea = kept_ideas.keep(**given, asset=asset)
    feed = feeds.open_feed(**given, plain_titles=False)
    file = bringing.bring(**given, name="people.csv", content=b"name\nMeera\n")
    return (
        {
            "partnership_id": which.pk,
            "entry_id": entry.pk,
            "promise_id": promise.pk,
            "skill_id": skill.pk,
            "place_id": guest.pk,
            "token": token,
            "agency_id": agency.pk,
            "invitation_id": staff.pk,
            "user_id": by.pk,
            "membership_id": membership.pk,
            "not_now_id": not_now.pk,
            "look_id": look.pk,
            "session_id": 1,
            "people:join": {"token": staff_token},
            "stepping_out:calendar_feed": {"token": feed},
            "journey:confirm": {"entry_id": said.pk},
            "journey:share_own": {"entry_id": kept.pk},
            "journey:draft": {"body": {"draft_path": f"/partnerships/{which.pk}/journey/write/", "words": "We met"}},
            "getting_started:talk": {"slug": "feelings"},
            "getting_started:reflect": {"slug": "empathy"},
            "getting_started:settle": {"point": "contact", "place_id": here.person.pk},
            "size": "a4",
            "palette": "grey",
            "form": "svg",
            "connections:share_own": {"connection_id": secret.pk},
            "connections:copy": {"form": "map.svg"},
            "connection_id": howard.pk,
            "outing_id": outing.pk,
            "disclosure_id": told.pk,
            "aspiration_id": hope.pk,
            "goal_id": goal.pk,
            "idea_id": idea.pk,
            "plans:keep_idea": {"body": {"asset": str(asset.pk)}},
            "plans:move_idea": {"body": {"state": "let_go"}},
            "strength_id": singing.pk,
            "paper_id": paper.pk,
            "file_id": file.pk,
            "part": "supporter",
            "number": 4,
            "name": "asha",
        }
        | places
        | introduction_parts(by, host, which, agency, at)
        | review_parts(by, here, at)
        | measure_parts(cast, given, keeper, agency)
        | stock_parts(by, here, at)
        | barrier_parts(given, agency)
        | culture_parts(by, keeper, agency, at)
        | training_parts(by, agency, at)
    )


def _look(cast: Cast, which: Any, at: Any) -> Any:
    """Look urgently, an hour that is over; Ivan leads his team only for as long as that."""
    leads, lent = cast.ela, None
    if which == cast.ivans:
        leads = cast.ivan
        lent = people.give_role(
            by=leads, at=at, agency=cast.other_agency, user=leads, role=Role.TEAM_LEAD, team=cast.other_team
        )
    look = partnership.look_urgently(by=leads, at=at, partnership=which, reason="Nobody has been able to reach them")
    if lent:
        people.end_role(by=leads, at=at, membership=lent)
    return look


def _expected(name: str, of: str, actor: str) -> str:
    rule = MATRIX["rules"][MATRIX["pages"][name]]
    if actor in rule.get(of, "").split() or rule.get(of) == "everybody":
        return "allow"
    if actor in {"nobody", "trainee"} and not rule.get("open"):
        return "sign in"
    return str(rule.get("else", "404"))


def _got(client: Client, method: str, address: str, body: dict[str, str]) -> str:
    response = getattr(client, method)(address, body if method == "post" else None)
    where = response.headers.get("Location", "")
    if response.status_code == 302 and where.startswith("/accounts/login/"):
        return "sign in"
    return "allow" if response.status_code in REACHED else str(response.status_code)


def test_every_address_has_its_row():
    assert sorted(MATRIX["pages"]) == sorted(EVERY)


@pytest.mark.parametrize("name", sorted(MATRIX["pages"]))
def test_an_address_is_reached_by_those_whom_the_matrix_names_and_by_nobody_else(name, world, settings):
    # The second factor has tests of its own; here everybody is who they say.
    settings.PAGES_BEFORE_SECOND_FACTOR = {name}
    takes = EVERY[name]
    clients = {actor: Client() for actor in ACTORS}
    for actor, client in clients.items():
        if actor == "trainee":
            client.cookies[SEAT] = world.parts["own"]["seat"]
        elif actor != "nobody":
            client.force_login(world.cast.user(actor))
    wrong = []
    for of in OBJECTS if takes else ("none",):
        parts = world.parts[of] | world.parts[of].get(name, {})
        address = reverse(name, kwargs={part: parts[part] for part in takes})
        for actor, client in clients.items():
            for method in ("get", "post"):
                undo = transaction.savepoint()
                got, right = _got(client, method, address, parts.get("body", {})), _expected(name, of, actor)
                transaction.savepoint_rollback(undo)
                # A page that does not take this method says so to everybody, before it looks at anything.
                if got not in (right, "405"):
                    wrong.append(f"{method} {name} of {of} by {actor}: {got}, not {right}")
    assert not wrong, "\n".join(wrong)
