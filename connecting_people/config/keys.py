"""The keys that the program needs, read from files outside the database."""

import base64
import secrets
from pathlib import Path

SAMPLE_SECRET = "sample-key-for-demo-mode-and-tests-only-never-for-real-people"
SAMPLE_FIELD_KEY = base64.b64encode(b"sample field key, 32 bytes long!").decode()


class StartError(Exception):
    """The program cannot start; the message is one line that says what to do."""


def secret_key(path: Path, *, demo: bool) -> str:
    """Return the signing key in `path`, or the sample key in demo mode."""
    return SAMPLE_SECRET if demo else _contents(path, "CP_SECRET_KEY_FILE")


def field_keys(path: Path, *, demo: bool) -> dict[str, bytes]:
    """Return key id -> 32 bytes, newest first, from lines of `id:base64`; the first one writes, all read."""
    text = f"sample:{SAMPLE_FIELD_KEY}" if demo else _contents(path, "CP_FIELD_KEYS_FILE")
    keys = {}
    for line in text.splitlines():
        name, _, encoded = line.strip().partition(":")
        try:
            keys[name] = base64.b64decode(encoded, validate=True)
        except ValueError:
            keys[name] = b""
        if not name or len(keys[name]) != 32:
            raise StartError(f"{path}: each line must be a name, a colon and 32 bytes in base64.")
    return keys


def make(folder: Path) -> list[Path]:
    """Write new key files that only this account can read, where there are none; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = {
        "secret_key": secrets.token_urlsafe(50),
        "field_keys": f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    }
    written = []
    for name, text in fresh.items():
        path = folder / name
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(text + "\n")
            written.append(path)
    return written


def _contents(path: Path, setting: str) -> str:
    try:
        text = path.read_text().strip()
    except OSError as problem:
        raise StartError(
            f"Cannot read {path} ({problem.strerror}): run 'manage.py make_keys' or set {setting}."
        ) from None
    except UnicodeDecodeError:
        raise StartError(f"{path} is not a text file: set {setting} to the right one.") from None
    if len(text) < 32 or SAMPLE_SECRET in text or SAMPLE_FIELD_KEY in text:
        raise StartError(f"{path} holds a sample or too short a key: run 'manage.py make_keys' in a new folder.")
    return text
