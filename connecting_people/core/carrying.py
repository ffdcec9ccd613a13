"""What a form carries along when it is drawn again."""

from django.forms import BaseForm


def carry(form: BaseForm, **values: object) -> None:
    """Let a form that was sent hold other values in some of its boxes, such as the version it is to follow now."""
    data = form.data.copy()  # type: ignore[attr-defined]
    for name, value in values.items():
        data[name] = str(value)
    form.data = data
