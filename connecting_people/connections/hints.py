"""What leads to somebody's door or papers, and so needs no place on a map of connections."""

import re
from enum import StrEnum

from connecting_people.getting_started.rules import has_full_postcode


class Hint(StrEnum):
    """What a text seems to hold."""

    SURNAME = "surname"
    POSTCODE = "postcode"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"


_STREETS = (
    "street|road|lane|avenue|close|drive|terrace|gardens|crescent|court|square|grove|way|place|row|hill|st|rd|ave"
)
_ADDRESS = re.compile(
    rf"\b(?:\d+[a-z]?\s+(?:[\w’']+\s+){{1,3}}(?:{_STREETS})\b|(?:flat|apartment)\s+\w{{1,3}}\b)", re.I
)
_PHONE = re.compile(r"(?<!\d)(?:\+|00|0)\d(?:[\s().-]{0,2}\d){8,12}(?!\d)")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.I)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[\s./-]+(?:\d{{1,2}}|(?:{_MONTHS})[a-z]*)[\s./-]+(?:19|20)?\d\d\b", re.I
)
# Two or three words that each begin with a capital: a first name and a surname, unless one says what somebody is.
_NAMES = re.compile(r"(?:[^\W\d_][\w’'-]*)(?:\s+[^\W\d_][\w’'-]*){1,2}")
_CALLED = re.compile(
    r"\b(?:aunt|auntie|uncle|nan|nana|gran|granny|grandma|grandad|grandpa|mum|mam|mom|dad|mrs|mr|ms|miss|mx|dr|doctor|"
    r"sister|nurse|father|brother|imam|rabbi|rev|reverend|pastor|cousin|big|little|old|young|the|our|my|from|at|of|and|"
    r"group|club|caf[ée]|choir|team|cent(?:re|er)|library|church|mosque|temple|gurdwara|shop|school|surgery|society|clinic|"
    r"hospital|gym|pub|park|garden|class|market|trust|house|hall|college|university|online|forum)\b",
    re.I,
)


def hints_in(text: str, *, is_name_of_person: bool = False) -> tuple[Hint, ...]:
    """Return what a text seems to hold that a map can do without."""
    found = {
        Hint.EMAIL: bool(_EMAIL.search(text)),
        Hint.POSTCODE: has_full_postcode(text),
        Hint.ADDRESS: bool(_ADDRESS.search(text)),
        Hint.PHONE: bool(_PHONE.search(text)),
        Hint.BIRTH_DATE: bool(_DATE.search(text)),
        Hint.SURNAME: is_name_of_person and _has_surname(text),
    }
    return tuple(hint for hint, there in found.items() if there)


def _has_surname(name: str) -> bool:
    if not _NAMES.fullmatch(name.strip()):
        return False
    words = name.split()
    return all(word[0].isupper() for word in words) and not _CALLED.search(name)
