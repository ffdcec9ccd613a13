"""Static files under names that carry their content's hash."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns[1]  # type: ignore[attr-defined]
_ROOMS = ("ui", "guide", "people", "partnership", "journey", "getting_started", "connections", "home")


class Static(CompressedManifestStaticFilesStorage):
    """Hashes file names, and rewrites imports in our own modules only: comments in packages' scripts would stop it."""

    patterns = (*HashedFilesMixin.patterns, *((f"{room}/*.js", _IMPORTS) for room in _ROOMS))
