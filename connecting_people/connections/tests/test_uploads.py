"""Files of whatever sort are found out, within limits, whole or not at all."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connecting_people.connections import canvas_csv, graphml, uploads
from connecting_people.connections.refusals import NotTakenIn, Problem
from connecting_people.connections.rules import Network, Node
from connecting_people.connections.sessions import Session

AT = datetime(2026, 11, 23, tzinfo=UTC)
ME = "bbbbbbbb-0000-4000-8000-000000000001"
HER = "bbbbbbbb-0000-4000-8000-000000000002"


def session(number: int, person: str = ME, **more) -> Session:
    network = Network((Node("aaaaaaaa-0000-4000-8000-000000000001", "Bo", **more),), day=date(2024, number, 1))
    return Session(network, case="CP", person_id=person, id=f"cccccccc-0000-4000-8000-00000000000{number}")


def files(*sessions: Session) -> list[tuple[str, bytes]]:
    return [piece for each in sessions for piece in canvas_csv.written(each, AT).items()]


def drawing(each: Session) -> tuple[str, bytes]:
    return f"{each.id}.graphml", graphml.written(each, AT)


def reason(*pieces: tuple[str, bytes]) -> str:
    with pytest.raises(NotTakenIn) as why:
        uploads.sessions_in(pieces)
    return str(why.value)


def test_two_dates_of_one_person_come_in_by_day_from_one_zip():
    bundle = uploads.zipped([*files(session(7)), *files(session(1))])

    found = uploads.taken_in(uploads.sessions_in([("maps.zip", bundle)]))

    assert [each.day for each in found] == [date(2024, 1, 1), date(2024, 7, 1)]
    assert (
        len({each.person_id for each in found}) == len({node.id for each in found for node in each.network.nodes}) == 1
    )


def test_a_zip_is_the_same_each_time():
    assert uploads.zipped(files(session(1))) == uploads.zipped(files(session(1)))


def test_a_map_that_comes_as_csv_and_as_graphml_comes_in_once():
    found = uploads.sessions_in([*files(session(1)), drawing(session(1)), drawing(session(2))])

    assert [each.day for each in found] == [date(2024, 1, 1), date(2024, 2, 1)]


def test_graphml_is_known_by_how_it_begins():
    content = graphml.written(session(1), AT)

    assert len(uploads.sessions_in([("map", content)])) == 1
    assert len(uploads.sessions_in([("map.txt", content.decode().replace("UTF-8", "UTF-16").encode("utf-16"))])) == 1


def test_a_plain_table_is_a_map_too():
    [found] = uploads.sessions_in([("people.csv", b"name\nBo\n")])

    assert [node.name for node in found.network.nodes] == ["Bo"]


def test_what_is_no_map_stays_out():
    assert "no map here" in reason(("a.zip", uploads.zipped([("codebook.json", b"{}")])))
    assert "no map here" in reason(("photo.jpg", b"\xff\xd8"))
    assert "no map here" in reason()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", b"nonsense", uploads.zipped([("a_ego.csv", b"x" * 1000)])[:-30]],
    ids=["cut", "none", "end"],
)
def test_a_zip_that_cannot_be_opened_stays_out(content):
    assert "cannot be opened" in reason(("a.zip", content))


def test_a_zip_that_was_tampered_with_stays_out():
    whole = bytearray(uploads.zipped([("a_ego.csv", b"networkCanvasEgoUUID\ne1\n" * 50)]))
    whole[45] ^= 255

    assert "cannot be opened" in reason(("a.zip", bytes(whole)))


def test_a_locked_zip_stays_out():
    whole = bytearray(uploads.zipped([("a_ego.csv", b"networkCanvasEgoUUID\ne1\n")]))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1

    assert "cannot be opened" in reason(("a.zip", bytes(whole)))


def test_a_zip_that_would_swell_stays_out():
    assert "10 MB" in reason(("a.zip", uploads.zipped([("a_ego.csv", b"a" * 10_000_001)])))
    assert "10 MB" in reason(("a.zip", uploads.zipped([(f"{at}_ego.csv", b"a" * 9_000_000) for at in range(5)])))
    assert "10 MB" in reason(("a.zip", b"PK\x03\x04" + bytes(10_000_000)))


def test_a_zip_of_very_many_files_stays_out():
    assert "far more" in reason(("a.zip", uploads.zipped([(f"{at}_ego.csv", b"") for at in range(1001)])))


def test_a_zip_in_a_zip_and_what_a_mac_adds_are_passed_by():
    inner = uploads.zipped([("x.graphml", b"<bad")])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("inner.zip", inner)
        bundle.writestr("__MACOSX/._a_ego.csv", b"\x00")
        bundle.writestr("../../folder/a_ego.csv", b"networkCanvasEgoUUID\ne1\n")

    assert len(uploads.sessions_in([("a.zip", out.getvalue())])) == 1


def test_maps_of_two_people_are_not_mixed():
    with pytest.raises(NotTakenIn, match="more than one person"):
        uploads.taken_in([session(1), session(2, HER)])


def test_lines_that_do_not_fit_keep_all_of_it_out():
    bad = Session(Network(()), problems=(Problem("a.csv", 3, "no"),))

    with pytest.raises(NotTakenIn, match=r"a\.csv, line 3: no"):
        uploads.taken_in([session(1), bad])


@pytest.mark.parametrize(
    ("kind", "inside", "ours", "reach"),
    [("staff", None, "team-and-staff", True), ("neighbor", None, "neighbours", False),
     ("staff", False, "team-and-staff", False), (None, None, None, None), ("robot", None, None, None)],
)  # fmt: skip
def test_kinds_of_others_become_ours(kind, inside, ours, reach):
    [found] = uploads.taken_in([session(1, kind=kind, inside_services=inside)])

    [node] = found.network.nodes
    assert (node.kind, node.inside_services) == (ours, reach)
    assert found.left_out == (("robot",) if kind == "robot" else ())


def test_a_folder_gives_what_may_be_maps(tmp_path):
    for file, content in [*files(session(1)), ("notes.txt", b"x"), ("codebook.json", b"{}")]:
        (tmp_path / file).write_bytes(content)

    assert sorted(name for name, _ in uploads.pieces_at(tmp_path)) == sorted(name for name, _ in files(session(1)))


def test_a_folder_of_very_many_files_and_a_file_of_very_many_bytes_stay_out(tmp_path, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_PIECES", 1)
    monkeypatch.setattr(uploads, "MOST_BYTES", 5)
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_bytes(b"123456")

    with pytest.raises(NotTakenIn, match="far more"):
        uploads.pieces_at(tmp_path)
    with pytest.raises(NotTakenIn, match="10 MB"):
        uploads.pieces_at(tmp_path / "a.xml")


WHOLE = [
    drawing(session(1)),
    *files(session(1)),
    ("a.zip", uploads.zipped(files(session(1)))),
    ("p.csv", b"name\nBo\n"),
]


@settings(max_examples=400)
@given(st.sampled_from(WHOLE), st.integers(0, 10_000), st.binary(max_size=6), st.integers(0, 40))
def test_whatever_happened_to_a_file_it_comes_in_or_stays_out_with_a_reason(piece, at, instead, gone):
    name, content = piece
    at %= len(content)

    try:
        found = uploads.taken_in(uploads.sessions_in([(name, content[:at] + instead + content[at + gone :])]))
    except NotTakenIn as why:
        assert str(why)
    else:
        assert found
