"""What would happen if a file were taken in: each entry of it beside what the directory holds now."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.columns import COLUMNS, NAME, facts_of, put_in, unknown_words
from connecting_people.community.comparing import Difference, differences, postcodes_of, with_ours
from connecting_people.community.models import Asset, Import, Organisation
from connecting_people.community.queries.assets import Directory, directory_for
from connecting_people.community.refusals import Problem, line
from connecting_people.community.rules import ImportState, Matched, Status
from connecting_people.community.standard import Document, faults
from connecting_people.community.standing_in import organisation_of
from connecting_people.people.models import Agency
from connecting_people.people.standing import Standing

AT_ONCE: Final = 500


@dataclass(frozen=True)
class Coming:
    """One entry of a file: how it stands to the directory, and what it would say."""

    matched: Matched
    document: Document
    runs: str = ""
    asset: Asset | None = None
    changes: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.document["name"])


@dataclass(frozen=True)
class Plan:
    """What would happen: entries, entries that are in the source no more, and who runs them, by the standard's id."""

    coming: tuple[Coming, ...]
    gone: tuple[Asset, ...]
    organisations: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    told: tuple[Problem, ...] = ()

    def of(self, matched: Matched) -> list[Coming]:
        """Return the entries that stand so to the directory."""
        return [one for one in self.coming if one.matched == matched]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {**Counter(one.matched.value for one in self.coming), Matched.GONE.value: len(self.gone)}

    @property
    def mark(self) -> str:
        """Return a mark that changes with anything that would happen."""
        said = [
            (one.matched, one.document["id"], one.asset and (one.asset.pk, one.asset.version)) for one in self.coming
        ]
        return sha256(repr((said, [(one.pk, one.version) for one in self.gone])).encode()).hexdigest()


def directory_to_bring_into(held: Standing, agency_id: UUID) -> Directory:
    """Return the directory for somebody who may bring whole files into it; Http404 for everybody else."""
    directory = directory_for(held, agency_id)
    if not directory.brings_in:
        raise Http404
    return directory


def imports_of(directory: Directory) -> "QuerySet[Import]":
    """Return the files that were brought, newest first, without what is in them."""
    rows = Import.objects.filter(agency=directory.agency).exclude(state=ImportState.DROPPED)
    return rows.select_related("by", "done_by", "undone_by").defer("plan").order_by("-at")


def import_in(directory: Directory, import_id: UUID) -> Import:
    """Return one file that was brought; Http404 when there is none of this id."""
    found = (
        Import.objects.filter(agency=directory.agency, pk=import_id)
        .select_related("agency", "by", "done_by", "undone_by")
        .first()
    )
    if found is None or found.state == ImportState.DROPPED:
        raise Http404
    return found


def plan_of(brought: Import) -> Plan:
    """Return what would happen now if a file were taken in."""
    agency, plan = brought.agency, brought.plan
    known = {str(one.standard_id): one.document for one in Organisation.objects.filter(agency=agency)}
    if plan["kind"] == "table":
        return _with_gone(brought, _of_table(brought, known), whole=True)
    told = tuple(Problem(*one) for one in plan["told"])
    runs = {one["id"].lower(): one for one in plan["organisations"]}
    here = _Here(agency, plan["services"])
    named = {**known, **runs}
    found = [_compared(agency, one, here, named) for one in plan["services"]]
    changed = {id: one for id, one in runs.items() if known.get(id) != one and id != organisation_of(agency)["id"]}
    return _with_gone(brought, Plan(tuple(found), (), changed, told=told), whole=plan["whole"])


class _Here:
    """What the directory holds that a file may be about, found in a few queries; each of it is matched once."""

    def __init__(self, agency: Agency, documents: Sequence[Document]) -> None:
        rows = Asset.objects.filter(agency=agency).select_related("organisation")
        self._by_id = {str(one.standard_id): one for one in _in(rows, "standard_id", [one["id"] for one in documents])}
        names = [str(one.get("name", "")) for one in documents if one["id"].lower() not in self._by_id]
        self._by_name: dict[str, list[Asset]] = {}
        for one in _in(rows, "name", names):
            self._by_name.setdefault(one.name, []).append(one)
        self._matched = {one.pk for one in self._by_id.values()}

    def match(self, document: Document) -> Asset | None:
        """Return the entry of the same id, else of the same name and postcode."""
        found = self._by_id.get(document["id"].lower())
        if found is None:
            codes = postcodes_of(document)
            near = (one for one in self._by_name.get(str(document.get("name", "")), []) if one.pk not in self._matched)
            found = next((one for one in near if _same_place(codes, postcodes_of(one.document))), None)
        if found:
            self._matched.add(found.pk)
        return found


def _same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or not (one or other)


def _in(rows: "QuerySet[Asset]", name: str, values: Iterable[str]) -> Iterator[Asset]:
    wanted = sorted(set(values))
    for begin in range(0, len(wanted), AT_ONCE):
        yield from rows.filter(**{f"{name}__in": wanted[begin : begin + AT_ONCE]})


def _compared(agency: Agency, document: Document, here: _Here, runs: Mapping[str, Document]) -> Coming:
    id = str(document.get("organization_id") or "").lower()
    id = "" if id not in runs or id == organisation_of(agency)["id"] else id
    coming = {name: value for name, value in document.items() if name != "organization_id" or id not in runs}
    asset = here.match(coming)
    return _against(asset, coming, id, runs)


def _against(asset: Asset | None, coming: Document, id: str, runs: Mapping[str, Document]) -> Coming:
    if asset is None:
        return Coming(Matched.NEW, coming, id)
    coming = with_ours(coming, asset.document)
    changes = differences(asset.document, coming)
    before = asset.organisation.document if asset.organisation else {}
    after = runs.get(id, {})
    if before.get("id") != after.get("id"):
        changes.append(Difference(_("organisation"), str(before.get("name", "")), str(after.get("name", ""))))
    return Coming(Matched.CHANGED if changes else Matched.SAME, coming, id, asset, tuple(changes))


def _of_table(brought: Import, known: Mapping[str, Document]) -> Plan:
    """Read each line of a table as an entry; one that is known keeps what its line does not say."""
    reading = _Lines(brought, known)
    lines = [(number, facts_of(row, brought.plan["mapping"])) for number, row in brought.plan["rows"]]
    fresh = [(number, facts, put_in(facts, reading.begun(facts))) for number, facts in reading.to_read(lines)]
    here = _Here(brought.agency, [new for _number, _facts, new in fresh])
    found = [reading.entry(number, facts, new, here.match(new)) for number, facts, new in fresh]
    return Plan(tuple(found), (), reading.runs, tuple(reading.problems), tuple(reading.told))


class _Lines:
    """The lines of one table, with all that there is to say about them."""

    def __init__(self, brought: Import, known: Mapping[str, Document]) -> None:
        self.file, self.brought, self.known = brought.plan["file"], brought, known
        self.by_name = {one["name"].casefold(): id for id, one in known.items()}
        self.runs: dict[str, Document] = {}
        self.problems: list[Problem] = []
        self.told: list[Problem] = []

    def begun(self, facts: Mapping[str, str]) -> Document:
        """Return a document with the same id for the same line whenever its table comes from the same source."""
        said = "/".join([self.brought.source, facts[NAME], facts.get("postcode", "")])
        return {"id": str(uuid.uuid5(self.brought.agency_id, said))}

    def to_read(self, lines: Iterable[tuple[int, dict[str, str]]]) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the lines that can be read, and note why the others cannot."""
        seen = set()
        for number, facts in lines:
            key = (facts.get(NAME), facts.get("postcode"))
            if NAME not in facts:
                self._stop(number, _("This line has no name."), str(COLUMNS[NAME]))
            elif key in seen:
                self._stop(number, _("This name and postcode stand on an earlier line too."))
            else:
                seen.add(key)
                yield number, facts

    def entry(self, number: int, facts: Mapping[str, str], new: Document, asset: Asset | None) -> Coming:
        """Return what one line would do."""
        document = put_in(facts, asset.document) if asset else new
        for fault in faults(document, "service"):
            among = self.problems if fault.stops else self.told
            among.append(Problem(self.file, str(fault.reason), line(number), fault.path))
        for column, word in unknown_words(facts):
            reason = _("We have no word for “%(word)s”, so it is left out.") % {"word": word}
            self.told.append(Problem(self.file, reason, line(number), str(COLUMNS[column])))
        return _against(asset, document, self._runs(facts, asset), {**self.known, **self.runs})

    def _runs(self, facts: Mapping[str, str], asset: Asset | None) -> str:
        if "organisation" not in facts:
            return str(asset.organisation.standard_id) if asset and asset.organisation else ""
        name = facts["organisation"]
        id = self.by_name.setdefault(name.casefold(), str(uuid.uuid5(self.brought.agency_id, name)))
        if id not in self.known:
            self.runs[id] = {"id": id, "name": name, "description": name}
        return id

    def _stop(self, number: int, reason: str, field: str = "") -> None:
        self.problems.append(Problem(self.file, reason, line(number), field))


def _with_gone(brought: Import, plan: Plan, *, whole: bool) -> Plan:
    if not whole or plan.problems:
        return plan
    here = {one.asset.pk for one in plan.coming if one.asset}
    earlier: dict[str, Any] = {
        "imports__brought__source": brought.source,
        "imports__brought__state": ImportState.BROUGHT_IN,
    }
    rows = Asset.objects.filter(agency=brought.agency, **earlier).exclude(status=Status.DEFUNCT)
    gone = tuple(
        one for one in rows.select_related("organisation").order_by("name", "pk").distinct() if one.pk not in here
    )
    return Plan(plan.coming, gone, plan.organisations, plan.problems, plan.told)
