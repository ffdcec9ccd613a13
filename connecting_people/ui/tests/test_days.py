"""A day in three boxes."""

import datetime

import pytest
from django import forms

from connecting_people.ui.days import DateField

TODAY = datetime.date(2026, 3, 3)


def clean(*parts: str, **options: object) -> datetime.date | None:
    return DateField(**options).clean(list(parts))


@pytest.mark.parametrize("month", ["3", "03", "March", "march", "Mar", " 3 "])
def test_a_month_may_be_a_figure_or_a_name(month):
    assert clean("27", month, "2026") == datetime.date(2026, 3, 27)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("", "", ""), "Write the day, the month and the year"),
        (("27", "", "2026"), "Write all three"),
        (("soon", "3", "2026"), "in figures"),
        (("27", "Xy", "2026"), "in figures"),
        (("27", "3", "26"), "four figures"),
        (("31", "2", "2026"), "no such day"),
        (("1", "13", "2026"), "no such day"),
        (("²", "3", "2026"), "in figures"),
    ],
)
def test_what_cannot_be_a_day_is_said_in_plain_words(parts, words):
    with pytest.raises(forms.ValidationError, match=words):
        clean(*parts)


def test_a_day_that_has_passed_is_not_taken_where_one_to_come_is_asked_for():
    with pytest.raises(forms.ValidationError, match="Choose a day that has not passed yet"):
        clean("2", "3", "2026", earliest=TODAY)


def test_a_day_to_come_is_not_taken_where_one_that_has_come_is_asked_for():
    with pytest.raises(forms.ValidationError, match="has come already"):
        clean("4", "3", "2026", latest=TODAY)


def test_today_is_neither_too_early_nor_too_late():
    assert clean("3", "3", "2026", earliest=TODAY, latest=TODAY) == TODAY


def test_three_empty_boxes_are_no_day_where_none_is_needed():
    assert clean("", "", "", required=False) is None


def test_a_form_knows_whether_the_day_was_changed():
    field = DateField()

    assert not field.has_changed(TODAY, ["3", "3", "2026"])
    assert field.has_changed(TODAY, ["4", "3", "2026"])
    assert field.has_changed(None, ["4", "3", "2026"])


def test_in_a_form_the_three_boxes_are_read_and_kept():
    class Form(forms.Form):
        due = DateField()

    form = Form({"due_day": "31", "due_month": "2", "due_year": "2026"})

    assert not form.is_valid()
    assert form["due"].value() == ["31", "2", "2026"]
    assert Form({"due_day": "3", "due_month": "3", "due_year": "2026"}).is_valid()
