"""How each database keeps its text index in step with the rows of Indexed, by itself.

On SQLite triggers do. They go when a migration makes the table of Indexed anew (Django does so for most changes of its
columns): such a migration ends with RunPython(keep_in_step); a test looks for them after all migrations, and
`manage.py reindex` puts them back.
"""

from typing import Any, Final

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_COLUMNS: Final = ("name", "about", "text", "tokens")
_OLD: Final = f"('delete', old.number, {', '.join(f'old.{column}' for column in _COLUMNS)})"
_NEW: Final = f"(new.number, {', '.join(f'new.{column}' for column in _COLUMNS)})"
_LISTED: Final = ", ".join(_COLUMNS)
_OUT: Final = f"INSERT INTO community_words (community_words, rowid, {_LISTED}) VALUES {_OLD};"
_IN: Final = f"INSERT INTO community_words (rowid, {_LISTED}) VALUES {_NEW};"
# Only which rows hold a word is kept, not where in them: nothing else is asked of the index.
_SQLITE: Final = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS community_words USING fts5({_LISTED}, content='community_indexed',"
    " content_rowid='number', detail='none', columnsize=0,"
    """ tokenize="unicode61 remove_diacritics 0 tokenchars '_'")""",
    f"CREATE TRIGGER IF NOT EXISTS community_indexed_in AFTER INSERT ON community_indexed BEGIN {_IN} END",
    f"CREATE TRIGGER IF NOT EXISTS community_indexed_out AFTER DELETE ON community_indexed BEGIN {_OUT} END",
    f"CREATE TRIGGER IF NOT EXISTS community_indexed_on AFTER UPDATE ON community_indexed BEGIN {_OUT} {_IN} END",
)
_JOINED: Final = " || ' ' || ".join(_COLUMNS)
_THERE: Final = "SELECT 1 FROM pg_indexes WHERE schemaname = current_schema AND indexname = 'community_indexed_words'"
_POSTGRESQL: Final = (
    "ALTER TABLE community_indexed ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS"
    f" (array_to_tsvector(array_remove(string_to_array({_JOINED}, ' '), ''))) STORED",
    # A list of what is still to be sorted in would be read through by every search.
    "CREATE INDEX IF NOT EXISTS community_indexed_words ON community_indexed USING gin (words) WITH (fastupdate = off)",
)


def keep_in_step(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make what keeps the text index in step, where it is not there, as a step of a migration."""
    make(schema_editor.connection)


def take_away(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the text index away, as a step of a migration that is undone; its triggers go with the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE IF EXISTS community_words")


def make(database: BaseDatabaseWrapper) -> None:
    """Make what keeps the text index in step, where it is not there."""
    with database.cursor() as cursor:
        if database.vendor != "sqlite":
            cursor.execute(_THERE)
            if cursor.fetchone():
                return
        for statement in _SQLITE if database.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def tidy(database: BaseDatabaseWrapper) -> None:
    """Build the text index anew from the rows, and pack it."""
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            cursor.execute("INSERT INTO community_words (community_words) VALUES ('rebuild')")
            cursor.execute("INSERT INTO community_words (community_words) VALUES ('optimize')")
        else:
            cursor.execute("ANALYZE community_indexed")
