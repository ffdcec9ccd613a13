"""Pages that say the same to everybody who is not signed in, and need not be sent to them twice."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition

View = Callable[..., HttpResponse]

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_DRAWN_FROM: Final = frozenset({".py", ".html", ".css", ".js", ".svg", ".typ", ".mo"})
_SETTINGS_THAT_SHOW: Final = ("DEMO", "QUICK_EXIT_URL", "STATIC_URL")


def unchanged(view: View) -> View:
    """Answer 304 to a visitor without a session who has this page already.

    Whoever has a session gets a page of their own that nothing may keep. Pages under this decorator
    depend on the address, the language, the cookies and the program alone, never on the database.
    """
    answer = condition(etag_func=etag)(view)

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_store=True)
        else:
            response = answer(request, *args, **kwargs)
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response

    return page


def etag(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str | None:
    """Name this version of a page: another program, language, address or cookie gives another name."""
    if settings.DEBUG:
        return None
    parts = [program_version(), get_language() or "", request.get_full_path()]
    parts += [str(getattr(settings, name, "")) for name in _SETTINGS_THAT_SHOW]
    # The choice of colours and size of text comes in a cookie; any other may come to matter.
    parts += [f"{name}={value}" for name, value in sorted(request.COOKIES.items())]
    return '"' + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32] + '"'


@cache
def program_version() -> str:
    """Name the program's own files by what is in them: processes and machines then agree."""
    digest = hashlib.sha256()
    ours = (path for path in _PACKAGE.rglob("*") if path.suffix in _DRAWN_FROM)
    # The manifest names the staged files of others by their content.
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    for path in (*sorted(ours), *filter(Path.is_file, (manifest,))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
