"""A whole review: what each said, what the record shows, and what could come next."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.guide.prerequisites import PREREQUISITES
from connecting_people.guide.steps import STEPS
from connecting_people.journey.models import Entry
from connecting_people.journey.permissions import can_reword
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.review.models import Next, Review, Said
from connecting_people.review.queries import as_all_see, nexts_of, said_in
from connecting_people.review.record.lines import Content, Group, Line, Saying, place_of, text_of, voiced
from connecting_people.review.record.people import enough_in, met_in
from connecting_people.review.record.plans import goals_in, outings_in, outings_told
from connecting_people.review.record.strengths import brought, strengths_in
from connecting_people.review.record.ways import barriers_in, measures_in, stock_in
from connecting_people.review.rules import Choice, Heading
from connecting_people.review.words import CHOICES

Shows = Callable[[Partnership, date, date], tuple[Group, ...]]


def _outings(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    return outings_in(partnership, outings_told(partnership, since, until))


def _brings(partnership: Partnership, _since: date, until: date) -> tuple[Group, ...]:
    said = brought(partnership, until)
    return tuple(Group(str(one.name), said[one.id]) for one in PREREQUISITES if one.id in said)


# The map and what came of it are looked at as of the two days, and are no lines that are kept.
SHOWS: dict[Heading, Shows] = {
    Heading.ENOUGH: enough_in,
    Heading.GOALS: goals_in,
    Heading.OUTINGS: _outings,
    Heading.MET: met_in,
    Heading.STRENGTHS: strengths_in,
    Heading.BARRIERS: barriers_in,
    Heading.STOCK: stock_in,
    Heading.MEASURES: measures_in,
    Heading.BRINGS: _brings,
}


# Names from the map: who is taken off it for good goes from here, too, and so these are never kept.
LIVE = (Heading.MET, Heading.STOCK)


def content_for_all(partnership: Partnership, review: Review, until: date) -> Content:
    """Return a review as both see it, to be kept word for word: nothing that one keeps to themselves is in it."""
    shared = as_all_see(partnership)
    return content_of(shared, review, until, without=LIVE)


def with_live(partnership: Partnership, content: Content, *headings: Heading) -> Content:
    """Return a review with what is never kept, as of its days."""
    found = {heading: SHOWS[heading](partnership, content.since, content.until) for heading in headings}
    return replace(content, record={**content.record, **found})


def content_of(partnership: Partnership, review: Review, until: date, *, without: Iterable[Heading] = ()) -> Content:
    """Return a review as its reader sees it."""
    record = {
        heading: shows(partnership, review.since_date, until)
        for heading, shows in SHOWS.items()
        if heading not in without
    }
    return Content(
        since=review.since_date,
        until=until,
        said=sayings(partnership, said_in(partnership, review)),
        record={heading: groups for heading, groups in record.items() if groups},
        next=tuple(line for one in nexts_of(review) for line in next_lines(partnership, one)),
    )


def sayings(partnership: Partnership, rows: Iterable[Said]) -> tuple[Saying, ...]:
    """Return what was said in a review, as a page or a paper shows it."""
    return tuple(
        Saying(
            entry=str(one.entry_id),
            heading=one.heading,
            item=one.item,
            words=text_of(one.entry),
            day=one.entry.happened_date,
            note=note_of(partnership, one.entry),
            kept=one.entry.kept_by_id is not None,
            id=str(one.pk),
            mine=partnership.looking is None and can_reword(partnership.me, one.entry),
            **voiced(partnership, one.entry.voice_id),
        )
        for one in rows
    )


def note_of(partnership: Partnership, entry: Entry) -> str:
    """Say who sees an entry, or who wrote it down for somebody."""
    if entry.kept_by_id:
        return _("Only you see this")
    if not entry.as_said or entry.confirmed_at:
        return ""
    voice = place_of(partnership, entry.voice_id)
    by = next((one.name for one in partnership.everybody if one.user_id == entry.by_id), "")
    return _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": by}


def next_lines(partnership: Partnership, one: Next) -> tuple[Line, ...]:
    """Return what could come next in the words of whoever said it, and how the other sees it in theirs."""
    entry = one.entry
    choice = str(CHOICES[Choice(one.choice)][0])
    text = f"{choice}: {one.step}. {STEPS[one.step - 1].name}" if one.step else choice
    words = "" if entry.words == entry.line else entry.words
    lines = [Line(text, day=entry.happened_date, note=words, **voiced(partnership, entry.voice_id))]
    view = next(iter(entry.other_views.all()), None)
    if view:
        says = _("Agrees") if view.agrees else _("Sees it differently")
        lines.append(Line(says, day=day_of(view.at), note=view.words, **voiced(partnership, view.voice_id)))
    elif entry.standing == Standing.PROPOSED:
        lines.append(Line(_("Waits for the other’s word")))
    return tuple(lines)
