"""What a guest could talk about, as suggestions for whoever asks them (row T3)."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.rules import Who

TOPICS: Final[dict[Who, tuple[StrOrPromise, ...]]] = {
    Who.SERVICE_USER: (
        _("What working like this was like for me, and what it changed"),
        _("What got in the way, and how we got round it"),
        _("What I would have liked somebody to ask me sooner"),
    ),
    Who.CARER: (
        _("What I saw change at home, and what I wished to know"),
        _("How a family can help, and when it is better to step back"),
    ),
    Who.PRACTITIONER: (
        _("How I began with one person, and what I would do differently"),
        _("How I make the time for it in a full week"),
        _("Where I was stuck, and what helped"),
    ),
    Who.OUTSIDE: (
        _("What goes on around here, who can join, and what it costs"),
        _("What makes it hard for groups like ours: money, rules, a room"),
        _("What would help people find their way to us, and feel welcome"),
    ),
}
