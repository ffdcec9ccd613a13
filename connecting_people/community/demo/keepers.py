"""Organisations of the demo that keep their own entries: invited, asking for changes, answering."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.community.actions import keeping, proposals
from connecting_people.community.demo.town import Town
from connecting_people.community.models import OrganisationAnswer, Proposal
from connecting_people.core.demo import Line, Verbs
from connecting_people.people.models import User


@dataclass
class Keepers:
    """The links, wishes and answers that later lines speak about, by agency and the name given with `as=`."""

    town: Town
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)
    wished: dict[tuple[str, str], Line] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        return {
            "invites_keeper": self.invites_keeper,
            "begins_keeping": self.begins_keeping,
            "wishes": self.wishes,
            "says_yes": self.says_yes,
            "says_no": self.says_no,
            "replies": self.replies,
            "shows_reply": self.decides_reply,
            "keeps_reply": self.decides_reply,
        }

    def invites_keeper(self, line: Line) -> None:
        """Make a link for somebody of an organisation."""
        _invitation, token = keeping.invite_keeper(
            by=self._by(line),
            at=line.at,
            organisation=self.town.kept[line.story, line.mark("organisation")],
            name=line.mark("name"),
            email=line.mark("email"),
        )
        self.links[line.story, line.mark("as")] = token

    def begins_keeping(self, line: Line) -> None:
        """Use the link."""
        keeping.become_keeper(by=self._by(line), at=line.at, token=self.links[line.story, line.mark("to")])

    def wishes(self, line: Line) -> None:
        """Say how an entry should read, or with `new=` what should be in the directory as well."""
        given: dict[str, Any] = {"by": self._by(line), "at": line.at, "note": line.mark("note")}
        if line.mark("new"):
            organisation = self.town.kept[line.story, line.mark("organisation")]
            made = proposals.propose(**given, organisation=organisation, document=self.town.new(line))
        else:
            asset = self.town.asset(line)
            assert asset.organisation is not None
            document = self.town.wanted(line)
            made = proposals.propose(
                **given, organisation=asset.organisation, document=document, asset=asset, based_on=asset.version
            )
        self.found[line.story, line.mark("as")] = made.pk
        self.wished[line.story, line.mark("as")] = line

    def says_yes(self, line: Line) -> None:
        """Write what was wished into the entry."""
        proposal = self._proposal(line)
        version = proposal.asset.version if proposal.asset else 0
        proposals.approve(by=self._by(line), at=line.at, proposal=proposal, version=version)
        if proposal.based_on:
            # Later edits start from what it says now.
            self.town.changed(self.wished[line.story, line.mark("to")])

    def says_no(self, line: Line) -> None:
        """Leave the entry as it is, and say why."""
        proposals.turn_down(by=self._by(line), at=line.at, proposal=self._proposal(line), why=line.words)

    def replies(self, line: Line) -> None:
        """Say something to how people find it."""
        made = proposals.answer(by=self._by(line), at=line.at, asset=self.town.asset(line), words=line.words)
        self.found[line.story, line.mark("as")] = made.pk

    def decides_reply(self, line: Line) -> None:
        """Let others read it, or say why not."""
        answer = OrganisationAnswer.objects.get(pk=self.found[line.story, line.mark("to")])
        yes = line.verb == "shows_reply"
        proposals.decide_answer(by=self._by(line), at=line.at, answer=answer, yes=yes, why=line.words)

    def _proposal(self, line: Line) -> Proposal:
        return Proposal.objects.select_related("asset").get(pk=self.found[line.story, line.mark("to")])

    def _by(self, line: Line) -> User:
        return self.town.cast.users[line.who]
