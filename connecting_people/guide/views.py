"""The open pages: the model as a whole, and a page for each step."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from connecting_people.core.open_pages import unchanged
from connecting_people.guide import posters, presenters, sheets, steps


@unchanged
def model(request: HttpRequest) -> HttpResponse:
    """Show the whole model on one page."""
    return render(request, "guide/model.html", presenters.model_page())


@unchanged
def explainer(request: HttpRequest) -> HttpResponse:
    """Tell the model in scenes, and in words."""
    return render(request, "guide/explainer.html", presenters.explainer_page())


@unchanged
def poster(request: HttpRequest) -> HttpResponse:
    """Show the posters, to choose one."""
    return render(request, "guide/poster.html", {"sheets": sheets.sheets()})


@require_safe
@unchanged
def poster_file(request: HttpRequest, size: str, palette: str, form: str) -> HttpResponse:
    """Give a poster on which nobody's name stands."""
    return posters.answer(size, palette, form)


@unchanged
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a step is for and what to talk about in it."""
    try:
        found = steps.step(number)
    except steps.UnknownStep:
        raise Http404 from None
    return render(request, "guide/step.html", presenters.step_page(found))
