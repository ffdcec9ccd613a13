"""Django's fields, drawn."""

import datetime
import re

import pytest
from django import forms
from django.template import engines

from connecting_people.ui.days import DateField
from connecting_people.ui.examples import EveryField
from connecting_people.ui.fields import drawn, errors_of

NICE = [("a", "Apples"), ("b", "Bread")]


class Small(forms.Form):
    note = forms.CharField(label="Note", help_text="As you like", widget=forms.Textarea(attrs={"maxlength": 200}))
    which = forms.ChoiceField(label="Which?", choices=NICE, widget=forms.RadioSelect)
    due = DateField(label="When?")
    token = forms.CharField(widget=forms.HiddenInput)


def draw(bound: forms.BoundField) -> str:
    source = '{% from "ui/components/field.html" import field %}{{ field(bound) }}'
    return engines["jinja2"].from_string(source).render({"bound": bound})


@pytest.mark.parametrize("name", EveryField.base_fields)
def test_every_kind_of_field_is_drawn_with_its_label_and_what_was_typed(name):
    typed = {"name": "Asha", "whose": "me", "ways": ["call"], "how_far": "bus", "many": "x", "words": "<b>hello</b>"}
    form = EveryField(typed)

    html = draw(form[name])

    assert str(form[name].label) in html
    assert "<b>" not in html
    if form[name].errors:
        assert str(form[name].errors[0]) in html
        assert f"{form[name].auto_id}-error" in html


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("whose", 'value="me" checked'),
        ("ways", 'value="call" checked'),
        ("how_far", 'value="bus" selected'),
        ("many", 'value="x"'),
        ("words", "hello"),
    ],
)
def test_what_was_typed_stays(name, mark):
    form = EveryField({"whose": "me", "ways": ["call"], "how_far": "bus", "many": "x", "words": "hello"})

    assert mark in draw(form[name])


def test_hint_and_error_are_tied_to_the_box():
    html = draw(Small({})["note"])

    assert 'aria-describedby="id_note-hint id_note-error"' in html
    assert 'maxlength="200"' in html


def test_what_a_box_to_tick_means_is_said_under_its_words():
    class Device(forms.Form):
        own = forms.BooleanField(label="Only I use this device", help_text="Leave this empty on a shared one.")

    html = draw(Device({})["own"])

    assert html.index("Only I use this device") < html.index("Leave this empty")
    assert re.search(r'aria-describedby="[^"]*id_own[^"]*hint', html)


def test_a_password_is_never_sent_back():
    assert "secret" not in draw(EveryField({"password": "secret"})["password"])


def test_a_day_from_the_database_fills_three_boxes():
    items = drawn(Small(initial={"due": datetime.date(2026, 3, 27)})["due"]).params["items"]

    assert [item["value"] for item in items] == ["27", "3", "2026"]


def test_a_hidden_field_has_no_label():
    assert draw(Small(initial={"token": "abc"})["token"]).strip() == (
        '<input type="hidden" name="token" id="id_token" value="abc">'
    )


def test_a_field_that_is_switched_off_says_so():
    form = Small()
    form.fields["note"].disabled = True

    assert " disabled" in draw(form["note"])


def test_choices_in_groups_and_with_hints_are_drawn_in_a_row():
    form = Small()
    form.fields["which"].choices = [("Food", NICE), ("c", "Company")]
    form.fields["which"].widget.hints = {"a": "Red ones"}

    html = draw(form["which"])

    assert all(word in html for word in ("Apples", "Bread", "Company", "Red ones"))


def test_a_widget_that_nobody_can_draw_is_a_mistake_of_ours():
    class Odd(forms.Form):
        odd = forms.SplitDateTimeField()

    with pytest.raises(TypeError, match="SplitDateTimeWidget"):
        drawn(Odd()["odd"])


def test_the_summary_leads_to_each_field_and_says_which_one_it_is_about():
    items = errors_of(Small({"due_day": "31", "due_month": "2", "due_year": "2026"}))

    assert {"text": "Note: Please fill this in", "href": "#id_note"} in items
    assert {"text": "Which? Please choose one", "href": "#id_which"} in items
    assert {"text": "Check the day: there is no such day in that month", "href": "#id_due-day"} in items


def test_words_that_are_too_long_are_asked_to_be_shorter_in_our_words_and_by_name():
    class Short(forms.Form):
        name = forms.CharField(label="Name", max_length=5)

    form = Short({"name": "Persephone"})

    said = "Make this a little shorter: 5 letters fit, and there are 10"
    assert form.errors["name"] == [said]
    assert errors_of(form) == [{"text": f"Name: {said}", "href": "#id_name"}]


def test_the_summary_takes_several_forms_and_what_belongs_to_no_field():
    first, second = Small({}), Small({})
    first.add_error(None, "Someone changed this meanwhile")

    items = errors_of([first, second])

    assert {"text": "Someone changed this meanwhile"} in items
    assert len(items) == 9
