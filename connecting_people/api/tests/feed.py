"""What the tests of the feed share: its addresses, and how it is asked."""

from typing import Any

from django.test import Client
from django.urls import reverse

from connecting_people.people.models import Agency


def base(agency: Agency) -> str:
    return reverse("api:details", kwargs={"agency_id": agency.pk})


def ask(agency: Agency, path: str = "", status: int = 200, **asked: Any) -> Any:
    response = Client().get(base(agency) + path, asked)
    assert response.status_code == status, response.content
    return response.json()


def names(agency: Agency, path: str = "services", **asked: Any) -> list[str]:
    return [(one.get("service") or one)["name"] for one in ask(agency, path, **asked)["contents"]]
