"""The poster as a tagged PDF, and the same words and drawing set by WeasyPrint, in turn."""

import base64
import html
import statistics
import time
from collections.abc import Callable

from bench.rows import Row, setup

setup()

from django.conf import settings  # noqa: E402

from connecting_people.guide import posters, standalone  # noqa: E402
from connecting_people.guide.steps import STEPS  # noqa: E402

ROUNDS = 15
_STYLE = """
@page { size: 420mm 297mm; margin: 12mm }
@font-face { font-family: Next; src: url("FOLDER/AtkinsonHyperlegibleNext_400Regular.ttf") }
@font-face { font-family: Next; font-weight: bold; src: url("FOLDER/AtkinsonHyperlegibleNext_700Bold.ttf") }
body { font: 13.5pt Next; color: #1d2a35 }
h1 { margin: 0; font-size: 50pt } h2 { margin: 0 0 6mm; font-size: 25pt } h3 { margin: 0; font-size: 17.5pt }
.name { float: right; padding: 4mm 9mm; border-radius: 14mm; background: #a84300; color: #fff; font: bold 28pt Next }
.sides { display: flex; gap: 8mm } .sides img { width: 277mm } p { margin: 0 0 3mm }
"""
Draw = Callable[[str], object]


def rows() -> list[Row]:
    """Return how long a poster takes with a name that is new each time, beside the peer where it can be had."""
    peer = _peer()
    ours, theirs = [], []
    for number in range(ROUNDS + 2):
        ours.append(_milliseconds(_draw, f"The agency of round {number}"))
        theirs += [_milliseconds(peer, f"The agency of round {number}")] if peer else []
    said = f"{statistics.median(ours[2:]):.0f} ms"
    if not peer:
        return [("poster, A3, as PDF/UA-1", f"{said}; WeasyPrint is absent here")]
    ratios = sorted(b / a for a, b in zip(ours[2:], theirs[2:], strict=True))
    times = f"{statistics.median(ratios):.1f} times as fast as WeasyPrint's {statistics.median(theirs[2:]):.0f}"
    return [("poster, A3, as PDF/UA-1", f"{said}; {times} ({ratios[0]:.1f} to {ratios[-1]:.1f})")]


def _draw(name: str) -> object:
    return posters.drawn(posters.poster("a3", "colour", "pdf", name=name))


def _peer() -> Draw | None:
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError):  # it needs pango, which is not Python's to install
        return None
    # What can be got ready once is, for it as for us.
    fonts = FontConfiguration()
    folder = (settings.DOCUMENT_FONTS[0] / "atkinson-hyperlegible-next").as_uri()
    style = CSS(string=_STYLE.replace("FOLDER", folder), font_config=fonts)
    drawing = base64.b64encode(standalone.svg(palette="colour", title="The model", layout="wide").encode()).decode()
    steps = "".join(f"<h3>{step.number} {step.name}</h3><p>{step.aim}</p>" for step in STEPS)
    before = '<html lang="en-GB"><title>Connecting People: poster for the wall</title><body>'
    after = (
        "<h1>Connecting People</h1><p>Life is easier with people in it. Two of you can find them together.</p>"
        f'<div class="sides"><img alt="{html.escape(posters.told(posters.Size.A3))}" '
        f'src="data:image/svg+xml;base64,{drawing}"><div><h2>Eight steps, in any order</h2>{steps}'
        "<h2>Coming and going</h2><p>Ask, rest, stop or come back at any time.</p></div></div>"
    )

    def draw(name: str) -> object:
        page = HTML(string=f'{before}<p class="name">{html.escape(name)}</p>{after}')
        return page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")

    return draw


def _milliseconds(draw: Draw, name: str) -> float:
    begin = time.perf_counter()
    draw(name)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{what}: {figure}")
