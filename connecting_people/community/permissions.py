from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community.models import Asset, Keeper, OrganisationAnswer, Proposal, Rating
from connecting_people.community.rules import Rater, RatingState
from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import standing


def check_can_read_directory(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` belongs to this agency, in whatever role."""
    if not standing(user).roles_in(agency_id):
        raise NotAllowed(_("This is for the people of this agency."))


def check_can_keep_directory(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` keeps what this agency knows of its area: its entries, contacts, checks, gaps."""
    _check(user, agency_id, May.KEEP_DIRECTORY, _("Only practitioners and those who lead them can change this."))


def check_can_bring_in(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` may bring whole files into this agency's directory."""
    _check(user, agency_id, May.BRING_IN, _("Only a team lead or an administrator can bring in a file."))


def raters_of(user: User, agency_id: UUID) -> tuple[Rater, ...]:
    """Return the kinds of person as whom `user` can speak in this agency; all of its staff speak as practitioners."""
    held = standing(user).roles_in(agency_id)
    said = {
        Rater.SERVICE_USER: Role.SERVICE_USER in held,
        Rater.PRACTITIONER: bool(held & STAFF),
        Rater.SUPPORTER: Role.SUPPORTER in held,
    }
    return tuple(kind for kind, so in said.items() if so)


def check_can_rate(user: User, asset: Asset) -> None:
    """Raise NotAllowed unless `user` belongs to the asset's agency, and not to the organisation that runs it."""
    check_can_read_directory(user, asset.agency_id)
    if keeps(user, asset.organisation_id):
        raise NotAllowed(_("You keep this entry for the organisation itself, so you can answer, but not give a light."))


def check_can_moderate(user: User, rating: Rating) -> None:
    """Raise NotAllowed unless `user` may look at this rating: a keeper, never its author, and later another person."""
    check_can_keep_directory(user, rating.agency_id)
    if rating.by_id == user.pk:
        raise NotAllowed(_("This is your own. Somebody else looks at it."))
    if rating.brought_by_id == user.pk:
        raise NotAllowed(_("You took this from the training yourself. Somebody else looks at it."))
    if keeps(user, rating.asset.organisation_id):
        raise NotAllowed(_("You keep this entry for the organisation itself. Somebody else looks at what people say."))
    if rating.state == RatingState.TURNED_DOWN and rating.decided_by_id == user.pk:
        raise NotAllowed(_("You have looked at this already. A second person looks at it now."))


def check_can_answer(user: User, asset: Asset) -> None:
    """Raise NotAllowed unless `user` keeps the organisation that runs the asset."""
    if not keeps(user, asset.organisation_id):
        raise NotAllowed(_("Only the organisation itself can answer here."))


def check_can_propose(user: User, organisation_id: UUID) -> None:
    """Raise NotAllowed unless `user` keeps this organisation."""
    if not keeps(user, organisation_id):
        raise NotAllowed(_("Only somebody who keeps this organisation can do this."))


def check_can_decide(user: User, thing: Proposal | OrganisationAnswer) -> None:
    """Raise NotAllowed unless `user` keeps the directory and did not write this themselves."""
    check_can_keep_directory(user, thing.agency_id)
    if thing.by_id == user.pk:
        raise NotAllowed(_("This is your own. Somebody else looks at it."))


def keeps(user: User, organisation_id: UUID | None) -> bool:
    """Say whether `user` keeps an organisation's entries today."""
    if organisation_id is None:
        return False
    return Keeper.objects.filter(organisation_id=organisation_id, user=user, ended_at=None).exists()


def _check(user: User, agency_id: UUID, what: May, reason: str) -> None:
    if not standing(user).may(what, agency_id):
        raise NotAllowed(reason)


can_read_directory = allowed(check_can_read_directory)
can_keep_directory = allowed(check_can_keep_directory)
can_bring_in = allowed(check_can_bring_in)
can_rate = allowed(check_can_rate)
can_moderate = allowed(check_can_moderate)
can_answer = allowed(check_can_answer)
can_propose = allowed(check_can_propose)
can_decide = allowed(check_can_decide)
