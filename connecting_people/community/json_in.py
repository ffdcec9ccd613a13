"""JSON that somebody brings, read within limits: what is cut off, endless or no JSON is named by its line."""

import json
import math
import re
from typing import Any, Final

from django.utils.translation import gettext as _

from connecting_people.community.refusals import NotTakenIn, line, stays_out
from connecting_people.community.standard import DEEPEST

# No database keeps these signs.
_UNKEPT: Final = re.compile("[\x00\ud800-\udfff]")
_DEEPEST_OF_ALL: Final = 4 * DEEPEST


class _Unnatural(ValueError):
    """A number that is none."""


def parsed(file: str, content: bytes) -> Any:
    """Return what is in a JSON file; raise NotTakenIn where it cannot be read."""
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise stays_out(file, _("The letters in this file cannot be read. Save it in UTF-8.")) from None
    try:
        return _kept(json.loads(text, parse_constant=_constant, parse_float=_finite), 0)
    except json.JSONDecodeError as why:
        raise _unread(file, text, why) from None
    except RecursionError:
        raise stays_out(file, _("This goes deeper than any entry does.")) from None
    except ValueError:
        raise stays_out(file, _("There is a number in this file that is no number, or is far too long.")) from None


def _unread(file: str, text: str, why: json.JSONDecodeError) -> NotTakenIn:
    if why.pos >= len(text.rstrip()) or why.msg.startswith("Unterminated string"):
        return stays_out(
            file, _("The file ends here in the middle. It may not have been copied whole."), line(why.lineno)
        )
    return stays_out(file, _("This cannot be read as JSON."), line(why.lineno))


def _constant(name: str) -> Any:
    raise _Unnatural(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Unnatural(text)
    return number


def _kept(value: Any, depth: int) -> Any:
    """Leave out signs that cannot be kept, and stop at what goes too deep."""
    if isinstance(value, str):
        return _UNKEPT.sub("", value)
    if depth > _DEEPEST_OF_ALL:
        raise RecursionError
    if isinstance(value, dict):
        return {_UNKEPT.sub("", name): _kept(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_kept(inner, depth + 1) for inner in value]
    return value
