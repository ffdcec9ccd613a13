"""Whom the teams of the demo know in the area, when they were last in touch, and who has them now."""

from dataclasses import dataclass, field
from uuid import UUID

from connecting_people.community.actions import contacts as actions
from connecting_people.community.demo.town import Town
from connecting_people.community.models import LocalContact
from connecting_people.core.demo import Line, Verbs
from connecting_people.people.demo import STAFF
from connecting_people.people.models import User

_TEAMS = {name: place for name, _role, place in reversed(STAFF)}


@dataclass
class Contacts:
    """The contacts that later lines speak about, by agency and the name given with `as=`."""

    town: Town
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        return {
            "known": self.known,
            "in_touch": self.in_touch,
            "hands_over": self.hands_over,
            "lost_touch": self.lost_touch,
        }

    def known(self, line: Line) -> None:
        """Write down whom the team knows; the words say how to approach them."""
        contact = actions.add_contact(
            by=self._by(line),
            at=line.at,
            team=self.town.cast.teams[_TEAMS[line.who]],
            asset=self.town.asset(line) if line.mark("asset") else None,
            organisation=self.town.kept[line.story, line.mark("organisation")] if line.mark("organisation") else None,
            name=line.mark("name"),
            reach=line.mark("reach"),
            approach=line.words,
        )
        self.found[line.story, line.mark("as")] = contact.pk

    def in_touch(self, line: Line) -> None:
        """Say that somebody was in touch with them."""
        actions.touch(by=self._by(line), at=line.at, contact=self._contact(line), words=line.words)

    def lost_touch(self, line: Line) -> None:
        """Say that the team does not know them any more."""
        actions.end_contact(by=self._by(line), at=line.at, contact=self._contact(line))

    def hands_over(self, line: Line) -> None:
        """Give everybody whom one of the team keeps to another."""
        giver, taker = (self.town.cast.users[line.mark(name)] for name in ("from", "to"))
        agency = self.town.cast.agencies[line.story]
        held = LocalContact.objects.filter(agency=agency, kept_by=giver, ended_at=None)
        choices = dict.fromkeys(held.values_list("pk", flat=True), taker.pk)
        actions.hand_over_contacts(by=self._by(line), at=line.at, agency=agency, choices=choices)

    def _contact(self, line: Line) -> LocalContact:
        return LocalContact.objects.get(pk=self.found[line.story, line.mark("to")])

    def _by(self, line: Line) -> User:
        return self.town.cast.users[line.who]
