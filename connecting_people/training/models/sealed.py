"""What stands sealed in a practice space, as plain values and back."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from connecting_people.connections.facts import Facts, read_back, stored
from connecting_people.connections.ruling import Ruling

Pair = tuple[UUID, UUID]


def sealed_facts(facts: Facts) -> str:
    """Return what is said of somebody as a text to be sealed."""
    since = facts.since_date.isoformat() if facts.since_date else None
    return json.dumps(stored(facts) | {"since_date": since})


def opened_facts(text: str) -> Facts:
    """Return what `sealed_facts` was given."""
    values = json.loads(text)
    since = values["since_date"]
    return read_back(values | {"since_date": date.fromisoformat(since) if since else None})


def mark_of(facts: Facts) -> UUID:
    """Return a mark of what is said, another one as soon as it is said differently; a slot on the map says nothing."""
    return uuid5(NAMESPACE_OID, sealed_facts(replace(facts, x=None, y=None, slot=None)))


def sealed_ruling(ruling: Ruling) -> str:
    """Return how a map is ruled as a text to be sealed."""
    return json.dumps(asdict(ruling))


def opened_ruling(text: str) -> Ruling:
    """Return what `sealed_ruling` was given; the usual rings and parts where nobody chose."""
    if not text:
        return Ruling()
    values: dict[str, Any] = json.loads(text)
    return Ruling(**values | {"ring_names": tuple(values["ring_names"])})


@dataclass(frozen=True)
class Step:
    """One thing that was done on a map: whom it was about, who was how before and after, which lines came and went."""

    act: str
    name: str
    people: dict[UUID, tuple[str | None, str | None]]
    joined: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()

    @property
    def turned(self) -> "Step":
        """Return the step that takes this one back."""
        back = {id: (after, before) for id, (before, after) in self.people.items()}
        return replace(self, people=back, joined=self.parted, parted=self.joined)


@dataclass(frozen=True)
class Steps:
    """What was done, and what was taken back since, each the last one last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


def sealed_steps(steps: Steps) -> str:
    """Return the steps as a text to be sealed."""
    return json.dumps({"done": [_plain(one) for one in steps.done], "undone": [_plain(one) for one in steps.undone]})


def opened_steps(text: str) -> Steps:
    """Return what `sealed_steps` was given."""
    if not text:
        return Steps()
    values = json.loads(text)
    return Steps(tuple(map(_step, values["done"])), tuple(map(_step, values["undone"])))


def _plain(step: Step) -> dict[str, Any]:
    return {
        "act": step.act,
        "name": step.name,
        "people": {str(id): both for id, both in step.people.items()},
        "joined": [[str(one), str(other)] for one, other in step.joined],
        "parted": [[str(one), str(other)] for one, other in step.parted],
    }


def _step(values: dict[str, Any]) -> Step:
    return Step(
        act=values["act"],
        name=values["name"],
        people={UUID(id): (before, after) for id, (before, after) in values["people"].items()},
        joined=tuple((UUID(one), UUID(other)) for one, other in values["joined"]),
        parted=tuple((UUID(one), UUID(other)) for one, other in values["parted"]),
    )
