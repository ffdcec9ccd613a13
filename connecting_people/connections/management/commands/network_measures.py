"""Writes the measures of maps in files as JSON, whoever wrote the files."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from connecting_people.connections import measures, uploads
from connecting_people.connections.columns_out import GUIDE_KINDS
from connecting_people.connections.kinds_in import kind_of
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.sessions import Session

HELP = (
    "Print a JSON list with one object for each network. The nodes of a file are the connections, the person is joined "
    "to each; ties have no direction, count once, and lead to nobody themselves. Null is what was not asked."
)


class Command(BaseCommand):
    """Reads GraphML files, and folders or zip files with the CSV set of Network Canvas."""

    help = HELP

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files, and whether to leave out whoever is no longer part of the map."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="GraphML, or a folder or zip of the CSV set")
        parser.add_argument("--current", action="store_true", help="count only who is part of the map now, as the page")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write all or, where a file cannot be read, nothing but the reasons."""
        found: list[dict[str, Any]] = []
        problems: list[str] = []
        with override("en"):
            for file in options["files"]:
                try:
                    sessions = uploads.sessions_in(uploads.pieces_at(Path(file)))
                except NotTakenIn as why:
                    problems += map(str, why.problems)
                except OSError as error:
                    problems.append(f"{file}: {error.strerror}")
                else:
                    found += [_told(file, session, current=options["current"]) for session in sessions]
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write(json.dumps(found, indent=2, allow_nan=False))


def _told(file: str, session: Session, *, current: bool) -> dict[str, Any]:
    network = measures.as_it_stands(session.network) if current else session.network
    numbers = measures.numbers_of(network, _offered(session))
    if not session.typed:
        numbers |= dict.fromkeys(measures.APART)
    day = session.day.isoformat() if session.day else None
    return {"file": file, "case": session.case or None, "session": session.id or None, "day": day, **numbers}


def _offered(session: Session) -> int:
    """Return how many kinds could be chosen: those that the file offers, ours where it uses them, else unknown."""
    if session.kinds:
        return len(session.kinds)
    used = {node.kind for node in session.network.nodes if node.kind}
    return len(GUIDE_KINDS) if used and all(map(kind_of, used)) else 0
