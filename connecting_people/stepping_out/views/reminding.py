"""How each wants to be reminded, and one's calendar at a secret address."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.london import day_of
from connecting_people.partnership.pages import acting, done, go_on, page, reader, to_write
from connecting_people.stepping_out import queries
from connecting_people.stepping_out.actions import feeds
from connecting_people.stepping_out.actions.reminders import remind_me
from connecting_people.stepping_out.calendars import calendar_of
from connecting_people.stepping_out.forms.reminding import FeedForm, RemindForm

form_page = require_http_methods(["GET", "HEAD", "POST"])
BEFORE = timedelta(days=30)


@form_page
def reminders(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say how one wants to be reminded of what is planned."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outings")
    held = queries.remind_me_of(partnership)
    given: dict[str, Any] = {"me": partnership.me, "email": reader(request).email, "held": held}
    form = RemindForm(request.POST, **given) if request.method == "POST" else RemindForm(**given)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: remind_me(**act, **form.said())):
        return go_on(request, _("Kept."), "stepping_out:outings", partnership_id)
    status = 422 if form.errors else 200
    return page(request, "stepping_out/reminders.html", partnership, form=form, status=status)


@form_page
def calendar_settings(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Open, renew or close one's calendar; the new address is shown this once."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outings")
    feed, link = queries.feed_of(partnership), ""
    if request.method == "POST":
        act, form = acting(request, at, partnership), FeedForm(request.POST)
        if request.POST.get("close"):
            feeds.close_feed(**act)
            return go_on(
                request,
                _("It is closed. The old address leads nowhere."),
                "stepping_out:calendar_settings",
                partnership_id,
            )
        if form.is_valid():
            token = feeds.open_feed(**act, plain_titles=form.cleaned_data["plain"])
            feed, link = queries.feed_of(partnership), request.build_absolute_uri(f"{token}.ics")
    form = FeedForm(initial={"plain": bool(feed and feed.plain_titles)})
    return page(request, "stepping_out/calendar.html", partnership, form=form, feed=feed, link=link)


@require_safe
def calendar_feed(request: HttpRequest, partnership_id: UUID, token: str) -> HttpResponse:
    """Give a calendar to whoever holds its address."""
    at = timezone.now()
    feed = queries.feed_behind(token, at)
    if feed is None or feed.place.partnership_id != partnership_id:
        raise Http404
    rows = queries.of_feed(feed, day_of(at) - BEFORE)
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    made = calendar_of(rows, at, plain=feed.plain_titles)
    return HttpResponse(made, content_type="text/calendar", headers=headers)
