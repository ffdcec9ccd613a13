"""What the feed answers, as types for its OpenAPI document: made from the same table that every entry is judged by."""

from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Final, Union
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from connecting_people.api.asking import Unsaid
from connecting_people.community.standard import ENTITIES, Entity, Value

_EITHER: Any = Union  # a name that is looked up later cannot be joined with |
_TYPES: Final[dict[str, Any]] = {
    "text": str,
    "uuid": UUID,
    "uri": Annotated[str, Field(json_schema_extra={"format": "uri"})],
    "email": str,
    "number": float,
    "whole": float,
    "date": date,
    "time": str,
    "moment": datetime,
}


class Open(Schema):
    """Whatever a feed said beside the standard's own fields is passed on."""

    model_config = ConfigDict(extra="allow")


class Details(Schema):
    """What this API is, as the standard asks of the base address."""

    version: str
    profile: Annotated[str, Field(json_schema_extra={"format": "uri"})]
    openapi_url: Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Trouble(Schema):
    """Why there is no answer, in a sentence."""

    detail: str


class Envelope(Schema):
    """One page of a list."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


@cache
def models() -> dict[str, Any]:
    """Return a type for each entity of the standard, by its name there."""
    found: dict[str, Any] = {}
    for name, entity in ENTITIES.items():
        found[name] = create_model(_titled(name), __base__=Open, **_fields(entity))
    # Where a service is lists no service; a place that stands alone says which service is there.
    alone: Any = {"service": (found["service"], ...)}
    found["alone"] = create_model("ServiceAtLocationAlone", __base__=found["service_at_location"], **alone)
    names = {_titled(name): model for name, model in found.items()}
    for model in found.values():
        model.model_rebuild(_types_namespace=names)
    return found


@cache
def page_of(name: str) -> Any:
    """Return the type of a page with entities of one name."""
    model = models()[name]
    contents: Any = (list.__class_getitem__(model), ...)
    return create_model(f"PageOf{model.__name__}", __base__=Envelope, contents=contents)


def _titled(name: str) -> str:
    return name.title().replace("_", "")


def _fields(entity: Entity) -> dict[str, Any]:
    fields = {name: _field(value) for name, value in entity.fields.items()}
    fields |= {name: (_maybe(f"list[{_titled(inner)}]"), None) for name, inner in entity.lists.items()}
    return fields | {name: (_maybe(_titled(inner)), None) for name, inner in entity.parts.items()}


def _field(value: Value) -> tuple[Any, Any]:
    kind = _TYPES[value.type.name]
    if value.one_of:
        kind = Annotated[str, Field(json_schema_extra={"enum": list(value.one_of)})]
    return (kind, ...) if value.required else (_maybe(kind), None)


def _maybe(kind: Any) -> Any:
    """Return the type of a field that may be left out; the document does not say null, since the feed never does."""
    return _EITHER[kind, Unsaid]
