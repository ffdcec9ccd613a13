"""The open feed: what an agency knows of its area, in the words of Open Referral UK (HSDS-UK 3.0)."""

import json
from typing import Any, Final
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET
from ninja import NinjaAPI, Path, Query
from ninja.errors import ValidationError

from connecting_people.api import presenters, queries
from connecting_people.api.answers import Details, Trouble, models, page_of
from connecting_people.api.asking import Paged, PlacesAsked, ServicesAsked
from connecting_people.api.limits import Limit, TooMany
from connecting_people.people.models import Agency

ABOUT: Final = (
    "What an agency knows of its local area, in Open Referral UK. Open to all, to be read alone. A field without a "
    "value is left out. Services that have closed stay, with the status that says so."
)
api = NinjaAPI(
    title="Open Referral UK", version=presenters.VERSION, description=ABOUT, docs_url=None, openapi_url=None,
    urls_namespace="api",
)  # fmt: skip
limit = Limit()


def _may_fail(answer: Any) -> dict[int, Any]:
    return {200: answer, 404: Trouble, 422: Trouble, 429: Trouble}


def _feed(request: HttpRequest) -> Agency:
    limit.count(get_adapter().get_client_ip(request), at=timezone.now())
    assert request.resolver_match
    return queries.agency_of_feed(request.resolver_match.kwargs["agency_id"])


def _sent(said: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type="application/json")


@api.get("/", response=_may_fail(Details), url_name="details", operation_id="details", summary="What this API is")
def details(request: HttpRequest) -> HttpResponse:
    """Say which standard this is, and where its OpenAPI document lies."""
    agency = _feed(request)
    document = request.build_absolute_uri(reverse("api:document", kwargs={"agency_id": agency.pk}))
    return _sent({"version": presenters.VERSION, "profile": presenters.PROFILE, "openapi_url": document})


@api.get("/services", response=_may_fail(page_of("service")), url_name="services", operation_id="services")
def services(request: HttpRequest, asked: Query[ServicesAsked]) -> HttpResponse:
    """List services."""
    agency = _feed(request)
    total, rows = queries.page_of(queries.services(agency, asked), asked)
    shown = presenters.service if asked.full else presenters.in_list
    return _sent(presenters.page(asked, total, [shown(agency, row) for row in rows]))


@api.get("/services/{id}", response=_may_fail(models()["service"]), url_name="service", operation_id="service")
def service(request: HttpRequest, id: Path[UUID]) -> HttpResponse:
    """Give one service with all that is nested in it."""
    agency = _feed(request)
    return _sent(presenters.service(agency, queries.service_in(agency, id)))


@api.get("/taxonomies", response=_may_fail(page_of("taxonomy")), url_name="taxonomies", operation_id="taxonomies")
def taxonomies(request: HttpRequest, asked: Query[Paged]) -> HttpResponse:
    """List taxonomies."""
    total, found = queries.taxonomies(_feed(request), asked)
    return _sent(presenters.page(asked, total, [presenters.taxonomy(one) for one in found]))


@api.get("/taxonomies/{id}", response=_may_fail(models()["taxonomy"]), url_name="taxonomy", operation_id="taxonomy")
def taxonomy(request: HttpRequest, id: Path[UUID]) -> HttpResponse:
    """Give one taxonomy with its terms."""
    return _sent(presenters.taxonomy(*queries.taxonomy_in(_feed(request), id)))


@api.get("/taxonomy_terms", response=_may_fail(page_of("taxonomy_term")), url_name="terms", operation_id="terms")
def taxonomy_terms(request: HttpRequest, asked: Query[Paged]) -> HttpResponse:
    """List terms."""
    total, found = queries.taxonomy_terms(_feed(request), asked)
    return _sent(presenters.page(asked, total, [presenters.term(one) for one in found]))


@api.get("/taxonomy_terms/{id}", response=_may_fail(models()["taxonomy_term"]), url_name="term", operation_id="term")
def taxonomy_term(request: HttpRequest, id: Path[UUID]) -> HttpResponse:
    """Give one term."""
    return _sent(presenters.term(queries.taxonomy_term_in(_feed(request), id)))


@api.get("/service_at_locations", response=_may_fail(page_of("alone")), url_name="places", operation_id="places")
def service_at_locations(request: HttpRequest, asked: Query[PlacesAsked]) -> HttpResponse:
    """List where services are."""
    agency = _feed(request)
    total, rows = queries.page_of(queries.places(agency, asked), asked)
    return _sent(presenters.page(asked, total, [presenters.place_in_list(agency, row) for row in rows]))


@api.get("/service_at_locations/{id}", response=_may_fail(models()["alone"]), url_name="place", operation_id="place")
def service_at_location(request: HttpRequest, id: Path[UUID]) -> HttpResponse:
    """Give one place where a service is, with that service."""
    agency = _feed(request)
    return _sent(presenters.place(agency, queries.place_in(agency, id)))


@require_GET
def document(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Give the OpenAPI document of one agency's feed."""
    _feed(request)
    return _sent(described(request.build_absolute_uri(reverse("api:details", kwargs={"agency_id": agency_id}))))


def described(base: str) -> dict[str, Any]:
    """Return the OpenAPI document of the feed at an address."""
    said: dict[str, Any] = _without_nulls({**api.get_openapi_schema(path_prefix="")})
    return said | {"servers": [{"url": base.rstrip("/")}]}


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_nulls(inner) for name, inner in value.items() if inner is not None}
    return [_without_nulls(inner) for inner in value] if isinstance(value, list) else value


@api.exception_handler(Http404)
def _not_here(request: HttpRequest, why: Http404) -> HttpResponse:
    return _sent({"detail": str(why)}, 404)


@api.exception_handler(TooMany)
def _too_many(request: HttpRequest, why: TooMany) -> HttpResponse:
    response = _sent({"detail": str(why)}, 429)
    response["Retry-After"] = str(why.wait)
    return response


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, why: ValidationError) -> HttpResponse:
    # Each place once: a field that may be left out has two ways of not fitting.
    said = {next(part for part in one["loc"][1:] if part != "asked"): one["msg"] for one in reversed(why.errors)}
    return _sent({"detail": "; ".join(f"{name}: {reason}" for name, reason in said.items())}, 422)
