"""What the tests of this room do again and again."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.measures.actions import answers, definitions, practice
from connecting_people.measures.instruments import PRACTICE, file_of, latest
from connecting_people.measures.models import AnswerSet, Definition
from connecting_people.measures.rules import Mode
from tests.cast import Cast

WELL = {"satisfied": 4, "worthwhile": 5, "happy": 9, "anxious": 6}


def by(cast: Cast, who: str, at: Any = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    which = cast.hanas if who in ("hana", "dev") else cast.partnership
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": cast.reach(who, which)}


def answer(
    cast: Cast, who: str = "asha", id: str = "ons_wellbeing", answers_: Any = None, at: Any = None, **more: Any
) -> AnswerSet:
    """Answer an instrument that comes with the program."""
    given = {"mode": Mode.ALONE, **more}
    return answers.answer(**by(cast, who, at), instrument=latest()[id], answers=answers_ or WELL, **given)


def filled(id: str = "ucla_3", words: str = "Some words") -> bytes:
    """Return the file of a slot, as an agency fills it in."""
    return file_of(id).replace(b'says = ""', f'says = "{words}"'.encode())


def bring(cast: Cast, content: bytes | None = None, who: str = "gwen", use: bool = True) -> Definition:
    """Bring in a definition as an administrator, and confirm its licence."""
    agency = cast.other_agency if who == "ivan" else cast.agency
    act: dict[str, Any] = {"by": cast.user(who), "at": timezone.now()}
    made = definitions.look_at(**act, agency=agency, file="ours.toml", content=content or filled())
    if use:
        definitions.confirm(**act, definition=made, what="Practice use", licensed_by="Its authors", until_date=None)
    return made


def practise(cast: Cast, who: str = "ben", value: int = 2, **more: Any) -> AnswerSet:
    """Look at one's own practice."""
    given = {item.id: value for item in latest()[PRACTICE].items}
    agency = cast.other_agency if who == "ivan" else cast.agency
    act: dict[str, Any] = {"by": cast.user(who), "at": timezone.now(), "agency": agency}
    return practice.look_at_practice(**act, answers=given, **more)


def signed_in(cast: Cast, who: str) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    user = cast.user(who)
    assert user is not None
    client.force_login(user)
    return client


def address(cast: Cast, page: str, **more: Any) -> str:
    """Return the address of a page of Asha's and Ben's."""
    return reverse(f"measures:{page}", kwargs={"partnership_id": cast.partnership.pk, **more})


def text_of(cast: Cast, who: str, where: str) -> str:
    """Return what a page says to somebody."""
    response = signed_in(cast, who).get(where)
    assert response.status_code == 200, (where, response.status_code)
    return str(response.content.decode())
