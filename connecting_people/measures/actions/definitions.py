"""How an agency brings in an instrument for which it holds a licence. Nothing is used before that is confirmed."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.measures.answering import MeasuresError
from connecting_people.measures.defining import WrongDefinition, read
from connecting_people.measures.instruments import latest, same_scoring, slot
from connecting_people.measures.models import Definition
from connecting_people.measures.rules import NEXT, Empty, Instrument, Licence, State
from connecting_people.people.models import Agency, User
from connecting_people.people.permissions import check_can_keep_agency


class CannotMove(MeasuresError):
    """The definition does not stand where this could follow."""


class LicenceOver(MeasuresError):
    """A licence is confirmed that has run out already."""


@transaction.atomic
def look_at(*, by: User, at: datetime, agency: Agency, file: str, content: bytes) -> Definition:
    """Take in a file to be looked at and tried; raise WrongDefinition, and keep nothing, where it cannot be used."""
    check_can_keep_agency(by, agency.pk)
    name = file[:100]
    found = read(content, name)
    _fits(found, name)
    versions = Definition.objects.filter(agency=agency, instrument=found.id)
    last = versions.aggregate(last=Max("version"))["last"] or 0
    made = Definition.objects.create(
        agency=agency,
        instrument=found.id,
        version=last + 1,
        file=name,
        content=content.decode(),
        made_by=by,
        made_at=at,
    )
    _audit(by, at, made, "looked at")
    return made


@transaction.atomic
def confirm(
    *, by: User, at: datetime, definition: Definition, what: str, licensed_by: str, until_date: date | None
) -> None:
    """Confirm the licence, and with it use the definition; an earlier version is used no longer."""
    check_can_keep_agency(by, definition.agency_id)
    if until_date and until_date < day_of(at):
        raise LicenceOver(_("This licence has run out. Choose the day until which it lasts."))
    Definition.objects.filter(
        agency_id=definition.agency_id, instrument=definition.instrument, state=State.USED
    ).update(state=State.ENDED, ended_at=at)
    said = {"licence_what": what.strip(), "licence_from": licensed_by.strip(), "licence_until_date": until_date}
    _move(definition, State.USED, confirmed_by=by, confirmed_at=at, **said)
    _audit(by, at, definition, "licence confirmed", **{name: str(value) for name, value in said.items()})


@transaction.atomic
def discard(*, by: User, at: datetime, definition: Definition) -> None:
    """Throw away a definition that was only looked at."""
    check_can_keep_agency(by, definition.agency_id)
    _audit(by, at, definition, "thrown away")
    if not Definition.objects.filter(pk=definition.pk, state=State.LOOKED_AT).delete()[0]:
        raise CannotMove(_("This is in use. Take it out of use instead; its answers stay."))


@transaction.atomic
def end(*, by: User, at: datetime, definition: Definition) -> None:
    """Take a definition out of use: it is not offered any more, and its answers keep it."""
    check_can_keep_agency(by, definition.agency_id)
    _move(definition, State.ENDED, ended_at=at)
    _audit(by, at, definition, "out of use")


def _fits(found: Instrument, file: str) -> None:
    """See that a file fills a slot as that is scored, or brings something that the program has not got."""
    empty = slot(found.id)
    if empty is None:
        if found.id in latest():
            raise WrongDefinition(file, None, "", _("“%(id)s” comes with the program already.") % {"id": found.id})
        return
    if found.licence != Licence.AGENCY:
        raise WrongDefinition(file, None, "", _("This slot needs a licence: leave “licence” as it was."))
    if empty.empty == Empty.WORDS and (reason := same_scoring(empty, found)):
        raise WrongDefinition(file, None, "", reason)


def _move(definition: Definition, to: State, **said: object) -> None:
    before = [state.value for state, following in NEXT.items() if to in following]
    rows = Definition.objects.filter(pk=definition.pk, state__in=before)
    if not rows.update(state=to, **said):
        raise CannotMove(_("Somebody was quicker, and this stands differently now. Look at it again."))
    definition.refresh_from_db()


def _audit(by: User, at: datetime, definition: Definition, act: str, **content: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=definition.agency_id,
        act=f"measures: {act}",
        subject_id=definition.agency_id,
        target_id=definition.pk,
        content={"instrument": definition.instrument, "version": str(definition.version), **content},
    )
