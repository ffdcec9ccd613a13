"""Photos of paper maps: what is let in, and what a camera wrote beside the picture taken away.

No picture is decoded here: the file is taken apart into its segments (JPEG, ITU-T T.81 annex B) or chunks (PNG, ISO
15948 part 5), and only those that a picture needs are put together again. Where it was taken, when and with what goes;
which way up it is held stays.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 60_000_000


class Fault(StrEnum):
    """Why a file is not taken as a photo."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NO_PHOTO = "no_photo"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"


class NoPhoto(Exception):
    """Raised for a file that cannot stand as a photo; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Photo:
    """A picture with nothing but the picture in it."""

    media: str
    content: bytes
    width: int
    height: int


def photo_of(content: bytes) -> Photo:
    """Return the picture in a file, or raise NoPhoto; what the file calls itself does not matter."""
    if not content:
        raise NoPhoto(Fault.EMPTY)
    if len(content) > MOST_BYTES:
        raise NoPhoto(Fault.TOO_LARGE)
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return _bounded(_jpeg(content))
        if content.startswith(_PNG):
            return _bounded(_png(content))
    except (IndexError, struct.error, zlib.error):
        raise NoPhoto(Fault.BROKEN) from None
    raise NoPhoto(Fault.NO_PHOTO)


def _bounded(photo: Photo) -> Photo:
    if not photo.width or not photo.height:
        raise NoPhoto(Fault.BROKEN)
    if photo.width * photo.height > MOST_PIXELS:
        raise NoPhoto(Fault.TOO_MANY_PIXELS)
    return photo


_START, _END, _SCAN, _EXIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xE1, 0xEE
# Frames (but for the three that are tables), tables of numbers and codes, restart intervals.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NEEDED = _FRAMES | {0xC4, 0xDB, 0xDD, _ADOBE}


def _jpeg(content: bytes) -> Photo:
    kept = [b"\xff\xd8"]
    size: tuple[int, int] | None = None
    turned = 0
    scans = 0
    for marker, body, data in _segments(content):
        if marker == _EXIF:
            turned = turned or _orientation(body)
        elif marker in _NEEDED or marker == _SCAN:
            if marker in _FRAMES and size is None:
                height, width = struct.unpack_from(">HH", body, 1)
                size = width, height
            scans += marker == _SCAN
            kept.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + data)
    if size is None or not scans:
        raise NoPhoto(Fault.BROKEN)
    if turned:
        kept.insert(1, _only_orientation(turned))
    return Photo("image/jpeg", b"".join([*kept, b"\xff\xd9"]), *size)


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each segment: its marker, what is in it, and for a scan the coded picture behind it."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise NoPhoto(Fault.BROKEN)
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        at += 1
        if marker == _END:
            return
        (length,) = struct.unpack_from(">H", content, at)
        body = content[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:
            raise NoPhoto(Fault.BROKEN)
        at += length
        end = _end_of_scan(content, at) if marker == _SCAN else at
        yield marker, body, content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the coded picture ends: at a marker that is neither a stuffed byte nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise NoPhoto(Fault.BROKEN)
        following = content[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at


def _orientation(body: bytes) -> int:
    """Return which way up the camera was held (Exif 2.32, tag 0x0112), 0 where nothing can be read."""
    if not body.startswith(b"Exif\0\0"):
        return 0
    tiff = body[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 0
        (begin,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, begin)
        for entry in range(min(count, 200)):
            tag, _kind, _many, value = struct.unpack_from(order + "HHIH", tiff, begin + 2 + 12 * entry)
            if tag == 0x0112:
                return value if 2 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def _only_orientation(turned: int) -> bytes:
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, turned, 0, 0)
    body = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, _EXIF, len(body) + 2) + body


_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"})


def _png(content: bytes) -> Photo:
    kept = [_PNG]
    size = (0, 0)
    seen: set[bytes] = set()
    at = len(_PNG)
    while b"IEND" not in seen:
        length, name = struct.unpack_from(">I4s", content, at)
        body = content[at + 8 : at + 8 + length]
        (sum_,) = struct.unpack_from(">I", content, at + 8 + length)
        if len(body) != length or sum_ != zlib.crc32(name + body) or (not seen and name != b"IHDR"):
            raise NoPhoto(Fault.BROKEN)
        if name == b"IHDR":
            size = struct.unpack_from(">II", body)
        if name in _CHUNKS:
            kept.append(content[at : at + 12 + length])
        seen.add(name)
        at += 12 + length
    if b"IDAT" not in seen:
        raise NoPhoto(Fault.BROKEN)
    return Photo("image/png", b"".join(kept), *size)
