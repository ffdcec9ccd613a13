"""Partnerships of the demo: who begins, joins, pauses, leaves, comes back, stands in, hands over, looks."""

from dataclasses import dataclass, field
from uuid import UUID

from connecting_people.core.demo import Line, Verbs
from connecting_people.partnership import actions
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.queries import partnership_for, partnership_to_write, supported_partnership_for
from connecting_people.partnership.rules import Part
from connecting_people.people.demo import Cast


@dataclass
class Pairs:
    """The partnerships, by the name of their story."""

    cast: Cast
    found: dict[str, UUID] = field(default_factory=dict)
    # Tokens of links that wait to be used, by story and who they are for.
    links: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "begin": self.begin,
            "invite": self.invite,
            "join": self.join,
            "colleague": self.colleague,
            "cover": self.cover,
            "pause": self.pause,
            "leave": self.leave,
            "back": self.back,
            "handover": self.hand_over,
            "look": self.look,
            "read": self.read,
        }

    def reach(self, line: Line) -> Partnership:
        """Return the story's partnership as it reaches whoever acts in this line."""
        return partnership_to_write(self.cast.user(line.who, line.at), self.found[line.story], at=line.at)

    def place(self, partnership: Partnership, line: Line, mark: str) -> Participant | None:
        """Return the place of whoever stands behind `mark=`; the story's own name is its service user."""
        name = line.mark(mark)
        if not name:
            return None
        if name == line.story:
            return partnership.person
        user = self.cast.users[name]
        return next(p for p in partnership.everybody if p.user_id == user.pk and p.left_at is None)

    def begin(self, line: Line) -> None:
        """Begin a partnership."""
        team = self.cast.teams[line.mark("team")]
        made = actions.begin(
            by=self.cast.users[line.who], at=line.at, agency=team.agency, name=line.mark("name"), team=team
        )
        self.found[line.story] = made.pk

    def invite(self, line: Line) -> None:
        """Make a link for the service user, or for a supporter."""
        name = line.mark("guest", line.story)
        part = Part.SERVICE_USER if name == line.story else Part.SUPPORTER
        _, token = actions.invite(
            by=self.cast.users[line.who],
            at=line.at,
            partnership=self.reach(line),
            part=part,
            name=name.title(),
            until_date=line.day("until"),
        )
        self.links[line.story, name] = token

    def join(self, line: Line) -> None:
        """Use the link."""
        user = self.cast.user(line.who, line.at)
        actions.take_place(by=user, at=line.at, token=self.links.pop((line.story, line.who)))

    def colleague(self, line: Line) -> None:
        """Bring another practitioner in."""
        colleague = self.cast.users[line.mark("guest")]
        actions.add_colleague(
            by=self.cast.users[line.who], at=line.at, partnership=self.reach(line), colleague=colleague
        )

    def cover(self, line: Line) -> None:
        """Let a colleague stand in until a day."""
        until = line.day("until")
        if until is None:
            raise ValueError("A cover needs until=")
        actions.cover(
            by=self.cast.users[line.who],
            at=line.at,
            partnership=self.reach(line),
            colleague=self.cast.users[line.mark("guest")],
            until_date=until,
            words=line.words,
        )

    def pause(self, line: Line) -> None:
        """Pause, perhaps with a day to ask again."""
        actions.pause(
            by=self.cast.users[line.who],
            at=line.at,
            partnership=self.reach(line),
            words=line.words,
            ask_again_date=line.day("ask"),
        )

    def leave(self, line: Line) -> None:
        """Leave, with the door open."""
        actions.leave(by=self.cast.users[line.who], at=line.at, partnership=self.reach(line), words=line.words)

    def back(self, line: Line) -> None:
        """Come back at a step."""
        actions.come_back(
            by=self.cast.users[line.who],
            at=line.at,
            partnership=self.reach(line),
            step=int(line.mark("step")),
            words=line.words,
        )

    def hand_over(self, line: Line) -> None:
        """Make a colleague the lead practitioner."""
        actions.hand_over(
            by=self.cast.users[line.who],
            at=line.at,
            partnership=self.reach(line),
            colleague=self.cast.users[line.mark("guest")],
            words=line.words,
        )

    def look(self, line: Line) -> None:
        """Look urgently, and read what one came for."""
        user = self.cast.users[line.who]
        partnership = Partnership.objects.get(pk=self.found[line.story])
        actions.look_urgently(by=user, at=line.at, partnership=partnership, reason=line.words)
        partnership_for(user, partnership.pk, at=line.at, page="timeline")

    def read(self, line: Line) -> None:
        """Open a page of the record, so that "who has looked" has something to tell."""
        user, found = self.cast.users[line.who], self.found[line.story]
        if line.mark("page") == "shared":
            supported_partnership_for(user, found, at=line.at)
        else:
            partnership_for(user, found, at=line.at, page=line.mark("page"))
