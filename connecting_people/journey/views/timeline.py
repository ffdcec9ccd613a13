"""The way so far, and one entry of it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.core.london import day_asked
from connecting_people.journey import permissions, queries
from connecting_people.journey.models import Entry
from connecting_people.journey.presenters import PROCESS_NAMES, STEP_NAMES, Teller, Told, months, target_address
from connecting_people.journey.rules import AGREED_THERE, Kind, Standing
from connecting_people.journey.timeline import AT_MOST, EACH, Chosen, stretch
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import page, reader
from connecting_people.partnership.queries import partnership_for
from connecting_people.partnership.rules import Part


@require_safe
def timeline(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the way so far, newest first, by month."""
    to_print = "print" in request.GET
    name = "printed" if to_print else "timeline"
    partnership = partnership_for(reader(request), partnership_id, at=timezone.now(), page=name)
    chosen = _chosen(request, partnership)
    part = stretch(partnership, chosen, AT_MOST if to_print else EACH)
    tell = Teller(partnership)
    items = tell.entries(part.entries, whole=to_print) + [tell.change(change) for change in part.changes]
    return page(
        request,
        "journey/printed.html" if to_print else "journey/timeline.html",
        partnership,
        months=months(items),
        older=_link(request, until=part.older),
        newer=_link(request, since=part.newer),
        newest=_link(request) if part.newer else "",
        chosen=chosen,
        steps=STEP_NAMES.items(),
        process=PROCESS_NAMES.get(chosen.process or 0, ""),
        voices=[(str(one.pk), one.name) for one in partnership.everybody if one.part != Part.SUPPORTER],
        to_print=_link(request, print="1"),
    )


@require_safe
def entry(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Show one entry with all that was said about it."""
    user = reader(request)
    name = queries.OWN_PAGE if queries.is_own(user.pk, entry_id) else "entry"
    partnership = partnership_for(user, partnership_id, at=timezone.now(), page=name)
    found = queries.entry_in(partnership, entry_id)
    tell = Teller(partnership)
    views = [tell.view(view) for view in queries.other_views(found)]
    pair = _pair(tell.entry(found), views, found.standing)
    replies = list(queries.replies(partnership, found))
    return page(
        request,
        "journey/entry.html",
        partnership,
        entry=tell.entry(found),
        pair=pair,
        views=[view for view in views if not pair or view not in pair],
        replies=tell.entries(replies, whole=True),
        wordings=queries.wordings(partnership, found),
        about=_about(partnership, found, tell),
        target=target_address(found),
        may=_may(partnership, found, replies),
    )


def _about(partnership: Partnership, entry: Entry, tell: Teller) -> Told | None:
    """Return what an entry is about, unless somebody keeps that to themselves."""
    if entry.about_id is None:
        return None
    found = queries.entries(partnership).filter(pk=entry.about_id).first()
    return tell.entry(found, whole=False) if found else None


def _may(partnership: Partnership, entry: Entry, replies: list[Entry]) -> dict[str, bool]:
    """Say what the reader can do with an entry: nothing in an urgent look."""
    if partnership.looking:
        return {}
    me = partnership.me
    others = [one for one in partnership.everybody if permissions.can_decide_for(me, one)]
    open_question = entry.kind == Kind.QUESTION and not any(reply.kind == Kind.ANSWER for reply in replies)
    open_to_yes = entry.standing in (Standing.PROPOSED, Standing.DIFFERENT)
    may_agree = open_to_yes and any(permissions.can_agree(one, entry) for one in others)
    return {
        "reword": permissions.can_reword(me, entry),
        "see_differently": any(permissions.can_answer(one, entry) for one in others),
        "agree": may_agree and entry.kind not in AGREED_THERE,
        "agree_there": may_agree and entry.kind in AGREED_THERE,
        "confirm": permissions.can_confirm(me, entry),
        "share": entry.kept_by_id == me.pk,
        "answer": open_question and (permissions.can_answer_question(me, entry) or len(others) > 1),
        "show": permissions.can_share(me, partnership) and not entry.kept_by_id,
        "write": True,
    }


def _pair(said: Told, views: list[Told], standing: str) -> tuple[Told, Told] | None:
    """Return the two views that stand side by side, the practitioner's on the left."""
    other = next((view for view in views if view.text), None)
    if standing != Standing.DIFFERENT or other is None:
        return None
    return (other, said) if said.side == "service_user" else (said, other)


def _chosen(request: HttpRequest, partnership: Partnership) -> Chosen:
    """Read what is asked for; what makes no sense is left out, so that an old link still opens a page."""
    asked = request.GET
    voices = {str(one.pk): one.pk for one in partnership.everybody}
    return Chosen(
        step=_number(asked.get("step", ""), STEP_NAMES),
        process=_number(asked.get("process", ""), PROCESS_NAMES),
        voice=voices.get(asked.get("voice", "")),
        mine="mine" in asked,
        until=day_asked(asked.get("until", "")),
        since=day_asked(asked.get("since", "")) if not asked.get("until") else None,
    )


def _number(text: str, known: dict[int, Any]) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 and int(text) in known else None


def _link(request: HttpRequest, **more: Any) -> str:
    """Return the address of this page with the same choice, and another date; nothing when there is no such date."""
    if more and not all(more.values()):
        return ""
    kept = {name: request.GET[name] for name in ("step", "process", "voice", "mine") if request.GET.get(name)}
    query = urlencode(kept | {name: str(value) for name, value in more.items()})
    return f"{request.path}?{query}" if query else request.path
