"""How events are chained, in plain functions."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID


@dataclass(frozen=True)
class Link:
    """One event as the chain sees it."""

    agency_id: UUID
    number: int
    at: datetime
    actor_id: UUID | None
    act: str
    subject_id: UUID
    target_id: UUID | None
    content_mac: str


def content_mac(key: bytes, content: dict[str, str]) -> str:
    """Return HMAC-SHA-256 (RFC 2104) of `content` under the subject's key, as 64 hex digits.

    Destroying the key erases all that could be learnt from the code, and the chain still holds.
    """
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def link_hash(previous: str, link: Link) -> str:
    """Return SHA-256 over the previous hash and every column of `link`, as 64 hex digits."""
    parts = [
        previous,
        str(link.agency_id),
        str(link.number),
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(link.actor_id or ""),
        link.act,
        str(link.subject_id),
        str(link.target_id or ""),
        link.content_mac,
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
