"""What was typed outlives the session on every form of the local area, for whoever typed it alone."""

from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from connecting_people.community import urls
from connecting_people.community.tests.known import place, to
from connecting_people.people.models import Draft
from tests.cast import PASSWORD
from tests.matrix_community import community_parts

pytestmark = pytest.mark.django_db
TYPED = "7 herons"
# Forms with boxes to type in, and who of the cast can open them. The first test sees to it that all are here.
FORMS = {
    **dict.fromkeys(("find", "add_gap", "wrong", "rate", "improve"), "asha"),
    **dict.fromkeys(("propose", "propose_new", "answer"), "jo"),
    **dict.fromkeys(("add", "edit", "organisation_add", "organisation_edit", "area_add", "area", "bring_in"), "gwen"),
    **dict.fromkeys(("rating_decide", "improvement", "keeper_invite", "proposal", "answer_decide"), "gwen"),
    **dict.fromkeys(("contact_add", "contact_add_there", "contact", "contact_touch"), "ben"),
    **dict.fromkeys(("problem_settle", "gap_move", "gap_words"), "ben"),
}


class Forms(HTMLParser):
    """Reads the forms of a page: where each goes, what it sends, and which of its boxes are typed in."""

    def __init__(self, page):
        super().__init__()
        self.found, self._at = [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        has = dict(attrs)
        if tag == "form":
            self._at = ({}, [])
            if has.get("method") == "post":
                self.found.append((has.get("action"), *self._at))
        name, kind = has.get("name"), has.get("type", "text")
        if self._at is None or not name or tag not in ("input", "textarea"):
            return
        if tag == "textarea" or kind in ("text", "email", "url"):
            self._at[1].append(name)
        elif kind == "hidden" or "checked" in has:
            self._at[0][name] = has.get("value", "on")

    def handle_endtag(self, tag):
        if tag == "form":
            self._at = None


@pytest.fixture
def parts(cast, settings):
    settings.DEMO = True
    return community_parts(cast, cast.gwen, cast.agency, cast.at)


def where(cast, parts, name):
    given = parts | parts.get(f"community:{name}", {})
    (pattern,) = [one for one in urls.urlpatterns if one.name == name]
    takes = {key: given[key] for key in pattern.pattern.converters}
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **takes})


def opened(cast, who, address):
    client = Client()
    client.force_login(cast.user(who))
    return client.get(address)


def typed_into(page, address):
    """Return what the form that goes to an address sends, with something in each of its boxes, and these boxes."""
    forms = [one for one in Forms(page).found if one[0] in (None, address)]
    _action, hidden, boxes = max(forms, key=lambda one: (one[0] == address, len(one[2])))
    return hidden | {box: "7" if box.endswith(("_day", "_month", "_year")) else TYPED for box in boxes}, boxes


def boxes_with(page, address):
    """Return the names of the boxes of a form in which something stands that was typed."""
    said = page.replace("&#x27;", "'")
    return {
        box
        for box in typed_into(page, address)[1]
        if any(f'name="{box}"' in piece and TYPED in piece for piece in _pieces(said))
    }


def _pieces(page):
    for piece in page.split("<")[1:]:
        if piece.startswith(("input", "textarea")):
            yield piece


def test_every_form_with_a_box_to_type_in_is_here(cast, parts):
    for pattern in urls.urlpatterns:
        for who in ("asha", "ben", "gwen", "jo"):
            address = where(cast, parts, pattern.name)
            answer = opened(cast, who, address)
            if pattern.name in FORMS or pattern.name == "keep" or "html" not in answer.get("Content-Type", ""):
                continue
            for action, _hidden, boxes in Forms(answer.text).found:
                kept_elsewhere = any(action == where(cast, parts, name) for name in FORMS)
                assert not boxes or kept_elsewhere or not action, (pattern.name, action, boxes)


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_is_there_after_signing_in_again_and_for_nobody_else(cast, parts, name):
    address, who = where(cast, parts, name), FORMS[name]
    before = opened(cast, who, address).text
    sent, boxes = typed_into(before, address)
    assert boxes

    answer = Client().post(address, sent)

    assert answer.status_code == 302
    assert unquote(answer.url) == f"/accounts/login/?next={address}"
    for other in {"asha", "ben", "gwen", "jo"} - {who}:
        assert TYPED not in opened(cast, other, address).text
    page = opened(cast, who, address)
    # A place that nobody knows is said at once beside its box.
    assert page.status_code == (422 if name == "find" else 200)
    assert boxes_with(page.text, address) == {box for box in boxes if sent[box] == TYPED}


def test_rows_of_times_and_prices_come_back_as_they_were_typed(cast, parts):
    address = where(cast, parts, "edit")
    sent, boxes = typed_into(opened(cast, "ben", address).text, address)
    sent = {name: value for name, value in sent.items() if name not in boxes}
    sent |= {"name": "Evening walkers", "time-1-often": "W2", "time-1-days": ["WE", "FR"], "time-1-opens": "19:00"}

    Client().post(address, sent)
    page = opened(cast, "ben", address).text
    again = typed_into(page, address)[0]

    assert again["time-TOTAL_FORMS"] == "4"
    assert page.count('name="time-1-days"') == 7
    assert [page.count(f'value="{day}" checked') for day in ("WE", "FR", "SA")] == [1, 1, 0]


def test_a_search_comes_back_once_and_then_makes_room_for_the_next(cast, parts):
    address = where(cast, parts, "find")
    sent = typed_into(opened(cast, "asha", address).text, address)[0] | {"q": "herons", "near": ""}
    Client().post(address, sent)

    assert 'value="herons"' in opened(cast, "asha", address).text
    assert 'value="herons"' not in opened(cast, "asha", address).text


def test_words_of_a_search_that_were_on_their_way_to_the_board_wait_in_its_box(cast, parts):
    search = where(cast, parts, "find")
    mark = typed_into(opened(cast, "asha", search).text, search)[0]["keep"]
    Client().post(where(cast, parts, "add_gap"), {"words": "herons", "keep": mark})

    assert ">herons</textarea>" in opened(cast, "asha", where(cast, parts, "add_gap")).text.replace("\n", "")


@pytest.mark.django_db(transaction=True)
def test_somebody_signs_in_again_and_goes_on_writing(cast, page, live_server, settings, client):
    settings.DEMO = True
    asset = place(cast)
    client.force_login(cast.ben)
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto(live_server.url + to(cast, "edit", asset_id=asset.pk))
    page.get_by_label("What is it?", exact=True).fill("A hall with seven herons")
    page.get_by_text("How to reach them").click()
    page.get_by_label("Number").first.fill("01632 960 001")
    cast.ben.usersession_set.all().delete()
    Session.objects.all().delete()

    page.get_by_role("button", name="Keep this").click()
    page.get_by_label("E-mail address").fill(cast.ben.email)
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page.get_by_label("What is it?", exact=True)).to_have_value("A hall with seven herons")
    expect(page.get_by_label("Number").first).to_have_value("01632 960 001")
    page.get_by_role("button", name="Keep this").click()
    page.wait_for_url(f"**{to(cast, 'asset', asset_id=asset.pk)}")
    asset.refresh_from_db()
    assert asset.document["description"] == "A hall with seven herons"
    assert asset.document["phones"][0]["number"] == "01632 960 001"
    assert not Draft.objects.exists()
