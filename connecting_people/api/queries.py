"""What the feed reads: one agency's entries, narrowed as asked, a page at a time."""

import math
from collections.abc import Sequence
from typing import Final, TypeVar
from uuid import UUID

from django.db.models import Exists, F, FloatField, Model, OuterRef, Q, QuerySet, Value
from django.db.models.lookups import LessThanOrEqual
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.api.asking import Asked, Paged, PlacesAsked
from connecting_people.community import terms
from connecting_people.community.models import (
    Asset,
    AssetHours,
    AssetTerm,
    Postcode,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from connecting_people.community.search import with_words
from connecting_people.community.standard import Document
from connecting_people.community.stems import MOST, stems
from connecting_people.people.models import Agency

M = TypeVar("M", bound=Model)
A_DEGREE: Final = 111_195.0  # metres from one degree of latitude to the next
MOST_TERMS: Final = 5_000


def agency_of_feed(agency_id: UUID) -> Agency:
    """Return the agency whose feed it is; Http404 where there is none."""
    found = Agency.objects.filter(pk=agency_id).first()
    if found is None:
        raise Http404(_("There is no directory at this address."))
    return found


def page_of(rows: "QuerySet[M]", asked: Paged) -> tuple[int, list[M]]:
    """Return how many there are in all, and those of one page."""
    begin = (asked.page - 1) * asked.per_page
    total = rows.count()
    return total, list(rows[begin : begin + asked.per_page]) if begin < total else []


def services(agency: Agency, asked: Asked) -> "QuerySet[Asset]":
    """Return the services that were asked for, by name."""
    rows = Asset.objects.filter(agency=agency).select_related("organisation").order_by("name", "pk")
    return _narrowed(rows, agency, asked)


def service_in(agency: Agency, id: UUID) -> Asset:
    """Return one service; Http404 where the directory has none of this id."""
    rows = Asset.objects.filter(agency=agency, standard_id=id).select_related("organisation")
    return _found(rows.first(), _("There is no service of this id here."))


def places(agency: Agency, asked: PlacesAsked) -> "QuerySet[ServiceAtLocation]":
    """Return the places at which services are that were asked for, in an order that stays."""
    rows = ServiceAtLocation.objects.filter(agency=agency).select_related("asset__organisation")
    narrowed = _narrowed(Asset.objects.filter(agency=agency), agency, asked)
    if narrowed.query.where.children[1:]:
        rows = rows.filter(asset__in=narrowed.order_by().values("pk"))
    if asked.postcode:
        rows = rows.filter(_near(_where(asked.postcode), asked.proximity))
    return rows.order_by("standard_id", "pk")


def place_in(agency: Agency, id: UUID) -> ServiceAtLocation:
    """Return one service at a location; Http404 where the directory has none of this id."""
    rows = ServiceAtLocation.objects.filter(agency=agency, standard_id=id).select_related("asset__organisation")
    return _found(rows.order_by("pk").first(), _("There is no service at a location of this id here."))


def taxonomies(agency: Agency, asked: Paged) -> tuple[int, list[Document]]:
    """Return how many taxonomies there are, ours and those that came with feeds, and those of one page."""
    ours = [terms.taxonomy_document(key) for key in terms.taxonomies()]
    return _after(ours, Taxonomy.objects.filter(agency=agency).order_by("name", "pk"), asked)


def taxonomy_in(agency: Agency, id: UUID) -> tuple[Document, list[Document]]:
    """Return one taxonomy and its terms; Http404 where there is none of this id."""
    for key, one in terms.taxonomies().items():
        if one.id == id:
            return terms.taxonomy_document(key), [terms.term_document(key, term) for term in one.terms]
    row = Taxonomy.objects.filter(agency=agency, standard_id=id).first()
    found = _found(row, _("There is no taxonomy of this id here."))
    return found.document, list(found.terms.order_by("name", "pk").values_list("document", flat=True)[:MOST_TERMS])


def taxonomy_terms(agency: Agency, asked: Paged) -> tuple[int, list[Document]]:
    """Return how many terms there are, ours and those that came with feeds, and those of one page."""
    ours = [terms.term_document(key, term) for key, one in terms.taxonomies().items() for term in one.terms]
    return _after(ours, TaxonomyTerm.objects.filter(agency=agency).order_by("name", "pk"), asked)


def taxonomy_term_in(agency: Agency, id: UUID) -> Document:
    """Return one term; Http404 where there is none of this id."""
    for key, one in terms.taxonomies().items():
        for term in one.terms:
            if terms.term_id(key, term) == id:
                return terms.term_document(key, term)
    row = TaxonomyTerm.objects.filter(agency=agency, standard_id=id).first()
    found: Document = _found(row, _("There is no term of this id here.")).document
    return found


def _narrowed(rows: "QuerySet[Asset]", agency: Agency, asked: Asked) -> "QuerySet[Asset]":
    if asked.minimum_age is not None:
        rows = rows.filter(minimum_age__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        rows = rows.filter(maximum_age__lte=asked.maximum_age)
    mine = AssetTerm.objects.filter(agency=agency, asset=OuterRef("pk"))
    if asked.taxonomy_term_id:
        rows = rows.filter(Exists(mine.filter(term_id=asked.taxonomy_term_id)))
    if asked.taxonomy_id:
        known = TaxonomyTerm.objects.filter(agency=agency, taxonomy__standard_id=asked.taxonomy_id)
        of = Q(taxonomy_id=asked.taxonomy_id) | Q(term_id__in=known.values("standard_id"))
        rows = rows.filter(Exists(mine.filter(of)))
    # One and the same time of the week must answer to all that is asked of it.
    when = {"day": asked.day, "opens__gte": asked.start_time, "closes__lte": asked.end_time}
    when = {name: value for name, value in when.items() if value is not None}
    if when:
        rows = rows.filter(Exists(AssetHours.objects.filter(agency=agency, asset=OuterRef("pk"), **when)))
    words = stems(asked.search)[:MOST]
    return rows.filter(pk__in=with_words(agency.pk, words)) if words else rows


def _where(postcode: str) -> Postcode:
    plain = "".join(filter(str.isalnum, postcode)).upper()
    found = Postcode.objects.filter(pk__in=[plain, f"{plain[:-3]} {plain[-3:]}"]).first()
    return _found(found, _("We do not know where this postcode is."))


def _near(here: Postcode, metres: float) -> Q:
    """Ask for what lies within a circle: plane enough over the few miles that matter, on either database."""
    north = metres / A_DEGREE
    round_it = A_DEGREE * math.cos(math.radians(here.latitude))
    box = Q(latitude__range=(here.latitude - north, here.latitude + north))
    up = (F("latitude") - here.latitude) * A_DEGREE
    along = (F("longitude") - here.longitude) * round_it
    return box & Q(LessThanOrEqual(up * up + along * along, Value(metres * metres, FloatField())))


def _after(ours: Sequence[Document], rows: "QuerySet[M]", asked: Paged) -> tuple[int, list[Document]]:
    """Return one page of a list that begins with what is ours."""
    begin = (asked.page - 1) * asked.per_page
    mine = list(ours[begin : begin + asked.per_page])
    rest = max(0, begin - len(ours))
    found = rows.values_list("document", flat=True)[rest : rest + asked.per_page - len(mine)]
    return len(ours) + rows.count(), [*mine, *found]


def _found(row: M | None, reason: str) -> M:
    if row is None:
        raise Http404(reason)
    return row
