from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.getting_started import actions, forms, presenters, queries
from connecting_people.getting_started.models import NotNowBefore, Settled
from connecting_people.getting_started.rules import ASK_AGAIN_AT_MOST, OF_EACH, Hope, Point, Topic
from connecting_people.getting_started.words import name_of, opener
from connecting_people.journey.permissions import can_reword
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import page, reader, to_read, to_read_or_write, to_write
from connecting_people.people.drafts import form_for
from connecting_people.people.models import Team
from connecting_people.people.queries import crisis, teams_of
from connecting_people.people.roles import May
from connecting_people.people.rules import Role


def start(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what there is in step 1 and what each said last."""
    partnership = _read(request, partnership_id, "getting started")
    said = queries.said(partnership, *Topic)
    talks = queries.by_day(part for part in said if part.topic == Topic.CONVERSATION)
    where = queries.area_of(partnership)
    shown = presenters.start(
        partnership,
        next(iter(talks), None),
        queries.newest_hopes(said),
        [part for part in said if part.topic == Topic.BRINGING],
        queries.settled(partnership),
        where.name if where else "",
    )
    not_now_ = queries.not_now_of(partnership)
    return page(request, "getting_started/start.html", partnership, shown=shown, not_now=not_now_)


def conversation(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what there is to talk about, and every talk until now."""
    partnership = _read(request, partnership_id, "first conversation")
    talks = queries.conversations(partnership)
    ways = presenters.ways(partnership, Topic.CONVERSATION, ())
    days = presenters.days(partnership, talks)
    return page(request, "getting_started/conversation.html", partnership, ways=ways, days=days)


def talk(request: HttpRequest, partnership_id: UUID, slug: str) -> HttpResponse:
    """Take down what each says to one question of the first conversation."""
    return _talk(request, partnership_id, Topic.CONVERSATION, slug, "getting_started:conversation")


def brings(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what each brings and what both bring, in their words."""
    partnership = _read(request, partnership_id, "what we bring")
    ways = presenters.ways(partnership, Topic.BRINGING, queries.reflections(partnership))
    return page(request, "getting_started/brings.html", partnership, ways=ways)


def reflect(request: HttpRequest, partnership_id: UUID, slug: str) -> HttpResponse:
    """Take down what each says about one thing that they bring."""
    return _talk(request, partnership_id, Topic.BRINGING, slug, "getting_started:brings")


def _talk(request: HttpRequest, partnership_id: UUID, topic: Topic, slug: str, back: str) -> HttpResponse:
    at = timezone.now()
    partnership = _to_write(request, partnership_id, "getting started")
    asked = opener(topic, slug)
    if asked is None:
        raise Http404
    form = form_for(
        request,
        forms.TalkForm,
        opener=asked,
        voices=presenters.the_two(partnership),
        me=partnership.me,
        today=day_of(at),
    )
    if request.method == "POST" and form.is_valid():
        actions.talk(
            by=reader(request),
            at=at,
            partnership=partnership,
            topic=topic,
            item=asked.item,
            said=[actions.Words(*row) for row in form.said()],
            question=form.cleaned_data.get("question", ""),
            held_date=form.cleaned_data["held_date"],
            to_oneself=form.cleaned_data.get("to_oneself", False),
        )
        return _kept(request, back, partnership)
    said = [part for part in queries.said(partnership, topic) if part.item == asked.item]
    return page(
        request,
        "getting_started/talk.html",
        partnership,
        form=form,
        asked=asked,
        ways=presenters.ways(partnership, topic, (), here=asked),
        before=[presenters.spoken(partnership, part) for part in said],
        back=back,
    )


def hopes(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show and take down what each hopes to gain and can give, side by side."""
    partnership = _reach(request, partnership_id, "hopes")
    held = queries.hopes_of(partnership)
    columns = presenters.hopes(partnership, held)
    form = None if partnership.looking else _hopes_form(request, partnership, held)
    if form and request.method == "POST" and form.is_valid():
        if not form.changed():
            return _kept(
                request, "getting_started:hopes", partnership, says=_("All stays as it was: nothing new was written.")
            )
        try:
            actions.hope(
                by=reader(request),
                at=timezone.now(),
                partnership=partnership,
                hopes=[actions.HopeWords(*row) for row in form.changed()],
                to_oneself=form.cleaned_data.get("to_oneself", False),
            )
            return _kept(request, "getting_started:hopes", partnership)
        except actions.Stale as stale:
            field = form.name(stale.words.voice, stale.words.what) if stale.words else ""
            _both_texts(form, stale, field, f"seen_{field}")
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    return page(request, "getting_started/hopes.html", partnership, form=form, columns=columns)


def _hopes_form(
    request: HttpRequest, partnership: Partnership, held: dict[tuple[UUID, Hope], queries.Said]
) -> forms.HopesForm:
    theirs = {key for key, part in held.items() if not can_reword(partnership.me, part.entry)}
    return form_for(
        request,
        forms.HopesForm,
        voices=presenters.the_two(partnership),
        me=partnership.me,
        held={key: (part.words, part.seen) for key, part in held.items()},
        closed=theirs,
    )


def working_together(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show how the two work together, point by point, and what to do in a crisis."""
    partnership = _read(request, partnership_id, "how we work together")
    points = presenters.points(partnership, queries.settled(partnership))
    information, contacts = crisis(partnership.agency_id)
    return page(
        request,
        "getting_started/working_together.html",
        partnership,
        points=points,
        information=information,
        contacts=contacts,
    )


def settle(request: HttpRequest, partnership_id: UUID, point: str, place_id: UUID) -> HttpResponse:
    """Propose one point of how the two work together, or change it."""
    at = timezone.now()
    partnership = _to_write(request, partnership_id, "how we work together")
    which, whose = _point(partnership, point, place_id)
    wordings = list(queries.wordings(partnership, which, whose))
    form = form_for(
        request,
        forms.SettleForm,
        point=which,
        today=day_of(at),
        speakers=presenters.speakers(partnership),
        initial=_as_it_stands(wordings),
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        voice = _voice(partnership, given.pop("voice", ""))
        try:
            actions.settle(
                by=reader(request), at=at, partnership=partnership, point=which, whose=whose, voice=voice, **given
            )
            return _kept(request, "getting_started:working_together", partnership)
        except actions.Stale as stale:
            _both_texts(form, stale, "text", "version")
    return page(
        request,
        "getting_started/settle.html",
        partnership,
        form=form,
        heading=name_of(which, whose.name),
        of_needs=which == Point.NEEDS,
        of_sharing=which == Point.SHARING,
        earlier=[presenters.wording(row) for row in wordings],
    )


def area(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Name the neighbourhood or postcode district in which the person moves about."""
    partnership = _reach(request, partnership_id, "area")
    now = queries.area_of(partnership)
    form = None
    if not partnership.looking:
        held = {"name": now.name, "version": now.version} if now else {"version": 0}
        form = form_for(request, forms.AreaForm, speakers=presenters.speakers(partnership), initial=held)
    if form and request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        voice = _voice(partnership, given.pop("voice", ""))
        try:
            actions.name_area(by=reader(request), at=timezone.now(), partnership=partnership, voice=voice, **given)
            says = "" if given["name"] else _("Taken back. Earlier words stay in the record.")
            return _kept(request, "getting_started:start", partnership, says=says)
        except actions.Stale as stale:
            _both_texts(form, stale, "name", "version")
    return page(request, "getting_started/area.html", partnership, form=form, now=now)


def not_now(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say "not now" with a day to ask again, "please don't ask again", or that it is talked about again."""
    at = timezone.now()
    partnership = _reach(request, partnership_id, "not now")
    stands = queries.not_now_of(partnership)
    form = None
    if not partnership.looking:
        days = {"today": day_of(at), "latest": day_of(at) + ASK_AGAIN_AT_MOST}
        form = form_for(request, forms.NotNowForm, speakers=presenters.speakers(partnership), **days)
    if request.method == "POST" and "again" in request.POST:
        actions.talk_again(by=reader(request), at=at, partnership=partnership)
        return _kept(request, "getting_started:start", partnership)
    if form and request.method == "POST" and form.is_valid():
        actions.say_not_now(
            by=reader(request),
            at=at,
            partnership=partnership,
            words=form.cleaned_data["words"],
            ask_again_date=form.cleaned_data["ask_again_date"],
            voice=_voice(partnership, form.cleaned_data.get("voice", "")),
        )
        return _kept(request, "getting_started:not_now", partnership)
    return page(request, "getting_started/not_now.html", partnership, form=form, stands=stands)


def not_now_before(request: HttpRequest) -> HttpResponse:
    """Keep a name and a day to ask again, before there is a partnership."""
    at = timezone.now()
    agencies = request.standing.where(May.START_PARTNERSHIPS)  # type: ignore[attr-defined]
    if not agencies:
        raise PermissionDenied
    days = {"today": day_of(at), "latest": day_of(at) + ASK_AGAIN_AT_MOST}
    form = form_for(request, forms.KeepNotNowForm, agencies=agencies, **days)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data.get("agency", str(agencies[0].pk))
        actions.keep_not_now(
            by=reader(request),
            at=at,
            agency=next(one for one in agencies if str(one.pk) == chosen),
            name=form.cleaned_data["name"],
            ask_again_date=form.cleaned_data["ask_again_date"],
        )
        messages.success(request, _("Kept. It is on your page when the day comes."))
        return redirect("getting_started:not_now_before")
    kept = queries.kept_by(reader(request))
    status = 422 if form.errors else 200
    return render(request, "getting_started/not_now_before.html", {"form": form, "kept": kept}, status=status)


def not_now_done(request: HttpRequest, not_now_id: UUID) -> HttpResponse:
    """Say what became of a name and a day: begin, ask again later, or remove both."""
    at = timezone.now()
    kept = queries.kept_not_now_for(reader(request), not_now_id)
    teams = list(teams_of(reader(request), kept.agency_id, Role.PRACTITIONER))
    days = {"today": day_of(at), "latest": day_of(at) + ASK_AGAIN_AT_MOST}
    form = form_for(request, forms.TakeUpForm, teams=teams, **days)
    if request.method == "POST" and form.is_valid():
        return _take_up(request, at, kept, form, teams)
    status = 422 if form.errors else 200
    return render(request, "getting_started/not_now_done.html", {"form": form, "kept": kept}, status=status)


def _take_up(
    request: HttpRequest, at: datetime, kept: NotNowBefore, form: forms.TakeUpForm, teams: list[Team]
) -> HttpResponse:
    by, choice = reader(request), form.cleaned_data["choice"]
    if choice == forms.BEGIN:
        chosen = form.cleaned_data.get("team")
        team = next((one for one in teams if str(one.pk) == chosen), teams[0] if len(teams) == 1 else None)
        partnership = actions.begin_after_all(by=by, at=at, not_now=kept, team=team)
        return redirect("getting_started:start", partnership.pk)
    if choice == forms.LATER:
        actions.ask_later(by=by, at=at, not_now=kept, ask_again_date=form.cleaned_data["ask_again_date"])
        messages.success(request, _("Kept. It is on your page when the day comes."))
    else:
        actions.stop_asking(by=by, at=at, not_now=kept)
        messages.success(request, _("The name and the day are removed."))
    return redirect("getting_started:not_now_before")


def _read(request: HttpRequest, partnership_id: UUID, name: str) -> Partnership:
    return to_read(request, partnership_id, timezone.now(), name)


def _reach(request: HttpRequest, partnership_id: UUID, name: str) -> Partnership:
    return to_read_or_write(request, partnership_id, timezone.now(), name)


def _to_write(request: HttpRequest, partnership_id: UUID, name: str) -> Partnership:
    return to_write(request, partnership_id, timezone.now(), name)


def _point(partnership: Partnership, point: str, place_id: UUID) -> tuple[Point, Participant]:
    one = next((one for one in presenters.the_two(partnership) if one.pk == place_id), None)
    if one is None or point not in list(Point) or (Point(point) not in OF_EACH and one.pk != partnership.person.pk):
        raise Http404
    return Point(point), one


def _as_it_stands(wordings: list[Settled]) -> dict[str, Any]:
    if not wordings:
        return {"version": 0}
    names = ("version", "text", "times", "avoid", "review_date")
    return {name: getattr(wordings[0], name) for name in names}


def _voice(partnership: Partnership, chosen: str) -> Participant:
    return next((one for one in presenters.speakers(partnership) if str(one.pk) == chosen), partnership.me)


def _both_texts(form: Form, stale: actions.Stale, field: str, mark: str) -> None:
    """Ask to look at a form again, with what was typed and what somebody else wrote meanwhile beside it."""
    form.data = {**form.data.dict(), mark: str(stale.mark)}  # type: ignore[attr-defined]
    form.add_error(field, str(stale))
    form.now = {field: stale.current}  # type: ignore[attr-defined]


def _kept(request: HttpRequest, name: str, partnership: Partnership, *, says: str = "") -> HttpResponse:
    messages.success(request, says or _("Kept."))
    return redirect(name, partnership.pk)
