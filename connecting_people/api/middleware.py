"""What stands around the open feed: whoever asks is nobody, any site may read it, and nothing is sent twice."""

import re
from collections.abc import Callable
from hashlib import blake2b
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

_FEED: Final = re.compile(r"(/api/open-referral-uk/[0-9a-fA-F-]{36})(/.*)?")


class OpenFeed:
    """Stands before sessions: no cookie is looked at or given, so that one cannot change what is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        feed = _FEED.fullmatch(request.path_info)
        if feed is None:
            return self.get_response(request)
        request.COOKIES = {}
        # The standard's checker asks with a slash at the end and without one, and follows no redirect.
        request.path_info = feed[1] + ((feed[2] or "").rstrip("/") or "/")
        response = self.get_response(request)
        response.cookies.clear()
        response["Vary"] = "Accept-Language"  # the sentence of a 404 or 422; no cookie changes anything
        if request.method != "GET":
            return response
        response["Access-Control-Allow-Origin"] = "*"
        if response.status_code != 200:
            return response
        # A closed group or a wrong number must not live on in a cache.
        response["Cache-Control"] = "no-cache"
        response["ETag"] = f'"{blake2b(response.content, digest_size=16).hexdigest()}"'
        again = get_conditional_response(request, etag=response["ETag"], response=response)
        if again is not response and again is not None:
            again["Access-Control-Allow-Origin"] = "*"
        return again or response
