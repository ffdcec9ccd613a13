"""What somebody typed is still there after their session ended, for that person only."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import urlencode

from connecting_people.core.once import owner_of
from connecting_people.people.models import Draft

FormT = TypeVar("FormT", bound=forms.BaseForm)
KEPT_FOR: Final = timedelta(days=30)
# Says for which form the words are, when they are sent to be kept and not yet to be acted on.
PATH = "draft_path"
NEVER_KEPT = {"csrfmiddlewaretoken", "once", "keep", PATH, "password", "password1", "password2", "code"}


class KeepDrafts:
    """Keeps a form that arrives after its sender's session ended, and forgets a draft once its form was acted on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and request.user.is_authenticated and response.status_code == 302:
            Draft.objects.filter(user_id=request.user.pk, path=request.path).delete()
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Keep the words and ask to sign in again, when the form says whose it is and nobody is signed in."""
        if request.method != "POST" or request.user.is_authenticated:
            return None
        try:
            user_id = owner_of(request.POST.get("keep", ""))
        except BadSignature:
            return None
        path = request.POST.get(PATH, request.path)[:300]
        keep(user_id, path, {name: request.POST.getlist(name) for name in request.POST})
        # With what the address of the form itself asked for, such as the place of the directory that it is about.
        back = request.get_full_path() if path == request.path else path
        return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back})}")


def keep(user_id: UUID | str, path: str, fields: dict[str, list[str]]) -> None:
    """Keep what is typed in the form at `path`, in place of what was kept there before."""
    kept = {name: values for name, values in fields.items() if name not in NEVER_KEPT}
    Draft.objects.update_or_create(
        user_id=user_id, path=path, defaults={"fields": json.dumps(kept), "at": timezone.now()}
    )


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget what was typed long ago and never sent; return how many drafts."""
    return Draft.objects.filter(at__lt=at - KEPT_FOR).delete()[0]


def kept_for(request: HttpRequest) -> QueryDict | None:
    """Return what this person had typed on this page and not sent; None while they send it, or for nothing."""
    draft = None if request.method == "POST" else _drafts_at(request).first()
    return _as_post(json.loads(draft.fields)) if draft else None


def taken_up(request: HttpRequest) -> QueryDict | None:
    """Return what this person had typed on this page, and forget it, where showing it is all there is to do."""
    kept = kept_for(request)
    if kept is not None:
        _drafts_at(request).delete()
    return kept


def form_for(request: HttpRequest, form_class: Callable[..., FormT], **kwargs: Any) -> FormT:
    """Return the form of this request: with what was sent, else with what was kept for this person, else fresh."""
    if request.method == "POST":
        return form_class(request.POST, **kwargs)
    return put_back(form_class(**kwargs), kept_for(request))


def put_back(form: FormT, kept: QueryDict | None) -> FormT:
    """Let a fresh form begin with what was kept, where anything was; return the form."""
    if kept is not None and not form.is_bound:
        form.initial.update(typed_in(form, kept))
    return form


def typed_in(form: forms.BaseForm, kept: QueryDict) -> dict[str, Any]:
    """Return what the boxes of a form hold in what was kept, each as it was typed."""
    found: dict[str, Any] = {}
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if not field.widget.value_omitted_from_data(kept, {}, key):
            found[name] = field.widget.value_from_datadict(kept, {}, key)
    return found


def _drafts_at(request: HttpRequest) -> Any:
    return Draft.objects.filter(user_id=str(request.user.pk), path=request.path)


def _as_post(kept: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return data
