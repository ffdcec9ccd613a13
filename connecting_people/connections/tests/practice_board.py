"""A board for tests alone: its map lives in memory, as a partnership's or a training's does in tables."""

import random
import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path, reverse

from connecting_people.config import urls as usual
from connecting_people.connections.layout import Board, Move, Sector, placed
from connecting_people.connections.picture import NIL, ColourBy, MapAddresses, TextSize, draw
from connecting_people.connections.rules import Exchange, Feeling, Nature, Network, Node, State
from connecting_people.guide.kinds import CONNECTION_KINDS

SECTORS = tuple(Sector(kind.id, str(kind.name)) for kind in CONNECTION_KINDS)
BOARD = Board(("Very close", "Close", "Further out"), SECTORS)
PAGE = """{% extends "ui/page.html" %}
{% from "connections/board.html" import board with context %}
{% block title %}Map{% endblock %}
{% block styles %}{% for sheet in ("picture", "map") %}
<link rel="stylesheet" href="{{ static('connections/' ~ sheet ~ '.css') }}">{% endfor %}{% endblock %}
{% block head %}<script type="module" src="{{ static('connections/map.js') }}"></script>{% endblock %}
{% block content %}<h1>Map</h1>{{ board(picture, addresses, undo=undo, redo=redo) }}
<ul data-swap="list">{% for mark in picture.marks %}<li>{{ mark.says }}</li>{% endfor %}</ul>{% endblock %}"""
DATES = """{% extends "ui/page.html" %}
{% from "connections/picture.html" import drawing %}
{% block title %}Dates{% endblock %}
{% block styles %}<link rel="stylesheet" href="{{ static('connections/picture.css') }}">{% endblock %}
{% block head %}<script type="module" src="{{ static('connections/slider.js') }}"></script>{% endblock %}
{% block content %}<h1>Dates</h1><form data-dates>
{% for name, label in (("then", "Then"), ("now", "Now")) %}<label for="{{ name }}">{{ label }}</label>
<select id="{{ name }}" name="{{ name }}">{% for day in days %}<option value="{{ day }}"
{% if day == asked[name] %}selected{% endif %}>Day {{ day }}</option>{% endfor %}</select>{% endfor %}
<button>Show</button></form>
<div data-swap="both"><p id="shown">{{ asked.then }} and {{ asked.now }}</p>
<figure class="map-room">{{ drawing(picture) }}</figure></div>{% endblock %}"""
DAYS = ("2026-01-05", "2026-02-05", "2026-03-05")
NAMES = ("Mum", "Sam", "Aunty Jo", "Priya", "Tom", "Leila", "Dr Patel", "Kofi", "Ffion", "Wei", "Bea", "Jean-Luc")


class Practice:
    """The map that the tests' board shows, with all that was before."""

    def __init__(self) -> None:
        self.start(5)

    def start(self, count: int, board: Board = BOARD, ties: int | None = None) -> None:
        """Begin anew with so many people, the same every time."""
        self.board = board
        self.network = sample(count, board, ties)
        self.past: list[Network] = []
        self.future: list[Network] = []
        self.stopped, self.reason = 0, ""
        self.asked: list[dict[str, str]] = []

    def change(self, network: Network) -> None:
        """Take a new state."""
        self.past.append(self.network)
        self.future = []
        self.network = network

    def node(self, id: str) -> Node:
        """Return the one with this id."""
        return next(node for node in self.network.nodes if str(node.id) == id)


def sample(count: int, board: Board = BOARD, ties: int | None = None) -> Network:
    """Make a map as life may be, the same for the same count."""
    chance = random.Random(count)
    nodes: list[Node] = []
    for number in range(count):
        node = _node(chance, number)
        nodes.append(placed(node, None, nodes, board))
    pairs: set[tuple[Any, Any]] = set()
    while len(pairs) < (count if ties is None else ties) and count > 2:
        one, other = sorted(chance.sample(range(count), 2))
        pairs.add((nodes[one].id, nodes[other].id))
    return Network(tuple(nodes), frozenset(pairs))


def _node(chance: random.Random, number: int) -> Node:
    kind = chance.choices(CONNECTION_KINDS, (7, 6, 3, 3, 4, 4, 2, 3, 2, 4))[0]
    natures = {
        "online-community": Nature.ONLINE,
        "local-business-community": Nature.PLACE,
        "volunteering": Nature.GROUP,
    }
    again = f" {number // len(NAMES) + 1}" if number >= len(NAMES) else ""
    return Node(
        id=uuid.UUID(int=chance.getrandbits(128), version=4),
        name=NAMES[number % len(NAMES)] + again,
        nature=natures.get(kind.id, Nature.PERSON),
        kind=kind.id,
        inside_services=kind.reach == "inside",
        ring=chance.choices((1, 2, 3), (3, 4, 4))[0],
        gives=frozenset(chance.sample(list(Exchange), chance.randrange(3))),
        gets=frozenset(chance.sample(list(Exchange), chance.randrange(3))),
        feeling=chance.choice(list(Feeling)),
        state=chance.choices(list(State), (16, 2, 1, 1))[0],
    )


PRACTICE = Practice()


def whole(request: HttpRequest) -> HttpResponse:
    """Show the board."""
    addresses = MapAddresses(
        connection=reverse("one", kwargs={"id": NIL}),
        **{name: reverse(name) for name in ("whole", "move", "tie", "untie", "undo", "redo")},
    )
    asked = request.GET
    picture = draw(
        PRACTICE.network,
        PRACTICE.board,
        middle="Asha",
        addresses=addresses,
        colour_by=ColourBy(asked.get("colour") or "kind"),
        text=TextSize(asked.get("text") or "usual"),
        part=asked.get("part", ""),
    )
    shown = {"picture": picture, "addresses": addresses, "undo": "Sam" if PRACTICE.past else "", "redo": ""}
    if PRACTICE.future:
        shown["redo"] = "Sam"
    return HttpResponse(engines["jinja2"].from_string(PAGE).render(shown, request))


def dates(request: HttpRequest) -> HttpResponse:
    """Show one of the dates of a map, unless the tests want it to be away when a script asks."""
    asked = {"then": request.GET.get("then", DAYS[0]), "now": request.GET.get("now", DAYS[-1])}
    PRACTICE.asked.append(asked)
    if PRACTICE.stopped and request.headers.get("Sec-Fetch-Dest") == "empty":
        return HttpResponse("no", status=PRACTICE.stopped)
    shown = {"days": DAYS, "asked": asked, "picture": draw(PRACTICE.network, PRACTICE.board, middle="Asha")}
    return HttpResponse(engines["jinja2"].from_string(DATES).render(shown, request))


def one(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Stand for the page of one connection."""
    return HttpResponse(PRACTICE.node(str(id)).name)


def move(request: HttpRequest) -> HttpResponse:
    """Put somebody where the form says; say no while the tests want it so."""
    if PRACTICE.stopped:
        return HttpResponse("no", status=PRACTICE.stopped)
    if PRACTICE.reason:
        messages.warning(request, PRACTICE.reason)
        return redirect("whole")
    said = request.POST
    asked = Move(
        step=said.get("step", ""),
        ring=int(said["ring"]) if said.get("ring") else None,
        sector=said.get("sector", ""),
        x=float(said["x"]) if said.get("x") else None,
        y=float(said["y"]) if said.get("y") else None,
    )
    nodes = PRACTICE.network.nodes
    goal = placed(PRACTICE.node(said["connection"]), asked, nodes, PRACTICE.board)
    PRACTICE.change(replace(PRACTICE.network, nodes=tuple(goal if node.id == goal.id else node for node in nodes)))
    return redirect("whole")


def tie(request: HttpRequest, *, joined: bool) -> HttpResponse:
    """Join two, or take the line between them away."""
    pair = (PRACTICE.node(request.POST["one"]).id, PRACTICE.node(request.POST["other"]).id)
    others = PRACTICE.network.ties - {pair, pair[::-1]}
    PRACTICE.change(replace(PRACTICE.network, ties=others | {pair} if joined else others))
    return redirect("whole")


def turn(request: HttpRequest, *, back: bool) -> HttpResponse:
    """Go one step back or forth."""
    source, target = (PRACTICE.past, PRACTICE.future) if back else (PRACTICE.future, PRACTICE.past)
    if source:
        target.append(PRACTICE.network)
        PRACTICE.network = source.pop()
    return redirect("whole")


urlpatterns = [
    path("practice/", whole, name="whole"),
    path("practice/dates/", dates, name="dates"),
    path("practice/move/", move, name="move"),
    path("practice/tie/", tie, {"joined": True}, name="tie"),
    path("practice/untie/", tie, {"joined": False}, name="untie"),
    path("practice/undo/", turn, {"back": True}, name="undo"),
    path("practice/redo/", turn, {"back": False}, name="redo"),
    path("practice/<uuid:id>/", one, name="one"),
    path("", include(usual.urlpatterns)),
]
handler400, handler403, handler404, handler500 = usual.handler400, usual.handler403, usual.handler404, usual.handler500
