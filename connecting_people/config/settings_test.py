"""Settings of the tests: the sample keys, a private data folder, and everything else as it is in use."""

import os
import tempfile
from pathlib import Path

os.environ["CP_DEMO"] = "1"
_FOLDER = tempfile.TemporaryDirectory(prefix="cp-test-", ignore_cleanup_errors=True)  # gone when the tests are
os.environ.setdefault("CP_DATA", _FOLDER.name)

from connecting_people.config.settings import *  # noqa: E402, F403
from connecting_people.config.settings import DATABASES  # noqa: E402

DEMO = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, since the browser tests' server reads it from other threads, which share no memory with the tests.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["CP_DATA"]) / "test.sqlite3")}
