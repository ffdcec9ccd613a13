"""GraphML as it stands in a file: read by a parser that builds nothing, within limits, and without definitions."""

import time
from dataclasses import dataclass, field
from xml.parsers import expat

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.refusals import MOST_BYTES, TOO_LARGE, NotTakenIn, stays_out
from connecting_people.guide.words import StrOrPromise

DEEPEST = 24
MOST_ELEMENTS = 200_000
LONGEST_TEXT = 100_000
SECONDS = 10.0
PIECE = 65_536


@dataclass
class Item:
    """One graph, node or edge: its attributes, its data by key, and the line on which it begins."""

    attributes: dict[str, str]
    line: int
    data: dict[str, str] = field(default_factory=dict)


@dataclass
class Graph(Item):
    """One graph with what is in it."""

    nodes: list[Item] = field(default_factory=list)
    edges: list[Item] = field(default_factory=list)


@dataclass
class Document:
    """What a file declares and the graphs that it holds."""

    attributes: dict[str, str] = field(default_factory=dict)
    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    graphs: list[Graph] = field(default_factory=list)


def parse(file: str, content: bytes) -> Document:
    """Read a file, or say on which line it cannot go on and why."""
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    return _Parser(file).run(content)


def _local(name: str) -> str:
    """Take the prefix off: whether and how a file declares its namespaces does not matter."""
    return name.rpartition(":")[2]


class _Parser:
    def __init__(self, file: str) -> None:
        self.file = file
        self.document = Document()
        self.path: list[str] = []
        self.items: list[Item] = []
        self.key = ""
        self.text: list[str] = []
        self.seen = self.long = 0
        self.until = time.monotonic() + SECONDS
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self.begins
        self.expat.EndElementHandler = self.ends
        self.expat.CharacterDataHandler = self.says
        self.expat.StartDoctypeDeclHandler = self.declares
        self.expat.EntityDeclHandler = self.declares
        self.expat.ExternalEntityRefHandler = self.declares

    def run(self, content: bytes) -> Document:
        try:
            for at in range(0, len(content), PIECE):
                self.expat.Parse(content[at : at + PIECE], False)
                if time.monotonic() > self.until:
                    raise self.stays_out(_("Reading this file takes too long."))
            self.expat.Parse(b"", True)
        except expat.ExpatError as error:
            reason = _("This is not well-formed XML, so nobody can read it.")
            raise stays_out(self.file, reason, error.lineno) from None
        except (LookupError, ValueError):
            raise stays_out(self.file, _("The letters in this file are in a code that is not known here."), 1) from None
        return self.document

    def stays_out(self, reason: StrOrPromise) -> NotTakenIn:
        return stays_out(self.file, reason, self.expat.CurrentLineNumber)

    def declares(self, *_arguments: object) -> int:
        raise self.stays_out(_("This file brings definitions of its own (DOCTYPE). They are not opened here."))

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        self.seen += 1
        if len(self.path) == DEEPEST or self.seen > MOST_ELEMENTS:
            reason = _("This file is nested more than {deep} deep, or has more than {most} elements.")
            raise self.stays_out(format_lazy(reason, deep=DEEPEST, most=MOST_ELEMENTS))
        name = _local(name)
        if not self.path and name != "graphml":
            raise self.stays_out(_("This is XML, but not GraphML."))
        within = self.path[-1] if self.path else ""
        self.path.append(name)
        known = {_local(attribute): value for attribute, value in attributes.items()}
        getattr(self, f"_begin_{name}", self._skip)(within, known)

    def _skip(self, within: str, known: dict[str, str]) -> None:
        """Pass by what says nothing of who is there: descriptions, ports, drawings of other programs."""

    def _begin_graphml(self, within: str, known: dict[str, str]) -> None:
        self.document.attributes = known

    def _begin_key(self, within: str, known: dict[str, str]) -> None:
        self.key = known.get("id", "")
        self.document.keys[self.key] = known

    def _begin_graph(self, within: str, known: dict[str, str]) -> None:
        if within != "graphml":
            raise self.stays_out(_("There is a graph inside a node. A map has one level only."))
        graph = Graph(known, self.expat.CurrentLineNumber)
        self.document.graphs.append(graph)
        self.items.append(graph)

    def _begin_hyperedge(self, within: str, known: dict[str, str]) -> None:
        raise self.stays_out(_("There is a tie between more than two here. A map has ties between two."))

    def _begin_node(self, within: str, known: dict[str, str]) -> None:
        self._begin_item(within, known).nodes.append(self.items[-1])

    def _begin_edge(self, within: str, known: dict[str, str]) -> None:
        self._begin_item(within, known).edges.append(self.items[-1])

    def _begin_item(self, within: str, known: dict[str, str]) -> Graph:
        if within != "graph":
            raise self.stays_out(_("Here stands a node or a tie outside of a graph."))
        self.items.append(Item(known, self.expat.CurrentLineNumber))
        return self.document.graphs[-1]

    def _begin_data(self, within: str, known: dict[str, str]) -> None:
        self.key = known.get("key", "")

    def says(self, text: str) -> None:
        if self.path[-1] in ("data", "default"):
            self.long += len(text)
            if self.long > LONGEST_TEXT:
                raise self.stays_out(_("This text is far too long for a map."))
            self.text.append(text)

    def ends(self, name: str) -> None:
        name = self.path.pop()
        within = self.path[-1] if self.path else ""
        if name == "data" and within in ("graph", "node", "edge"):
            self.items[-1].data[self.key] = "".join(self.text)
        elif name == "default" and within == "key":
            self.document.defaults[self.key] = "".join(self.text)
        elif name in ("graph", "node", "edge"):
            self.items.pop()
        if name in ("data", "default"):
            self.text, self.long = [], 0
