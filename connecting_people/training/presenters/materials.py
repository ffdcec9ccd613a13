"""The page of the materials: what can be shown and printed, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.core.addresses import address
from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.models import Training
from connecting_people.training.outline import Outline
from connecting_people.training.papers.sheet import Size
from connecting_people.training.papers.shelf import papers_for


@dataclass(frozen=True)
class File:
    """One file to open: what its link says, and where it is."""

    says: StrOrPromise
    href: str


@dataclass(frozen=True)
class Thing:
    """Something to show or print, in each form in which it comes."""

    name: StrOrPromise
    about: StrOrPromise
    files: tuple[File, ...]


_SIZES: Final = {Size.USUAL: gettext_lazy("Open the PDF"), Size.LARGE: gettext_lazy("Large print (PDF)")}


def slides_of(training: Training) -> Thing:
    """Return the slides, to change and to show."""
    return Thing(
        _("Slides"),
        _(
            "Research and policy with sources, the model, the eight steps, and each activity of your agenda. What to "
            "say stands in the notes. Change whatever you like."
        ),
        (
            File(_("Get the slides to change (PPTX)"), _at(training, "slides", slides_form="pptx")),
            File(_("Open the slides (PDF)"), _at(training, "slides", slides_form="pdf")),
        ),
    )


def papers_of(training: Training, outline: Outline, *, hangs: bool) -> Iterator[Thing]:
    """Yield the papers in the order in which they stand on the shelf, and last the poster for who may hang one."""
    for paper in papers_for(outline):
        files = (File(says, _at(training, "paper", paper=paper.id, print_size=size)) for size, says in _SIZES.items())
        yield Thing(paper.name, paper.about, tuple(files))
    if not hangs:
        return
    poster = address("people:poster", agency_id=training.agency_id)
    yield Thing(
        _("Poster for the wall"),
        _("The model as a double page, A3, in colour or black and white, with the name of your agency."),
        (File(_("Choose a poster"), poster),),
    )


def _at(training: Training, page: str, **parts: str) -> str:
    return address(f"training:{page}", agency_id=training.agency_id, training_id=training.pk, **parts)
