"""What may be told about the person, by whom and to whom. By default that is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.models import LocalContact
from connecting_people.guide.processes import SIGNPOSTING
from connecting_people.journey import actions as journey
from connecting_people.journey.permissions import check_can_decide_for
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.stepping_out import permissions
from connecting_people.stepping_out.actions.planning import STEP, OutingError
from connecting_people.stepping_out.models import Disclosure, MayTell, Outing


class AgreedAlready(OutingError):
    """Both agreed to this; a change is another agreement."""


@dataclass(frozen=True)
class Thing:
    """One thing that may be told: what, by whom, and to whom."""

    what: str
    by_whom: str
    to_whom: str


@transaction.atomic
def propose(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    things: Sequence[Thing],
    never: str = "",
    if_asked: str = "",
    outing: Outing | None = None,
    contact: LocalContact | None = None,
    voice: Participant | None = None,
) -> Disclosure:
    """Say what may be told about the person on an outing or to a contact; it holds once the other agrees.

    Until then what was agreed before holds. With no things, nothing may be told.
    """
    check_can_write(by, partnership, at)
    if (outing and outing.partnership_id != partnership.pk) or (contact and contact.agency_id != partnership.agency_id):
        raise Http404
    line = _("What may be told: %(what)s") % {"what": "; ".join(thing.what for thing in things) or _("nothing")}
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="disclosure",
        line=line,
        words=_in_words(things, never, if_asked),
        voice=voice,
        steps=[STEP],
        processes=[SIGNPOSTING.number],
        standing=Standing.PROPOSED,
        about=outing.entry if outing else None,
        target_page="stepping_out:disclosures",
    )
    made = Disclosure.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        outing=outing,
        contact=contact,
        never=never.strip(),
        if_asked=if_asked.strip(),
        made_at=at,
    )
    MayTell.objects.bulk_create(
        MayTell(agency_id=made.agency_id, disclosure=made, position=position, **vars(thing))
        for position, thing in enumerate(things, 1)
    )
    return made


@transaction.atomic
def agree(
    *, by: User, at: datetime, partnership: Partnership, disclosure: Disclosure, voice: Participant | None = None
) -> None:
    """Agree to what may be told. From then on it is frozen, and takes the place of what held for the same outing."""
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_decide_for(partnership.me, voice)
    found = _locked(partnership, disclosure)
    if found.agreed_at:
        raise AgreedAlready(_("This is agreed already. To change it, write it anew."))
    permissions.check_can_agree(voice, found)
    found.entry.partnership = partnership
    journey.agree(by=by, at=at, entry=found.entry, voice=voice)
    found.agreed_at, found.agreed_by, found.agreed_voice = at, by, voice
    found.save(update_fields=["agreed_at", "agreed_by", "agreed_voice"])
    same = partnership.disclosures.filter(outing=found.outing, contact=found.contact, replaced_by=None)
    same.exclude(pk=found.pk).update(replaced_by=found)


@transaction.atomic
def take_back(
    *, by: User, at: datetime, partnership: Partnership, disclosure: Disclosure, voice: Participant | None = None
) -> None:
    """Take back what both had agreed: from now on nothing of it may be told. Either can, and nobody asks why."""
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_decide_for(partnership.me, voice)
    found = _locked(partnership, disclosure)
    permissions.check_can_take_back(voice, found)
    journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="disclosure_ended",
        line=_("Taken back: %(what)s") % {"what": found.entry.line},
        voice=voice,
        steps=[STEP],
        processes=[SIGNPOSTING.number],
        about=found.entry,
        target_page="stepping_out:disclosures",
    )
    found.ended_at = at
    found.save(update_fields=["ended_at"])


def _locked(partnership: Partnership, disclosure: Disclosure) -> Disclosure:
    rows = partnership.disclosures.select_for_update(of=("self",)).select_related("entry__voice")
    found = rows.filter(pk=disclosure.pk).first()
    if found is None:
        raise Http404
    return found


def _in_words(things: Sequence[Thing], never: str, if_asked: str) -> str:
    """Return an agreement as the record keeps it."""
    lines = [f"{thing.what} ({thing.by_whom} → {thing.to_whom})" for thing in things] or [_("Nothing may be told.")]
    if never.strip():
        lines.append(_("Never: %(what)s") % {"what": never.strip()})
    if if_asked.strip():
        lines.append(_("If somebody asks: %(what)s") % {"what": if_asked.strip()})
    return "\n".join(lines)
