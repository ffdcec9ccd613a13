"""How people find an asset: the page of it, giving a light, one's own lights, and taking one back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import ratings as actions
from connecting_people.community.forms.experience import NAMED, NAMELESS, RateForm, TakeBackForm
from connecting_people.community.hints import names_somebody
from connecting_people.community.models import Rating
from connecting_people.community.permissions import can_rate, raters_of
from connecting_people.community.presenters.ratings import in_quotes, my_ratings_page
from connecting_people.community.queries.assets import Directory, asset_in, directory_for
from connecting_people.community.queries.experience import is_read_by_others, own_rating, own_ratings
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here


@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Give one asset a light, or a new one in place of the earlier."""
    directory = directory_for(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    if not can_rate(request.user, asset):
        return pages.page(request, "community/rate.html", directory, asset=asset, form=None)
    standing = own_ratings(request.user, agency_id).filter(asset=asset, ended_at=None).first()
    form = _rate_form(request, directory, standing)
    if form.is_valid():
        try:
            kept = actions.rate(by=request.user, at=timezone.now(), asset=asset, **form.said())
        except actions.ReasonMissing as why:
            form.add_error("reason", str(why))
        except NotAllowed as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Thank you. Somebody looks at it before others read it."))
            if named := in_quotes(names_somebody(kept.reason)):
                messages.warning(request, _("This looks like a name or a number: %(words)s.") % {"words": named})
            return redirect("community:my_ratings", agency_id=agency_id)
    nameless = standing is not None and not standing.signed
    return pages.page(request, "community/rate.html", directory, asset=asset, form=form, nameless=nameless)


def _rate_form(request: Here, directory: Directory, standing: Rating | None) -> RateForm:
    first = {name: getattr(standing, name) for name in ("light", "reason", "rater")} if standing else {}
    first |= {"signed": NAMED if standing.signed else NAMELESS} if standing else {}
    raters = raters_of(request.user, directory.agency.pk)
    return form_for(request, RateForm, raters=raters, initial=first)


@require_safe
def my_ratings(request: Here, agency_id: UUID) -> HttpResponse:
    """Show one's own lights: where each stands, what others read of it, and why."""
    directory = directory_for(request.standing, agency_id)
    stand, over = my_ratings_page(own_ratings(request.user, agency_id))
    return pages.page(request, "community/my_ratings.html", directory, stand=stand, over=over)


@require_http_methods(["GET", "HEAD", "POST"])
def rating_take_back(request: Here, agency_id: UUID, rating_id: UUID) -> HttpResponse:
    """Ask whether one's own light is to be taken back, then do it."""
    directory = directory_for(request.standing, agency_id)
    at = timezone.now()
    rating = own_rating(request.user, agency_id, rating_id)
    read = not rating.signed and is_read_by_others(rating, day_of(at))
    form = form_for(request, TakeBackForm)
    if form.is_valid():
        actions.take_back(by=request.user, at=at, rating=rating, **form.cleaned_data)
        messages.success(request, _("You have taken it back."))
        return redirect("community:my_ratings", agency_id=agency_id)
    return pages.page(request, "community/rating_take_back.html", directory, rating=rating, read=read, form=form)
