"""Files that somebody brings, of whatever sort: each is looked at within limits, and what is in it found out."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext_lazy as _

from connecting_people.connections import canvas_csv, graphml, plain_table
from connecting_people.connections.columns_out import GUIDE_KINDS
from connecting_people.connections.kinds_in import kind_of
from connecting_people.connections.refusals import MOST_BYTES, TOO_LARGE, TOO_MUCH, NotTakenIn, Problem, stays_out
from connecting_people.connections.rules import Node
from connecting_people.connections.sessions import Session, in_order
from connecting_people.core.bundles import Limits, NotOpened, TooMuchInside, is_zip, members
from connecting_people.guide.kinds import Reach, connection_kind

MOST_PIECES = 1_000
MOST_BYTES_IN_ALL = 4 * MOST_BYTES
NOT_OPENED = _("This zip file cannot be opened. It may be cut off or locked with a password.")
NOTHING_HERE = _("There is no map here: neither GraphML nor the CSV files of a map.")

# How XML begins, whatever the file is called: plainly, with a byte order mark, or in UTF-16.
XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")

Piece = tuple[str, bytes]


def sessions_in(pieces: Iterable[Piece]) -> list[Session]:
    """Return the maps in these files by day; one that comes as CSV and as GraphML is one map."""
    pieces = list(pieces)
    opened = [inner for file, content in pieces for inner in _opened(file, content)]
    sessions = canvas_csv.read(opened)
    seen = {session.id for session in sessions}
    for file, content in opened:
        if _is_graphml(file) or content.startswith(XML):
            sessions += [session for session in graphml.read(file, content) if not session.id or session.id not in seen]
        elif file.casefold().endswith((".csv", ".txt", ".tsv")) and not canvas_csv.belongs(file):
            sessions.append(plain_table.read(file, content))
    if not sessions:
        raise stays_out(", ".join(dict.fromkeys(file for file, _content in pieces))[:200], NOTHING_HERE)
    return in_order(sessions)


def _is_graphml(file: str) -> bool:
    return file.casefold().endswith((".graphml", ".xml"))


def _opened(file: str, content: bytes) -> Iterator[Piece]:
    if is_zip(content) or file.casefold().endswith(".zip"):
        yield from _unzipped(file, content)
    else:
        yield PurePosixPath(file).name, content


def _unzipped(file: str, content: bytes) -> Iterator[Piece]:
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    try:
        for name, inner in members(content, _may_be_a_map, Limits(MOST_PIECES, MOST_BYTES, MOST_BYTES_IN_ALL)):
            yield PurePosixPath(name).name, inner
    except TooMuchInside as why:
        raise stays_out(file, TOO_MUCH if why.pieces else TOO_LARGE) from None
    except NotOpened:
        raise stays_out(file, NOT_OPENED) from None


def _may_be_a_map(file: str) -> bool:
    name = PurePosixPath(file).name
    return not name.startswith(".") and (_is_graphml(name) or canvas_csv.belongs(name))


def pieces_at(path: Path) -> list[Piece]:
    """Return the files at a place on this machine, for a command: one, or those of a folder that may be maps."""
    if not path.is_dir():
        return [(path.name, _bytes(path))]
    inside = sorted(inner for inner in path.iterdir() if inner.is_file() and _may_be_a_map(inner.name))
    if len(inside) > MOST_PIECES:
        raise stays_out(path.name, TOO_MUCH)
    return [(inner.name, _bytes(inner)) for inner in inside]


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise stays_out(path.name, TOO_LARGE)
    return path.read_bytes()


def zipped(files: Iterable[Piece]) -> bytes:
    """Put files into one, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file, content in files:
            bundle.writestr(zipfile.ZipInfo(file), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def taken_in(sessions: Sequence[Session]) -> list[Session]:
    """Return the maps of one person as they can stand here, by day, or say why none of them comes in."""
    problems = [problem for session in sessions for problem in session.problems]
    people = {session.person_id or session.case for session in sessions} - {""}
    if len(people) > 1:
        reason = _("These are maps of more than one person. Bring one person's maps at a time.")
        problems.append(Problem(sessions[0].file, 0, reason))
    if problems:
        raise NotTakenIn(problems)
    return [_as_ours(session) for session in in_order(sessions)]


def _as_ours(session: Session) -> Session:
    """Put our kinds in place of the file's, and leave a kind open that we do not have."""
    nodes = tuple(_with_our_kind(node) for node in session.network.nodes)
    unknown = {node.kind for node in session.network.nodes if node.kind and not kind_of(node.kind)}
    left_out = (*session.left_out, *sorted(unknown))
    return replace(session, network=replace(session.network, nodes=nodes), kinds=GUIDE_KINDS, left_out=left_out)


def _with_our_kind(node: Node) -> Node:
    kind = kind_of(node.kind) if node.kind else None
    if kind is None or node.inside_services is not None:
        return replace(node, kind=kind)
    return replace(node, kind=kind, inside_services=connection_kind(kind).reach == Reach.INSIDE_SERVICES)
