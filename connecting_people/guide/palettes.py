"""The colours of a drawing: the page's own, which follow light and dark, or fixed ones for a file and for paper."""

from collections.abc import Mapping

Palette = Mapping[str, str]

_LIGHT = {
    "paper": "#fbf8f3",
    "card": "#ffffff",
    "ink": "#1d2a35",
    "soft": "#4a5a68",
    "line": "#8a8f94",
    "orange": "#a84300",
    "orange_tint": "#fce9da",
    "green": "#1b6b45",
    "green_tint": "#dff1e6",
    "blue": "#1d5a9e",
    "blue_tint": "#dfebf8",
    "plum": "#7a2e5d",
    "plum_tint": "#f5e4ee",
}
_GREY = {
    "paper": "#ffffff",
    "card": "#ffffff",
    "ink": "#141414",
    "soft": "#444444",
    "line": "#8c8c8c",
    "orange": "#4d4d4d",
    "orange_tint": "#ececec",
    "green": "#2b2b2b",
    "green_tint": "#e3e3e3",
    "blue": "#686868",
    "blue_tint": "#f4f4f4",
    "plum": "#1c1c1c",
    "plum_tint": "#d6d6d6",
}
PAGE: Palette = {name: f"var(--{name.replace('_', '-')})" for name in _LIGHT}
PALETTES: dict[str, Palette] = {"colour": _LIGHT, "grey": _GREY}
