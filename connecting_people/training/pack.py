"""Everything for a training in one download, so that a room without network can run on paper."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from connecting_people.core.bundles import bundled
from connecting_people.guide import posters
from connecting_people.training.deck import office, paper
from connecting_people.training.deck.told import slides
from connecting_people.training.outline import Outline
from connecting_people.training.papers.sheet import Paper, Size
from connecting_people.training.papers.shelf import papers_for

MEDIA_TYPE: Final = "application/zip"
READ_ME: Final = "READ ME FIRST.txt"
_SUFFIXES: Final = {Size.USUAL: "", Size.LARGE: "-large-print"}


def pack(outline: Outline) -> bytes:
    """Return all materials of a training in one file, each also in large print, with a page that says what is what."""
    return bundled(_files(outline))


def _files(outline: Outline) -> Iterator[tuple[str, bytes]]:
    papers = tuple(papers_for(outline))
    yield READ_ME, _read_me(outline, papers).replace("\n", "\r\n").encode()
    told = slides(outline)
    yield "slides.pptx", office.pptx(told, title=outline.title)
    yield "slides.pdf", paper.pdf(told, title=outline.title)
    for one in papers:
        for size in Size:
            yield f"{one.id}{_SUFFIXES[size]}.pdf", one.drawn(outline, size)
    for palette in posters.Palette:
        wanted = posters.poster("a3", palette, "pdf", name=outline.agency)
        yield f"poster-{_NAMES[palette]}.pdf", posters.drawn(wanted)


_NAMES: Final = {posters.Palette.COLOUR: "colour", posters.Palette.GREY: "black-and-white"}


def _read_me(outline: Outline, papers: tuple[Paper, ...]) -> str:
    listed = "\n".join(f"- {one.id}.pdf: {one.name}. {one.about}" for one in papers)
    before = _(
        "Print what you mean to use, even if you will have a network. Each PDF is there in large print too: its name "
        "ends in “-large-print”."
    )
    on_paper = _(
        "If the network fails: hand out “collecting-sheets”, and carry on. Afterwards, open the training in the "
        "program, go to “Afterwards”, and type in what should be kept, board by board; no room has to be open for it. "
        "What is marked as yours stays with you."
    )
    names = _("Keep names of people who use services off every sheet.")
    parts = (
        f"{outline.title}\n{outline.facts}".strip(),
        before,
        on_paper,
        names,
        _("What is in here:"),
        "\n".join((
            f"- slides.pptx: {_('The slides, to change as you like. What to say stands in the notes under each.')}",
            f"- slides.pdf: {_('The same slides, to show or print from any machine.')}",
            listed,
            f"- poster-colour.pdf, poster-black-and-white.pdf: {_('The model for the wall, A3, with your name.')}",
        )),
    )  # fmt: skip
    return "\n\n".join(parts) + "\n"
