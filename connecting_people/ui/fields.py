"""Django's form fields drawn with the NHS macros, and a date of three boxes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import widgets
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from connecting_people.ui.days import DayWidget
from connecting_people.ui.plain_words import general_words

Params = dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """Which macro draws a field, and what it is told."""

    macro: str
    params: Params


def drawn(bound: BoundField) -> Drawn:
    """Say how a field is drawn: label, hint, words of error and what was typed, whatever the widget is."""
    widget = bound.field.widget
    for kind, build in BUILDERS:
        if isinstance(widget, kind):
            return build(bound)
    raise TypeError(f"No macro draws a {type(widget).__name__}")


def errors_of(form: forms.BaseForm | Iterable[forms.BaseForm]) -> list[Params]:
    """List what is to be looked at again, each with a link to its field, for the summary on top of the page."""
    forms_ = [form] if isinstance(form, forms.BaseForm) else list(form)
    return [item for one in forms_ for item in _errors(one)]


def _errors(form: forms.BaseForm) -> Iterator[Params]:
    for name, messages in form.errors.items():
        for error in messages.as_data():
            message = str(error.messages[0])
            if name not in form.fields:
                yield {"text": message}
                continue
            bound = form[name]
            # words that fit any box say, in a list, which box they are about
            text = f"{bound.label}: {message}" if str(error.message) in general_words() else message
            yield {"text": text.replace("?:", "?"), "href": f"#{_first_id(bound)}"}


def _first_id(bound: BoundField) -> str:
    return f"{bound.auto_id}-day" if isinstance(bound.field.widget, DayWidget) else str(bound.auto_id)


def _words(text: Any) -> Params | None:
    if not text:
        return None
    # only Django's own code can hand over finished HTML (the list of what a password needs)
    return {"html": str(text)} if hasattr(text, "__html__") else {"text": str(text)}


def _common(bound: BoundField) -> Params:
    params: Params = {"name": bound.html_name}
    if hint := _words(bound.help_text):
        params["hint"] = hint
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(map(str, bound.errors)), "visuallyHiddenText": _("Error")}
    if bound.field.disabled:
        params["disabled"] = True
    return params


def _attributes(bound: BoundField) -> Params:
    own = {"id", "class", "rows", "aria-describedby"}
    given = {key: value for key, value in bound.field.widget.attrs.items() if key not in own}
    return {
        key: {"value": True, "optional": True} if value is True else str(value)
        for key, value in given.items()
        if value not in (None, False)
    }


def _single(bound: BoundField) -> Params:
    params = _common(bound) | {"id": bound.auto_id, "label": {"text": str(bound.label)}}
    params["attributes"] = _attributes(bound)
    if classes := bound.field.widget.attrs.get("class"):
        params["classes"] = classes
    return params


def _items(bound: BoundField, mark: str) -> list[Params]:
    value = bound.value()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple | set) else [value])}
    hints = getattr(bound.field.widget, "hints", {})
    items: list[Params] = []
    for option, label in _flat(bound.field.choices):  # type: ignore[attr-defined]
        item: Params = {"value": str(option), "text": str(label), mark: str(option) in chosen}
        if hint := hints.get(option):
            item["hint"] = {"text": str(hint)}
        items.append(item)
    return items


def _flat(choices: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield ("" if value is None else value), label


def _group(bound: BoundField, macro: str) -> Drawn:
    params = _common(bound) | {
        "idPrefix": bound.auto_id,
        "fieldset": {"legend": {"text": str(bound.label), "size": "s"}},
        "items": _items(bound, "checked"),
    }
    return Drawn(macro, params)


def _day(bound: BoundField) -> Drawn:
    widget: DayWidget = bound.field.widget
    value = bound.value()
    parts = value if isinstance(value, list) else widget.decompress(value)
    params = _common(bound) | {"id": bound.auto_id, "fieldset": {"legend": {"text": str(bound.label), "size": "s"}}}
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    params["items"] = [
        {
            "id": f"{bound.auto_id}-{name}",
            "name": f"{bound.html_name}_{name}",
            "label": label,
            "value": "" if part is None else str(part),
            "width": 4 if name == "year" else 2,
        }
        for (name, label), part in zip(labels.items(), parts, strict=True)
    ]
    return Drawn("date", params)


def _checkbox(bound: BoundField) -> Drawn:
    params = _common(bound) | {"idPrefix": bound.auto_id}
    item = {"value": "on", "text": str(bound.label), "checked": bool(bound.value())}
    # Under its words: above them it would read as if it were about the field before.
    if hint := params.pop("hint", None):
        item["hint"] = hint
    return Drawn("checkboxes", params | {"items": [item]})


def _select(bound: BoundField) -> Drawn:
    return Drawn("select", _single(bound) | {"items": _items(bound, "selected")})


def _textarea(bound: BoundField) -> Drawn:
    attrs = bound.field.widget.attrs
    # ten rows of forty is what Django gives a box that asked for nothing
    rows = 4 if str(attrs.get("cols")) == "40" and str(attrs.get("rows")) == "10" else attrs.get("rows", 4)
    attributes = {key: value for key, value in _attributes(bound).items() if key != "cols"}
    return Drawn("textarea", _single(bound) | {"value": _text(bound), "rows": rows, "attributes": attributes})


def _password(bound: BoundField) -> Drawn:
    words = {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show the password"),
        "hidePasswordAriaLabelText": _("Hide the password"),
        "passwordShownAnnouncementText": _("Your password can be seen"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
        "autocomplete": bound.field.widget.attrs.get("autocomplete", "current-password"),
    }
    attributes = {key: value for key, value in _attributes(bound).items() if key != "autocomplete"}
    return Drawn("password", _single(bound) | words | {"attributes": attributes})


def _file(bound: BoundField) -> Drawn:
    return Drawn("file", _single(bound))


def _input(bound: BoundField) -> Drawn:
    widget: widgets.Input = bound.field.widget
    params = _single(bound) | {"type": TYPES.get(type(widget).__name__, widget.input_type), "value": _text(bound)}
    if isinstance(widget, forms.NumberInput):
        # a number box changes under a scrolling finger; plain text with a number keyboard does not
        params |= {"type": "text", "inputmode": "numeric", "width": 5}
    return Drawn("input", params)


def _text(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def _hidden(bound: BoundField) -> Drawn:
    return Drawn("hidden", {"name": bound.html_name, "id": bound.auto_id, "value": _text(bound)})


TYPES = {"TimeInput": "time", "DateInput": "date"}

# the first that fits draws: a list of boxes is, to Django, a kind of list of radios
BUILDERS: tuple[tuple[type[forms.Widget], Callable[[BoundField], Drawn]], ...] = (
    (DayWidget, _day),
    (forms.HiddenInput, _hidden),
    (forms.CheckboxSelectMultiple, lambda bound: _group(bound, "checkboxes")),
    (forms.RadioSelect, lambda bound: _group(bound, "radios")),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
    (forms.Textarea, _textarea),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (widgets.Input, _input),
)
