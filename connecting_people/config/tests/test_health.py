"""Whoever watches the server asks by http from beside it, where every other page asks for https."""

import pytest


@pytest.mark.django_db
def test_it_answers_by_http_and_other_pages_move_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    health = client.get("/healthz")

    assert (health.status_code, health.content) == (200, b"ok")
    assert client.get("/model/").status_code == 301
    assert client.get("/healthz/").status_code == 301


@pytest.mark.django_db
def test_it_keeps_nothing_and_knows_nobody(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")

    assert not response.cookies
