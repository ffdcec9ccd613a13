"""Writes docs/reference/ from the code; with --check it only says whether they are as the code is."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("CP_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings")

import django  # noqa: E402

django.setup()

from connecting_people.api.views import described  # noqa: E402
from connecting_people.barriers import rules as barriers  # noqa: E402
from connecting_people.community import rules as community  # noqa: E402
from connecting_people.culture import rules as culture  # noqa: E402
from connecting_people.guide.processes import PROCESSES  # noqa: E402
from connecting_people.guide.steps import STEPS  # noqa: E402
from connecting_people.journey import rules as journey  # noqa: E402
from connecting_people.partnership import rules as partnership  # noqa: E402
from connecting_people.people.roles import ROLES, May  # noqa: E402
from connecting_people.plans import rules as plans  # noqa: E402
from connecting_people.stepping_out import rules as stepping_out  # noqa: E402
from connecting_people.training import rules as training  # noqa: E402

HEAD = "<!-- made by scripts/make_docs.py -->\n"


S = TypeVar("S", bound=StrEnum)


def states(title: str, table: Mapping[S, Iterable[S]]) -> str:
    """Draw a table of states as a diagram."""
    moves = [f"  {state} --> {after}" for state, following in table.items() for after in sorted(following)]
    return "\n".join([f"## {title}", "", "```mermaid", "stateDiagram-v2", *moves, "```", ""])


def roles() -> str:
    """Draw the table of roles."""
    lines = ["| role | " + " | ".join(m.value.replace("_", " ") for m in May) + " |", "| --- |" + " --- |" * len(May)]
    for role, may in ROLES.items():
        cells = " | ".join("yes" if m in may else "" for m in May)
        lines.append(f"| {role.value.replace('_', ' ')} | {cells} |")
    return "\n".join(lines) + "\n"


def model() -> str:
    """List the steps and processes with their numbers, which entries are stored by."""
    lines = ["| step | name |", "| --- | --- |", *(f"| {s.number} | {s.name} |" for s in STEPS), ""]
    lines += ["| process | name |", "| --- | --- |", *(f"| {p.number} | {p.name} |" for p in PROCESSES), ""]
    return "\n".join(lines)


STATES = (
    ("A partnership", partnership.NEXT),
    ("Something said in the record", journey.NEXT),
    ("A goal", plans.NEXT),
    ("An idea kept from the directory", plans.NEXT_KEPT),
    ("An outing", stepping_out.NEXT),
    ("A barrier", barriers.NEXT),
    ("An idea that is offered to the library", barriers.NEXT_OFFER),
    ("An idea in the library", barriers.NEXT_ITEM),
    ("A rating of an asset", community.NEXT_RATING),
    ("What would move a light", community.NEXT_IMPROVEMENT),
    ("A gap", community.NEXT_GAP),
    ("A change that an organisation would like", community.NEXT_PROPOSAL),
    ("A file that is brought in", community.NEXT_IMPORT),
    ("A training", training.NEXT),
    ("Somebody's place at a training", training.NEXT_GOING),
    ("An idea for the agency", culture.NEXT),
)
PAGES = {
    "roles.md": HEAD
    + "# What each role may do in its agency\n\nAccess to a partnership is never by role alone.\n\n"
    + roles(),
    "states.md": HEAD + "# States\n\n" + "\n".join(states(*each) for each in STATES),
    "model.md": HEAD + "# The model's numbers\n\n" + model(),
    "open-referral-uk.openapi.json": json.dumps(described("/api/open-referral-uk/{agency}/"), indent=1) + "\n",
}


def main() -> int:
    """Write the pages, or compare them; return the exit code."""
    folder = ROOT / "docs/reference"
    folder.mkdir(parents=True, exist_ok=True)
    stale = [n for n, t in PAGES.items() if not (folder / n).exists() or (folder / n).read_text() != t]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/reference/{name} is not as the code is: run scripts/make_docs.py")
        return int(bool(stale))
    for name in stale:
        (folder / name).write_text(PAGES[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
