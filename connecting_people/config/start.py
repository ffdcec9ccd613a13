"""What must hold before the program serves anybody."""

import os
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from connecting_people.config.keys import SAMPLE_SECRET, StartError

_SAFE = {"fsync": "on", "full_page_writes": "on"}


def check_start() -> None:
    """Raise StartError, in one line that says what to do, when settings could lose or show what people wrote."""
    if not settings.DEMO and settings.SECRET_KEY == SAMPLE_SECRET:
        raise StartError("The sample key is for demo mode only: run 'manage.py make_keys'.")
    if settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        raise StartError("ATOMIC_REQUESTS would make every page wait for every other: remove it.")
    _check_folder()
    try:
        with connection.cursor() as cursor:
            _check_sqlite(cursor) if connection.vendor == "sqlite" else _check_postgres(cursor)
    except DatabaseError as problem:
        line = str(problem).splitlines()[0]
        raise StartError(
            f"The database cannot be used ({line}): look at CP_DATABASE and the folder it is in."
        ) from None


def _check_folder() -> None:
    try:
        settings.DATA.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StartError(f"Cannot make the folder {settings.DATA} ({problem.strerror}): set CP_DATA.") from None
    if not os.access(settings.DATA, os.W_OK):
        raise StartError(f"Cannot write in the folder {settings.DATA}: set CP_DATA to one that can be written to.")


def _check_sqlite(cursor: Any) -> None:
    path = settings.DATABASES["default"]["NAME"]
    journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    mode = connection.transaction_mode  # type: ignore[attr-defined]
    if not os.access(path, os.W_OK):
        raise StartError(f"{path} cannot be written to: set CP_DATABASE to a file that can.")
    if (journal, synchronous, mode) != ("wal", 2, "IMMEDIATE"):
        raise StartError(
            "SQLite must run with WAL, synchronous=FULL and IMMEDIATE, or a power cut loses what was kept:"
            " put config/settings.py back as it was."
        )


def _check_postgres(cursor: Any) -> None:
    cursor.execute(
        "SELECT name, setting FROM pg_settings WHERE name IN ('fsync','full_page_writes','synchronous_commit')"
    )
    found = dict(cursor.fetchall())
    if found.pop("synchronous_commit") == "off" or found != _SAFE:
        raise StartError(
            "PostgreSQL must run with fsync, full_page_writes and synchronous_commit on,"
            " or a power cut loses what was kept: see postgresql.conf."
        )
