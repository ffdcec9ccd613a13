"""A page for tests alone that shows what stands beside the board of a block, on a screen of the live room."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from connecting_people.config import urls as usual
from connecting_people.training.course.words import Screen
from connecting_people.training.door import seat_kept
from connecting_people.training.models import Block, Room
from connecting_people.training.presenters.beside import beside

PAGE = """{% extends "ui/page.html" %}
{% from "training/parts/beside.html" import beside_card %}
{% block title %}Beside{% endblock %}
{% block styles %}{% for sheet in ("connections/picture", "training/beside") %}
<link rel="stylesheet" href="{{ static(sheet ~ '.css') }}">{% endfor %}{% endblock %}
{% block content %}<h1>Board</h1>{{ beside_card(card) }}{% endblock %}"""


def shown(request: HttpRequest, screen: str, block_id: UUID) -> HttpResponse:
    """Show the card as the trainee in this seat, the trainer or the projector has it."""
    block = Block.objects.get(pk=block_id)
    room = Room.objects.select_related("training").get(training=block.training_id)
    trainee = seat_kept(request) if screen == Screen.TRAINEE else None
    card = beside(block, room, trainee, Screen(screen))
    return HttpResponse(engines["jinja2"].from_string(PAGE).render({"card": card}, request))


urlpatterns = [
    path("beside/<str:screen>/<uuid:block_id>/", shown, name="beside"),
    path("", include(usual.urlpatterns)),
]
handler400, handler403, handler404, handler500 = usual.handler400, usual.handler403, usual.handler404, usual.handler500
