"""Only pictures are let in, and only what a picture needs is kept of them."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.connections.photos import MOST_BYTES, Fault, NoPhoto, photo_of
from connecting_people.connections.tests.pictures import DATA, HEADER, PNG, chunk


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(order: str, orientation: int, tag: int = 0x0112) -> bytes:
    sign = b"II" if order == "<" else b"MM"
    entries = struct.pack(order + "HHIHH", 0x010F, 2, 1, 0, 0) + struct.pack(order + "HHIHH", tag, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0" + sign + struct.pack(order + "HIH", 42, 8, 2) + entries + b"GPS 51.45")


TABLES = segment(0xDB, bytes(65)) + segment(0xC4, bytes(20))
FRAME = segment(0xC0, struct.pack(">BHHB", 8, 30, 40, 1) + bytes(3))
SCAN = segment(0xDA, bytes(6)) + b"\x12\xff\x00\x34\xff\xd0\x56"
END = b"\xff\xd9"
JPEG = b"\xff\xd8" + segment(0xE0, b"JFIF\0") + TABLES + FRAME + SCAN + END


def test_a_jpeg_is_taken_apart_and_put_together():
    photo = photo_of(JPEG)

    assert (photo.media, photo.width, photo.height) == ("image/jpeg", 40, 30)
    assert photo.content == b"\xff\xd8" + TABLES + FRAME + SCAN + END


def test_what_a_camera_wrote_beside_the_picture_is_not_kept():
    notes = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0GPS") + segment(0xFE, b"Taken by GPS") + segment(0xED, b"GPS")

    photo = photo_of(b"\xff\xd8" + notes + JPEG[2:] + b"GPS and more after the end")

    assert b"GPS" not in photo.content
    assert photo.content == photo_of(JPEG).content


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8, 9])
def test_which_way_up_it_is_held_stays(order, orientation):
    photo = photo_of(b"\xff\xd8" + exif(order, orientation) + JPEG[2:])

    assert b"GPS" not in photo.content
    turned = photo.content[2:4] == b"\xff\xe1"
    assert turned == (2 <= orientation <= 8)
    if turned:
        assert photo_of(photo.content) == photo
        (length,) = struct.unpack_from(">H", photo.content, 4)
        assert struct.unpack_from(">H", photo.content[6 : 4 + length], 6 + 8 + 2 + 8) == (orientation,)


@pytest.mark.parametrize(
    "body", [b"Exif\0\0", b"Exif\0\0XX*", b"Exif\0\0MM\0*\0\0\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\0\x05", b"x"]
)
def test_a_note_that_cannot_be_read_is_only_left_out(body):
    assert photo_of(b"\xff\xd8" + segment(0xE1, body) + JPEG[2:]) == photo_of(JPEG)


def test_a_picture_in_several_scans_is_whole():
    photo = photo_of(JPEG[:-2] + b"\xff\xff" + segment(0xDA, bytes(6))[1:] + b"\x01\x02" + END)

    assert photo.content.count(b"\xff\xda") == 2


def test_a_png_keeps_its_picture_and_loses_its_notes():
    notes = chunk(b"tEXt", b"Author\0GPS") + chunk(b"eXIf", b"GPS") + chunk(b"gAMA", bytes(4))

    photo = photo_of(PNG[:8] + HEADER + notes + DATA + chunk(b"IEND", b"") + b"<script>")

    assert (photo.media, photo.width, photo.height) == ("image/png", 2, 2)
    assert photo.content == PNG[:8] + HEADER + chunk(b"gAMA", bytes(4)) + DATA + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Fault.NO_PHOTO),
        (b"GIF89a", Fault.NO_PHOTO),
        (b"\xff\xd8\xff" + bytes(MOST_BYTES), Fault.TOO_LARGE),
        (JPEG[:-2], Fault.BROKEN),
        (JPEG[:30], Fault.BROKEN),
        (b"\xff\xd8\xff\xe0\0\1", Fault.BROKEN),
        (b"\xff\xd8" + TABLES + b"\0\0", Fault.BROKEN),
        (b"\xff\xd8" + TABLES + SCAN + END, Fault.BROKEN),
        (b"\xff\xd8" + FRAME + END, Fault.BROKEN),
        (PNG[:-1], Fault.BROKEN),
        (PNG[:8] + DATA, Fault.BROKEN),
        (PNG[:8] + HEADER + chunk(b"IEND", b""), Fault.BROKEN),
        (PNG.replace(b"\x02", b"\x03", 1), Fault.BROKEN),
        (PNG[:8] + chunk(b"IHDR", struct.pack(">II5B", 0, 9, 8, 0, 0, 0, 0)) + DATA + PNG[-12:], Fault.BROKEN),
        (PNG[:8] + chunk(b"IHDR", struct.pack(">II5B", 9999, 9999, 8, 0, 0, 0, 0)) + DATA + PNG[-12:],
         Fault.TOO_MANY_PIXELS),
    ],
)  # fmt: skip
def test_what_is_no_whole_photo_stays_outside(content, fault):
    with pytest.raises(NoPhoto) as why:
        photo_of(content)
    assert why.value.fault == fault


@given(st.binary(max_size=400))
def test_no_file_whatever_breaks_it(rest):
    for begin in (b"\xff\xd8\xff", PNG[:8], PNG[:8] + HEADER):
        with pytest.raises(NoPhoto):
            photo_of(begin + rest)
