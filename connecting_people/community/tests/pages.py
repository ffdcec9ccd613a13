"""What the tests of the pages share: addresses, somebody signed in, and the form of an entry as a browser sends it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from connecting_people.community.forms.entry import EntryForms
from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import organisations
from connecting_people.community.queries.places import has_kept_address
from connecting_people.community.writing import new_document
from connecting_people.ui.days import DayWidget
from tests.cast import Cast


def address(cast: Cast, name: str, **more: Any) -> str:
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **more})


def signed_in(cast: Cast, who: str = "ben") -> Client:
    client = Client()
    client.force_login(cast.user(who))
    return client


def filled_in(cast: Cast, asset: Asset | None = None, **typed: Any) -> dict[str, Any]:
    """Return what a browser sends when nothing but `typed` was changed on the form; "__" stands for "-"."""
    forms = EntryForms(
        asset.document if asset else new_document(),
        organisations(cast.agency.pk),
        organisation_id=asset.organisation_id if asset else None,
        version=asset.version if asset else 0,
        kept=bool(asset) and has_kept_address(asset),
    )
    sent: dict[str, Any] = {}
    for formset in (forms.times, forms.places, forms.prices, forms.phones):
        sent |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
    for form in forms.every:
        for bound in form:
            sent |= _boxes(bound)
    return sent | {name.replace("__", "-"): value for name, value in typed.items()}


def _boxes(bound: Any) -> dict[str, Any]:
    value = bound.value()
    if isinstance(bound.field.widget, DayWidget):
        parts = zip(("day", "month", "year"), bound.field.widget.decompress(value), strict=True)
        return {f"{bound.html_name}_{name}": part or "" for name, part in parts}
    if value is True:
        return {bound.html_name: "on"}
    return {} if value in (None, False, []) else {bound.html_name: value}
