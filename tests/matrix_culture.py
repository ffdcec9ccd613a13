"""What the access matrix needs of how an agency works."""

from typing import Any

from connecting_people.people.models import Agency, User


def culture_parts(by: User, keeper: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Return nothing yet that an address could name."""
    return {}
