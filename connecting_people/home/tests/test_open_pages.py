import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_about_thanks_those_it_comes_from_and_says_what_is_not_official(client):
    page = client.get(reverse("home:about")).content.decode()
    for said in ("Training Manual", "NIHR School for Social Care Research", "university researchers", "not official"):
        assert said in page


def test_the_accessibility_page_says_what_is_not_known(client):
    page = client.get(reverse("home:accessibility")).content.decode()
    assert "have not tested the pages yet" in page


@pytest.mark.parametrize("name", ["home:about", "home:accessibility"])
def test_they_are_not_sent_twice(client, name):
    first = client.get(reverse(name))
    again = client.get(reverse(name), headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
