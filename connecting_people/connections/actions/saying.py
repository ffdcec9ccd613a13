"""How many people somebody would like in their life, and what was said to the questions of the walk."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.connections.actions.writing import STEP
from connecting_people.connections.facts import packed
from connecting_people.connections.models import Answer, OwnView
from connecting_people.connections.prompts import Question
from connecting_people.connections.rules import Enough
from connecting_people.connections.words import ENOUGH
from connecting_people.guide.processes import NETWORK_AND_ASSET_ASSESSMENT
from connecting_people.journey import actions as journey
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import User

_PROCESSES = (NETWORK_AND_ASSET_ASSESSMENT.number,)


@transaction.atomic
def say_own_view(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    says: Iterable[Enough],
    words: str = "",
    to_oneself: bool = False,
) -> OwnView:
    """Say how many people would be right, in the voice of the person whose life it is; what was said before stays."""
    chosen = frozenset(says)
    listed = ", ".join(str(name) for one, name in ENOUGH.items() if one in chosen)
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="own_view",
        line=_("People in my life: %(what)s") % {"what": listed} if listed else words,
        words=words,
        voice=partnership.person,
        steps=[STEP],
        processes=_PROCESSES,
        target_page="connections:own_view",
        kept_by=partnership.me if to_oneself else None,
    )
    return OwnView.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, entry=entry, says=packed(chosen) or 0
    )


@transaction.atomic
def answer(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    question: Question,
    words: str,
    own_question: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Answer:
    """Enter in the record what somebody said to a question of the walk, or to one of their own."""
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="about_connections",
        line=own_question or str(question.prompt.text),
        words=words,
        voice=voice,
        steps=[STEP],
        processes=_PROCESSES,
        target_page="connections:prompts",
        kept_by=partnership.me if to_oneself else None,
    )
    return Answer.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        prompt=question.id,
        question=own_question,
    )
