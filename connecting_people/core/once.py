"""A double click makes one thing: each form carries a token, and a token is acted on once."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.signing import TimestampSigner
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from connecting_people.core.models import Submission
from connecting_people.core.prepared import Prepared, add

KEPT_FOR: Final = timedelta(days=7)
_OWNER = TimestampSigner(salt="whose form this is")


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget the forms sent long ago, which nobody sends a second time; return how many."""
    return Submission.objects.filter(at__lt=at - KEPT_FOR).delete()[0]


def new_token(request: HttpRequest) -> str:
    """Return the token for a form: the one just sent when it is shown again with errors, else a new one."""
    sent = _token(request)
    return str(sent) if sent else str(uuid.uuid4())


def owner_mark(request: HttpRequest) -> str:
    """Return a signed mark that says whose form this is, so that its words can be kept when the session ends."""
    return _OWNER.sign(str(request.user.pk)) if request.user.is_authenticated else ""


def owner_of(mark: str) -> str:
    """Return the user id in a mark of the last day; raise BadSignature for any other text."""
    return _OWNER.unsign(mark, max_age=60 * 60 * 24)


class Once:
    """Runs a form's view and notes its token in one transaction; the same form again goes where the first one went."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer a form that carries a token; leave every other request to its view."""
        token = _token(request)
        if token is None:
            return None
        sent_by = str(request.user.pk or request.session.session_key or "")
        try:
            return self._answer(request, token, sent_by, lambda: view(request, *args, **kwargs))
        except IntegrityError:
            # Two at the same moment: the other one is in by now, and if it is not, the error was about something else.
            earlier = _earlier(token, sent_by)
            if earlier is None:
                raise
            return earlier

    def _answer(
        self, request: HttpRequest, token: uuid.UUID, sent_by: str, view: Callable[[], HttpResponse]
    ) -> HttpResponse:
        with transaction.atomic():
            earlier = _earlier(token, sent_by)
            if earlier:
                return earlier
            response = view()
            if isinstance(response, HttpResponseRedirect):
                add(Submission(token=token, sent_by=sent_by, target=response.url, at=timezone.now()))
            return response


def _token(request: HttpRequest) -> uuid.UUID | None:
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return None


def _earlier(token: uuid.UUID, sent_by: str) -> HttpResponse | None:
    row = _TARGET.first(token=token, sent_by=sent_by)
    return HttpResponseRedirect(row[0]) if row else None


# Every form that is sent asks for this.
_TARGET: Final = Prepared(
    lambda token, sent_by: Submission.objects.filter(token=token, sent_by=sent_by).values_list("target")
)
