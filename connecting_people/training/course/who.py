"""From where people speak, in words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.rules import Who

AS_WHO: Final[dict[Who, StrOrPromise]] = {
    Who.SERVICE_USER: _("As a service user"),
    Who.CARER: _("As a carer"),
    Who.PRACTITIONER: _("As a practitioner"),
    Who.OUTSIDE: _("From outside the agency"),
}
ONE_OF_THEM: Final[dict[Who, StrOrPromise]] = {
    Who.SERVICE_USER: _("A service user"),
    Who.CARER: _("A carer"),
    Who.PRACTITIONER: _("A practitioner"),
    Who.OUTSIDE: _("Somebody from outside"),
}
