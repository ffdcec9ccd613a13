from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse


class Visitor:
    """Somebody at their browser."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, name: str, **kwargs: Any) -> Any:
        return self.client.get(reverse(f"partnership:{name}", kwargs=kwargs))

    def post(self, name: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        return self.client.post(reverse(f"partnership:{name}", kwargs=kwargs), data or {})


@pytest.fixture
def visit(cast: Any, settings: Any) -> Callable[[str], Visitor]:
    """Sit somebody of the cast down at a browser of their own; their second factor is no matter here."""
    settings.DEMO = True

    def visitor(name: str) -> Visitor:
        client = Client()
        if user := cast.user(name):
            client.force_login(user)
        return Visitor(client)

    return visitor
