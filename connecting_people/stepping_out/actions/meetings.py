"""How a connection came about: it joins the map, and with it where it came from."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.models import Asset
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.connections.queries.connections import state_in
from connecting_people.journey.permissions import check_can_speak_for
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.stepping_out.actions.auditing import audited
from connecting_people.stepping_out.actions.planning import OutingError
from connecting_people.stepping_out.models import Meeting, Outing
from connecting_people.stepping_out.rules import About


@transaction.atomic
def meet(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    name: str,
    outing: Outing,
    words: str = "",
    kind: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Meeting:
    """Put somebody who was met on an outing on the map, and keep where it was."""
    made = connections.add(
        by=by,
        at=at,
        partnership=partnership,
        facts=Facts(name=name, kind=kind, came_about=words),
        voice=voice,
        to_oneself=to_oneself,
    )
    return came_about(
        by=by,
        at=at,
        partnership=partnership,
        connection_id=made.pk,
        about=About.OUTING,
        outing=outing,
        words=words,
        voice=voice,
    )


@transaction.atomic
def came_about(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    connection_id: UUID,
    about: About,
    outing: Outing | None = None,
    asset: Asset | None = None,
    through: UUID | None = None,
    words: str = "",
    voice: Participant | None = None,
) -> Meeting:
    """Say how a connection came about; said anew it takes the place of what was said before. It claims no cause."""
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_speak_for(partnership.me, voice)
    state_in(partnership, connection_id)
    if through:
        state_in(partnership, through)
    if (outing and outing.partnership_id != partnership.pk) or (asset and asset.agency_id != partnership.agency_id):
        raise Http404
    if through == connection_id:
        raise OutingError(_("Choose somebody else: nobody comes about through themselves."))
    meeting, _new = Meeting.objects.update_or_create(
        agency_id=partnership.agency_id,
        connection_id=connection_id,
        defaults={
            "partnership": partnership,
            "about": about,
            "outing": outing if about == About.OUTING else None,
            "asset": outing.asset if about == About.OUTING and outing else asset if about == About.ASSET else None,
            "through_id": through if about == About.PERSON else None,
            "words": words.strip(),
            "by": by,
            "voice": voice,
            "at": at,
        },
    )
    audited(by, at, partnership, "how a connection came about", meeting.pk)
    return meeting
