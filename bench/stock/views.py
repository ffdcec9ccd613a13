"""The page of a partnership as Django's tutorial would have one write it: model objects into a template."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from connecting_people.guide import diagram
from connecting_people.guide.diagram import Part
from connecting_people.guide.drawing import Carried, Drawing, draw
from connecting_people.guide.steps import STEPS
from connecting_people.guide.words import Side
from connecting_people.journey.models import Entry, SupportLevel
from connecting_people.journey.rules import unpack
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Membership


@login_required
def partnership(request: HttpRequest, partnership_id: uuid.UUID) -> HttpResponse:
    """Show what home:partnership shows: what is next, support, the diagram, each step with its last two entries."""
    place = get_object_or_404(
        Participant.objects.select_related("partnership__agency", "partnership__team"),
        partnership_id=partnership_id,
        user=request.user,
        left_at=None,
    )
    found: Partnership = place.partnership
    entries = Entry.objects.filter(partnership=found, kept_by=None).select_related("voice", "by")
    steps = [(step, []) for step in STEPS]
    for entry in entries.order_by("-happened_date", "-written_at"):
        for number in unpack(entry.steps):
            if len(steps[number - 1][1]) < 2:
                steps[number - 1][1].append(entry)
    told, drawings = _circles(found, entries.order_by("-happened_date", "-written_at"))
    context = {
        "told": told,
        "drawings": drawings,
        "partnership": found,
        "participants": found.participants.select_related("user"),
        "memberships": Membership.objects.filter(user=request.user, ended_at=None).select_related("agency", "team"),
        "steps": steps,
        "promises": found.promises.filter(outcome="open").select_related("who", "entry"),
        "questions": entries.filter(kind="question", replies=None),
        "support": SupportLevel.objects.filter(partnership=found).order_by("-at").first(),
        "now": timezone.now(),
    }
    return render(request, "stock/partnership.html", context)


def _circles(found: Partnership, entries: list[Entry]) -> tuple[list[tuple[Part, list[Entry]]], list[Drawing]]:
    """Put what was done in each process, and what each said, into the diagram of the guide."""
    told: dict[str, list[Entry]] = {part.id: [] for part in diagram.PROCESS_PARTS}
    ways: dict[str, list[Entry]] = {"service_user": [], "practitioner": []}
    for entry in entries:
        for number in unpack(entry.processes):
            told[diagram.PROCESS_PARTS[number - 1].id].append(entry)
        if entry.voice.side in ways:
            ways[entry.voice.side].append(entry)
    told |= ways
    shown = [(diagram.part(id), rows[:5]) for id, rows in told.items() if rows]
    carried = {id: Carried(when=rows[0].happened_date.strftime("%d %b")) for id, rows in told.items() if rows}
    addresses = {part.id: f"#{part.id}" for part, _ in shown}
    points: dict[str, list[Part]] = {}
    for side, rows in ways.items():
        points[side] = []
        for entry in rows[:5]:
            href = reverse("entry", kwargs={"partnership_id": found.pk, "entry_id": entry.pk})
            points[side].append(Part(href, Side(side), entry.line, entry.voice.name))
            carried[href] = Carried(entry.line, f"{entry.voice.name}, {entry.happened_date}")
            addresses[href] = href
    timeline = reverse("timeline", kwargs={"partnership_id": found.pk})
    drawings = [
        draw(layout, href=lambda part: addresses.get(part.id, timeline), carried=carried, ways=points)
        for layout in ("wide", "narrow")
    ]
    return shown, drawings
