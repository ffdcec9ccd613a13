"""The open pages: the model as a whole, and a page for each step."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from connecting_people.core.open_pages import unchanged
from connecting_people.guide import presenters, steps


@unchanged
def model(request: HttpRequest) -> HttpResponse:
    """Show the whole model on one page."""
    return render(request, "guide/model.html", presenters.model_page())


@unchanged
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a step is for and what to talk about in it."""
    try:
        found = steps.step(number)
    except steps.UnknownStep:
        raise Http404 from None
    return render(request, "guide/step.html", presenters.step_page(found))
