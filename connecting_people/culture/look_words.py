"""What voices and marks are called on a page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.words import StrOrPromise

MARKS: dict[Mark, StrOrPromise] = {
    Mark.NOT_YET: gettext_lazy("Not yet"),
    Mark.A_LITTLE: gettext_lazy("A little"),
    Mark.OFTEN: gettext_lazy("Often"),
    Mark.EVERYWHERE: gettext_lazy("Everywhere"),
}
LADDER: tuple[Mark, ...] = tuple(MARKS)
# How several people of a voice are called, and one of them.
VOICES: dict[Voice, StrOrPromise] = {
    Voice.STAFF: gettext_lazy("Staff"),
    Voice.SERVICE_USER: gettext_lazy("People who are supported here"),
    Voice.SUPPORTER: gettext_lazy("Supporters"),
}
AS_ONE: dict[Voice, StrOrPromise] = {
    Voice.STAFF: gettext_lazy("as one of the staff"),
    Voice.SERVICE_USER: gettext_lazy("as somebody who is supported here"),
    Voice.SUPPORTER: gettext_lazy("as a supporter"),
}
# In whose colour and shape a voice stands on a page.
SIDES: dict[Voice, str] = {Voice.STAFF: "agency", Voice.SERVICE_USER: "service_user", Voice.SUPPORTER: "supporter"}


def between(low: StrOrPromise, high: StrOrPromise) -> str:
    """Return where a group stands: on a mark, or between two."""
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": str(high).lower()}
