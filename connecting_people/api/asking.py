"""What may be asked of the feed: the standard's query parameters, each within bounds."""

from datetime import time
from typing import Annotated, Final, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema

MOST_PAGES: Final = 1_000_000
MOST_A_PAGE: Final = 100
NEAR: Final = 5_000
FARTHEST: Final = 500_000
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Unsaid = SkipJsonSchema[None]
Age = Annotated[float, Field(ge=0, le=150)] | Unsaid
# Every clock here is in Britain, whatever zone somebody adds to it.
Local = AfterValidator(lambda said: said.replace(tzinfo=None))
Clock = Annotated[time, Local, Field(json_schema_extra={"format": "time", "examples": ["10:30"]})] | Unsaid


class Paged(Schema):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=MOST_PAGES, description="Page number, from 1.")
    per_page: int = Field(50, ge=1, le=MOST_A_PAGE, description=f"Items on a page, at most {MOST_A_PAGE}.")


class Asked(Paged):
    """Which services."""

    search: str = Field("", max_length=200, description="Words that the name or description holds.")
    taxonomy_term_id: UUID | Unsaid = Field(None, description="Services that have this term.")
    taxonomy_id: UUID | Unsaid = Field(None, description="Services that have any term of this taxonomy.")
    minimum_age: Age = Field(None, description="Services whose minimum age is at least this.")
    maximum_age: Age = Field(None, description="Services whose maximum age is at most this.")
    start_time: Clock = Field(None, description="Services that begin at this time or later, such as 10:30.")
    end_time: Clock = Field(None, description="Services that end at this time or earlier, such as 16:00.")
    day: Day | Unsaid = Field(None, description="Services on this day of the week.")


class ServicesAsked(Asked):
    """Which services, and how much of each."""

    full: bool = Field(False, description="Give each service with all that is nested in it.")


class PlacesAsked(Asked):
    """Which services at which locations."""

    postcode: str = Field("", max_length=10, description="Places near this postcode.")
    proximity: float = Field(
        NEAR, ge=0, le=FARTHEST, description=f"How near, in metres; counts with a postcode alone; {NEAR} if not said."
    )
