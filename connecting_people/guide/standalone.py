"""The diagram as a file of its own, with its colours in it: for paper, for the wall, for somebody else's slides."""

from django.template.loader import get_template

from connecting_people.guide.drawing import draw
from connecting_people.guide.palettes import PALETTES


def svg(*, palette: str, title: str, layout: str = "wide") -> str:
    """Return the diagram as an SVG file, "colour" or "grey"; it has no style and no script, only attributes."""
    values = {"d": draw(layout), "c": PALETTES[palette], "title": title}
    return get_template("guide/diagram.svg").render(values)
