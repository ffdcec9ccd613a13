"""What every template can say."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

SUMMER = datetime.datetime(2026, 7, 3, 13, 5, tzinfo=datetime.UTC)


def say(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ at|day }}", "3 July 2026"),
        ("{{ at|moment }}", "3 July 2026, 14:05"),
        ("{{ at|month }}", "July 2026"),
        ("{{ at|stamp }}", "3 July 2026, 14:05"),
        ("{{ at.date()|stamp }}", "3 July 2026"),
        ("{{ 'this morning'|stamp }}", "this morning"),
        ("{{ date(none) }}{{ moment(none) }}{{ none|stamp }}", ""),
        ("{{ 'Asha Rahman'|initials }}{{ 'Ben'|initials }}{{ '42'|initials }}", "ARB"),
        ("{{ url('ui:look') }}", "/look/"),
        ("{{ url_if('nowhere:at_all') }}", ""),
        ("{{ '<b>'|e }}", "&lt;b&gt;"),
        ("{{ '<b>' }}", "&lt;b&gt;"),
        ("{{ missing.deep.down }}", ""),
    ],
)
def test_days_names_and_addresses(source, words):
    assert say(source, at=SUMMER) == words


def test_months_are_in_the_readers_language():
    with translation.override("cy"):
        assert say("{{ at|month }}", at=SUMMER) == "Gorffennaf 2026"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ _('Tea & cake') }}", "Tea & cake"),
        ("{{ _('For %(name)s', name=name) }}", "For &lt;Ben&gt;"),
        ("{{ _('100%% of it') }}", "100% of it"),
        ("{% autoescape false %}{{ _('For %(name)s', name=name) }}{% endautoescape %}", "For <Ben>"),
    ],
)
def test_words_hold_what_is_said_in_them_and_only_pages_escape_it(source, said):
    assert say(source, name="<Ben>") == said


def test_the_same_words_follow_the_language_from_one_page_to_the_next():
    with translation.override("cy"):
        in_welsh = say("{{ _('Thursday') }}, {{ at|day }}", at=SUMMER)

    assert in_welsh == "Dydd Iau, 3 Gorffennaf 2026"
    assert say("{{ _('Thursday') }}, {{ at|day }}", at=SUMMER) == "Thursday, 3 July 2026"


def test_each_form_has_a_token_of_its_own():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    first, second = (engines["jinja2"].from_string("{{ once() }}").render({"request": request}) for _ in range(2))

    assert first.startswith('<input type="hidden" name="once" value="')
    assert first != second


@pytest.mark.parametrize("side", ["service_user", "practitioner", "supporter", "agency"])
def test_a_voice_says_whose_words_it_is_and_writes_them_as_they_were_said(side):
    source = '{% from "ui/components/voice.html" import voice %}{{ voice(side, "Asha", at, words) }}'

    html = say(source, side=side, at=SUMMER, words="I <3 gardens")

    assert "Asha" in html
    assert "I &lt;3 gardens" in html
    assert f"voice--{side.replace('_', '-')}" in html
