"""Queries of the hottest pages: written with the ORM, compiled once, and run with other values ever after.

`add` and `change` do the same for rows that every page writes.

Building the SQL of a query costs Django five to ten times what running it costs the database (docs/performance.md).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model, QuerySet
from django.db.models.expressions import BaseExpression

M = TypeVar("M", bound=Model)
Row = tuple[Any, ...]
Writing = tuple[str, list["Field[Any, Any]"]]  # the SQL, and whose values it takes
_CHUNK: Final = 100
# Two stand-ins of each type: where the SQL's parameters differ between them, a value of that name belongs.
_STAND_INS: Final[dict[type, tuple[Any, Any]]] = {
    UUID: (UUID(int=1), UUID(int=2)),
    str: ("one", "two"),
    int: (1_000_001, 1_000_002),
    date: (date(1901, 1, 1), date(1902, 2, 2)),
    datetime: (datetime(1901, 1, 1, tzinfo=UTC), datetime(1902, 2, 2, tzinfo=UTC)),
}


class _Compiled:
    """SQL for one kind of database, the places of its values, and how its columns become Python's."""

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"], types: dict[str, type]) -> None:
        first = {name: _STAND_INS[kind][0] for name, kind in types.items()}
        self.sql, self.parameters = _compile(build(**first))
        self.places: dict[str, list[int]] = {}
        for name, kind in types.items():
            _, other = _compile(build(**first | {name: _STAND_INS[kind][1]}))
            self.places[name] = [i for i, (a, b) in enumerate(zip(self.parameters, other, strict=True)) if a != b]
        compiler = build(**first).query.get_compiler(connection=connection)
        compiler.as_sql()
        columns = compiler.get_converters([expression for expression, _, _ in compiler.select])
        self.converters: list[tuple[int, Sequence[Any], BaseExpression]] = [
            (i, converters, expression) for i, (converters, expression) in columns.items()
        ]


class Prepared:
    """A query as a function of its values; `build` takes them by name and returns a queryset of `values_list`.

    Values may be UUID, str, int, date or datetime, and none may be None: that is another query.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"]) -> None:
        self._build = build
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    def rows(self, **values: Any) -> Iterator[Row]:
        """Yield the rows for these values, and read no further than is asked for."""
        database = connections[DEFAULT_DB_ALIAS]  # `connection` looks it up anew for every word
        key = (database.vendor, *values)
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = _Compiled(self._build, {n: _kind(v) for n, v in values.items()})
        parameters = list(compiled.parameters)
        for name, places in compiled.places.items():
            value = _for_database(values[name], database)
            for place in places:
                parameters[place] = value
        with database.cursor() as cursor:
            cursor.execute(compiled.sql, parameters)
            while chunk := cursor.fetchmany(_CHUNK):
                for row in chunk:
                    yield _converted(row, compiled.converters, database)

    def first(self, **values: Any) -> Row | None:
        """Return the first row for these values, if there is one."""
        return next(self.rows(**values), None)


def add(row: Model) -> None:
    """Write a new row as it stands, without what `save` does besides."""
    _write(row, *_insert(type(row), connection.vendor))


def change(row: Model) -> None:
    """Write every column of a row that is there, as `add` does."""
    _write(row, *_update(type(row), connection.vendor))


@cache
def columns_of(model: type[Model], prefix: str = "") -> tuple[str, ...]:
    """Return the names of a model's columns, for `values_list`, as seen through `prefix`."""
    return tuple(prefix + field.attname for field in model._meta.concrete_fields)


def made(model: type[M], values: Sequence[Any]) -> M:
    """Return the object whose `columns_of` have these values."""
    return model.from_db(DEFAULT_DB_ALIAS, columns_of(model), values)


@cache
def _insert(model: type[Model], vendor: str) -> Writing:
    fields = list(model._meta.concrete_fields)
    table, *columns = _quoted(model, fields)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})", fields


@cache
def _update(model: type[Model], vendor: str) -> Writing:
    key = model._meta.pk
    fields = [field for field in model._meta.concrete_fields if field != key] + [key]
    table, *columns, key_column = _quoted(model, fields)
    return f"UPDATE {table} SET {', '.join(f'{column} = %s' for column in columns)} WHERE {key_column} = %s", fields


def _quoted(model: type[Model], fields: "list[Field[Any, Any]]") -> list[str]:
    names = [model._meta.db_table, *(str(field.column) for field in fields)]
    return [connection.ops.quote_name(name) for name in names]


def _write(row: Model, sql: str, fields: "list[Field[Any, Any]]") -> None:
    database = connections[DEFAULT_DB_ALIAS]
    with database.cursor() as cursor:
        cursor.execute(sql, [field.get_db_prep_save(getattr(row, field.attname), database) for field in fields])


def _compile(rows: "QuerySet[Any, Any]") -> tuple[str, tuple[Any, ...]]:
    sql, parameters = rows.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(parameters)


def _kind(value: Any) -> type:
    return next(kind for kind in (UUID, str, int, datetime, date) if isinstance(value, kind))


def _for_database(value: Any, database: BaseDatabaseWrapper) -> Any:
    if isinstance(value, UUID):
        return value if database.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return database.ops.adapt_datetimefield_value(value)
    return database.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _converted(
    row: Row, converters: list[tuple[int, Sequence[Any], BaseExpression]], database: BaseDatabaseWrapper
) -> Row:
    changed = list(row)
    for place, each, expression in converters:
        for convert in each:
            changed[place] = convert(changed[place], expression, database)
    return tuple(changed)
