""" "Our journey" over two years as a tagged PDF, and the same words, pictures and table set by WeasyPrint, in turn."""

import base64
import html
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bench.rows import Row, setup

setup()

from django.conf import settings  # noqa: E402

from connecting_people.connections.change import changed  # noqa: E402
from connecting_people.connections.picture import draw, standing_alone  # noqa: E402
from connecting_people.connections.presenters.over_time import Line as Moved  # noqa: E402
from connecting_people.connections.presenters.over_time import OverTime, Sort  # noqa: E402
from connecting_people.connections.rules import Network, Node  # noqa: E402
from connecting_people.connections.ruling import Ruling  # noqa: E402
from connecting_people.guide.kinds import CONNECTION_KINDS  # noqa: E402
from connecting_people.review.presenters import paper  # noqa: E402
from connecting_people.review.presenters.report import Report, Section, places_of  # noqa: E402
from connecting_people.review.record.lines import Group, Line  # noqa: E402
from connecting_people.review.rules import Part, Size  # noqa: E402
from connecting_people.review.words import SECTIONS  # noqa: E402

ROUNDS = 11
THEN, NOW = date(2024, 11, 26), date(2026, 11, 26)
_STYLE = """
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-center { content: counter(page) } }
@font-face { font-family: Next; src: url("FOLDER/AtkinsonHyperlegibleNext_400Regular.ttf") }
@font-face { font-family: Next; font-weight: bold; src: url("FOLDER/AtkinsonHyperlegibleNext_700Bold.ttf") }
body { font: 12pt/1.4 Next; color: #1d2a35 } h1 { font-size: 26pt } h2 { font-size: 18pt; color: #1d5a9e }
.said { margin: 8pt 0; padding-left: 4mm; border-left: 1.4mm solid #1d5a9e } .said p { margin: 2pt 0 }
.two { display: flex; gap: 6mm } .two img { width: 82mm } figure { margin: 0 } table { width: 100% }
th, td { border-bottom: 1px solid #8a8f94; text-align: left }
"""
Draw = Callable[[Report], object]


def rows() -> list[Row]:
    """Return how long a report takes with words that are new each time, beside the peer where it can be had."""
    peer, whole = _peer(), _report()
    ours, theirs = [], []
    for number in range(ROUNDS + 2):
        one = replace(whole, name=f"Somebody of round {number}")
        ours.append(_milliseconds(lambda report: paper.paper(report, Size.NORMAL), one))
        theirs += [_milliseconds(peer, one)] if peer else []
    what = "Our journey over two years, as PDF/UA-1"
    said = f"{statistics.median(ours[2:]):.0f} ms"
    if not peer:
        return [(what, f"{said}; WeasyPrint is absent here")]
    ratios = sorted(b / a for a, b in zip(ours[2:], theirs[2:], strict=True))
    times = f"{statistics.median(ratios):.1f} times as fast as WeasyPrint's {statistics.median(theirs[2:]):.0f}"
    return [(what, f"{said}; {times} ({ratios[0]:.1f} to {ratios[-1]:.1f})")]


def _report() -> Report:
    """Return the report of a full two years: 32 people on the map, and some 150 things said or done."""
    sections = [Section(part.value, SECTIONS[part], _groups(part), ()) for part in Part if part != Part.MAP]
    first, last = (Network(tuple(_node(n, year) for n in range(24 + 4 * year))) for year in (0, 2))
    ruling, change = Ruling(), changed(first, last)
    pictures = [draw(one, ruling.board, middle="Asha", name="map") for one in (first, last)]
    sorts = (Sort("joined", "New on the map", tuple(Moved(node.name, "Close") for node in change.joined)),)
    shown = OverTime((THEN, NOW), THEN, NOW, *pictures, sorts, len(change.unmoved), False, change)
    return Report("Asha", THEN, NOW, tuple(sections), shown, places_of(change, ruling, ruling), True)


def _node(number: int, year: int) -> Node:
    kind = CONNECTION_KINDS[number % len(CONNECTION_KINDS)].id
    return Node(number, f"Somebody {number}", kind=kind, ring=1 + (number + year) % 3, slot=number // 11)


def _groups(part: Part) -> tuple[Group, ...]:
    words = "We went on the second bus, sat at the back, and stayed for two songs more than we had said we would"
    lines = tuple(
        Line(f"{words} ({part} {n})", "Asha", "service_user", "1", THEN + timedelta(days=7 * n), "It felt: Good")
        for n in range(4)
    )
    return tuple(Group(f"{SECTIONS[part]} {n}", lines, "Asha", "service_user", "1") for n in range(4))


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

    def draw_with(report: Report) -> object:
        page = HTML(string=_html(report))
        return page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")

    return draw_with


def _html(report: Report) -> str:
    parts = ['<html lang="en-GB"><title>Our journey</title><body><h1>Our journey</h1>', f"<p>{report.name}</p>"]
    assert report.map
    for section in report.sections:
        parts.append(f"<h2>{section.name}</h2>")
        for group in section.groups:
            parts.append(f"<h3>{html.escape(group.heading)}</h3><p>{group.name}</p>")
            parts += [
                f'<div class="said"><p>{html.escape(one.text)}</p><p>{one.note}</p><p>{one.name}, {one.day}</p></div>'
                for one in group.lines
            ]
    parts.append('<h2>The map, then and now</h2><div class="two">')
    for day, picture in ((report.map.then, report.map.before), (report.map.now, report.map.after)):
        svg = base64.b64encode(standalone_of(picture)).decode()
        told = html.escape(paper.told(picture, str(day)))
        parts.append(f'<figure><img alt="{told}" src="data:image/svg+xml;base64,{svg}"><figcaption>{day}</figure>')
    rows = "".join(f"<tr><td>{one.name}</td><td>{one.then}</td><td>{one.now}</td></tr>" for one in report.places)
    head = "<thead><tr><th>Who or what</th><th>Then</th><th>Now</th></tr></thead>"
    return "".join([*parts, f"</div><table>{head}<tbody>{rows}</tbody></table></body></html>"])


def standalone_of(picture: object) -> bytes:
    """Return a map as WeasyPrint takes it."""
    return standing_alone(picture, "").encode()  # type: ignore[arg-type]


def _milliseconds(draw_one: Draw, report: Report) -> float:
    begin = time.perf_counter()
    draw_one(report)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{what}: {figure}")
