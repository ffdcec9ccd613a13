"""The agency stands as the organisation of whatever has none: the standard wants one with every service."""

import uuid
from typing import Final

from connecting_people.community.standard import Document
from connecting_people.people.models import Agency

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://connectingpeople.net/agencies")


def organisation_of(agency: Agency) -> Document:
    """Return an agency as an organisation of the standard, with the same id every time."""
    description = "Keeps this directory. Whoever runs what is listed here may be somebody else."
    return {"id": str(uuid.uuid5(_SPACE, str(agency.pk))), "name": agency.name, "description": description}
