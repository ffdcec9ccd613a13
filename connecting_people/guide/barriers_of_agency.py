"""What may stand in the way in an agency, and in the community around it."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.barrier_kind import BarrierKind, barrier
from connecting_people.guide.words import Side

_kind = partial(barrier, Side.AGENCY)

BARRIERS_OF_AGENCY: tuple[BarrierKind, ...] = (
    _kind(
        "organisational-buy-in",
        _("Backing from the organisation"),
        _("Those who decide are not behind it yet, or only in words."),
        _("“Lovely idea, said my manager, and gave me four more people.”"),
        _("What matters to them, and how would this help with it?"),
        _("Whose story could they hear?"),
    ),
    _kind(
        "resources",
        _("Resources"),
        _("Rooms, phones, travel or staff are missing for the work to be done well."),
        _("“There’s one car for nine of us.”"),
        _("What could be shared or borrowed, and who in the area has some to spare?"),
    ),
    _kind(
        "bureaucracy",
        _("Procedures and paperwork"),
        _("Rules that were made for something else slow everything down."),
        _("“It took six weeks to be allowed to meet in a café.”"),
        _("Which rule is it exactly, whose is it, and what is it there to protect?"),
        _("What would a shorter way look like that protects the same thing?"),
    ),
    _kind(
        "funding",
        _("Funding"),
        _("There is no money for it, or it may be gone by next spring."),
        _("“The project was just getting known when the grant ran out.”"),
        _("What would go on without money? Who else would gain if it went on?"),
    ),
    _kind(
        "attitude-of-agency",
        _("The agency’s attitude"),
        _("Caution, or a low opinion of what people can do, has become the custom."),
        _("“We don’t do that here, our people wouldn’t cope.”"),
        _("Where in the agency is it different, and what do they do?"),
    ),
    _kind(
        "attitude-of-community",
        _("The local community’s attitude"),
        _("A group or a neighbourhood does not want to, or does not know how to, include people."),
        _("“The committee asked whether he was dangerous.”"),
        _("Who there is open to a talk? Would it help if they met someone first?"),
        _("Should this be challenged, and who would stand beside you?"),
    ),
    _kind(
        "familiar-ways",
        _("The way it has always been done"),
        _("Colleagues are used to doing things for people, and not so much with them."),
        _("“It’s quicker if I just fill in the form for him.”"),
        _("What could one team try for a month, and talk about after?"),
    ),
    _kind(
        "staff-moving-on",
        _("Contacts that leave with staff"),
        _("What hangs on one person breaks off when that person moves on."),
        _("“Only Pat knew whom to ring at the allotments.”"),
        _("Which contacts are known to just one of you? Who could be introduced?"),
    ),
    _kind(
        "groups-under-strain",
        _("Local groups under strain"),
        _("Groups run by volunteers have limits too: who may come, and what they can afford."),
        _("“They would take her, but their funding says under 25 only.”"),
        _("What would help the group? Could the agency offer them something?"),
    ),
)
