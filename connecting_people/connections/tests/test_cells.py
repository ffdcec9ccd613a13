"""Cells are safe for a spreadsheet and come back as they were."""

import csv
import io
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.connections import cells
from connecting_people.connections.refusals import NotTakenIn

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_begins_as_a_formula(sign):
    assert cells.safe(sign + "1+1") == "'" + sign + "1+1"


@pytest.mark.parametrize("text", ["Jo", "", "1-1", "O'Neil", "'quoted'", "🐕", "علي", "a=b"])
def test_other_text_stays_as_it_is(text):
    assert cells.safe(text) == text


@given(NAMES)
def test_what_was_made_safe_comes_back(text):
    assert cells.plain(cells.safe(text)) == text
    assert cells.safe(text)[:1] not in list("=+-@\t\r\n")


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5))
def test_a_table_comes_back(rows):
    header, found = cells.table_of("a.csv", cells.written(["name", "=kind"], rows))

    kept = [{"name": name, "=kind": kind} for name, kind in rows if name.strip() or kind.strip()]
    assert header == ["name", "=kind"]
    assert [{"name": "", "=kind": ""} | row for _, row in found] == [
        {"name": row["name"], "=kind": row["=kind"] if row["=kind"].strip() else ""} for row in kept
    ]


def test_numbers_and_answers_are_written_plainly():
    assert [cells.shown(cell) for cell in (None, True, False, -1, -0.5, "-1")] == [
        "", "true", "false", "-1", "-0.5", "'-1",
    ]  # fmt: skip


def test_excel_is_told_that_it_is_unicode():
    plain, marked = cells.written(["a"], [["é"]]), cells.written(["a"], [["é"]], for_excel=True)

    assert marked == b"\xef\xbb\xbf" + plain
    assert cells.table_of("a.csv", marked) == cells.table_of("a.csv", plain)


@pytest.mark.parametrize(
    "content",
    ["name;kind\nZoë;friend\n".encode("cp1252"), "name\tkind\nZoë\tfriend\n".encode("utf-16"),
     "name,kind\r\nZoë,friend\r\n".encode("utf-8-sig"), b'name,kind\r"Zo\xc3\xab",friend,,\r\r'],
)  # fmt: skip
def test_a_table_may_come_from_any_spreadsheet(content):
    _, rows = cells.table_of("a.csv", content)

    assert [row for _, row in rows] == [{"name": "Zoë", "kind": "friend"}]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"name\na,b\n", 2, "more cells"),
        (b'name\n"a', 2, "cannot be read as a table"),
        (b"name,name\na,b\n", 1, "same name"),
        (b"name\n\x81\x8d", 0, "letters"),
        (b"\xff\xfea", 0, "letters"),
        (b"name\nB\x00o\n", 0, "letters"),
        (b"n," * 1001 + b"x", 1, "too many"),
        (b"name\n" + b"a" * 200_000, 2, "cannot be read"),
        (b"name\n" + b"a\n" * 250_001, 250_002, "far more"),
        (b"name\n" + b"a" * 10_000_000, 0, "10 MB"),
    ],
    ids=map(str, count()),  # the contents are too long
)
def test_what_is_no_table_stays_out_with_its_line_and_reason(content, line, reason):
    with pytest.raises(NotTakenIn, match=reason) as why:
        cells.table_of("a.csv", content)

    assert (why.value.problems[0].file, why.value.problems[0].line) == ("a.csv", line)


def test_what_we_write_others_read():
    written = cells.written(["name"], [['a "b",\nc'], ["=1"]]).decode()

    assert list(csv.reader(io.StringIO(written, newline=""))) == [["name"], ['a "b",\nc'], ["'=1"]]
