"""Small pictures for tests, made by hand."""

import struct
import zlib

from connecting_people.connections.photos import Photo, photo_of


def chunk(name: bytes, body: bytes) -> bytes:
    """Return one chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
DATA = chunk(b"IDAT", zlib.compress(b"\0\1\2" * 2))
PNG = b"\x89PNG\r\n\x1a\n" + HEADER + DATA + chunk(b"IEND", b"")


def photo() -> Photo:
    """Return a picture that is let in."""
    return photo_of(PNG)
