from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Item:
    """One thing on a first page, with the day by which the list is ordered."""

    day: date
    says: str
    text: str
    when: str
    href: str
    side: str = "service_user"
