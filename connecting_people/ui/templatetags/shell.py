"""The bridge: allauth's pages are Django templates, and are drawn inside our own layout by these tags."""

from typing import Any

from django import forms, template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_PARTS = "ui.shell.parts"


@register.simple_block_tag(takes_context=True)
def part(context: Context, content: str, name: str) -> str:
    """Keep a piece of the page, such as its title, for the shell around it."""
    kept: Any = context.render_context
    kept.setdefault(_PARTS, {})[name] = content.strip()
    return ""


@register.simple_block_tag(takes_context=True)
def shell(context: Context, content: str) -> SafeString:
    """Draw our layout around what is inside the tag."""
    kept: Any = context.render_context
    inside = {
        name: mark_safe(words) for name, words in kept.get(_PARTS, {}).items()
    }  # all are finished templates' output
    drawn = render_to_string(
        "ui/bridge.html", {**inside, "content": mark_safe(content)}, request=context.get("request")
    )
    return mark_safe(drawn)


@register.simple_tag
def form_fields(form: forms.BaseForm) -> SafeString:
    """Draw all fields of a form, and above them what is to be looked at again."""
    return mark_safe(render_to_string("ui/form_fields.html", {"form": form}))


@register.filter
def has(words: Any, word: str) -> bool:
    """Tell whether a list of words in a string has this one."""
    return word in str(words or "").split(",")
