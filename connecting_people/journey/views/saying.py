"""A page on which one reads what was said and can say more."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.journey.forms import SupportForm, WordsForm
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_read_or_write
from connecting_people.people.drafts import form_for


def read_and_say(
    request: HttpRequest,
    partnership_id: UUID,
    name: str,
    form_class: Callable[..., WordsForm | SupportForm],
    *,
    act: Callable[..., Any],
    thanks: str,
    told: Callable[[Partnership], dict[str, Any]],
    **words: str,
) -> HttpResponse:
    """Serve a page on which one reads what was said and can say more; in an urgent look one only reads."""
    at = timezone.now()
    partnership = to_read_or_write(request, partnership_id, at, name)
    context: dict[str, Any] = {}
    if not partnership.looking:
        form = form_for(request, form_class, partnership=partnership, today=day_of(at), **words)

        def say() -> None:
            act(by=reader(request), at=at, partnership=partnership, **form.said)

        if request.method == "POST" and done(form, say):
            return go_on(request, thanks, f"journey:{name}", partnership_id)
        context["form"] = form
    return page(request, f"journey/{name}.html", partnership, **context, **told(partnership))
