"""Where e-mail goes when no mail server is set: a folder, so that nothing that was sent is lost from sight."""

import email
from dataclasses import dataclass
from datetime import datetime
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.mail.backends.filebased import EmailBackend

_SHOWN: Final = 50


class Outbox(EmailBackend):
    """Writes each message into a file of its own in the folder EMAIL_FILE_PATH."""


@dataclass(frozen=True)
class Letter:
    """One e-mail as it would have gone out."""

    to: str
    subject: str
    sent: datetime | None
    text: str


def letters() -> list[Letter]:
    """Return the latest e-mails in the folder, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), reverse=True)[:_SHOWN] if folder.is_dir() else []
    return [letter for path in files for letter in reversed(_read(path))]


def _read(path: Path) -> list[Letter]:
    # Several messages of one connection stand in one file, each ended by a line of dashes.
    parts = path.read_text(errors="replace").split("-" * 79 + "\n")
    return [_letter(part) for part in parts if part.strip()]


def _letter(text: str) -> Letter:
    message = email.message_from_string(text, policy=default)
    body = message.get_body(("plain",))
    return Letter(
        to=str(message["to"]),
        subject=str(message["subject"]),
        sent=parsedate_to_datetime(str(message["date"])) if message["date"] else None,
        text=str(body.get_content()).strip() if body else "",
    )
