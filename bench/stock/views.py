"""The page of a partnership as Django's tutorial would have one write it: model objects into a template."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from connecting_people.guide.steps import STEPS
from connecting_people.journey.models import Entry, SupportLevel
from connecting_people.journey.rules import unpack
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Membership


@login_required
def partnership(request: HttpRequest, partnership_id: uuid.UUID) -> HttpResponse:
    """Show what home:partnership shows: whose it is, what is next, support, each step with its last two entries."""
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
    context = {
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
