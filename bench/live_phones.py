"""Phones of a live room, over kept-alive connections: some ask again and again, some are told by a stream."""

import asyncio
import contextlib
import random
import re
import time
import uuid
from dataclasses import dataclass, field
from statistics import median, quantiles
from urllib.parse import urlencode

EVERY = 20.0
# A note that is posted at the very end cannot be seen by all before the end.
LAST = 8.0
CSRF = "a" * 32
_WORDS = re.compile(rb"word-([0-9a-f]{32})")
_STATE = re.compile(rb'data-version="(\d+)" data-every="(\d+)"')


@dataclass(frozen=True)
class Told:
    """What one run measured, in seconds."""

    all_median: float
    all_p95: float
    one_median: float
    one_p95: float
    post_p95: float
    notes: int
    missing: int
    failed: int


@dataclass
class Record:
    """When each note was posted, and when each phone was told of it."""

    posted: dict[bytes, float] = field(default_factory=dict)
    kept: dict[bytes, float] = field(default_factory=dict)
    seen: dict[bytes, list[float]] = field(default_factory=dict)
    failed: int = 0

    def sees(self, body: bytes, known: set[bytes]) -> None:
        """Note what one phone reads for the first time."""
        now = time.perf_counter()
        for word in set(_WORDS.findall(body)) - known:
            known.add(word)
            self.seen.setdefault(word, []).append(now)


class Wire:
    """One connection that speaks HTTP/1.1."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def open(self) -> None:
        """Connect."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)

    async def ask(
        self, method: str, path: str, cookies: str = "", body: str = ""
    ) -> tuple[int, dict[bytes, bytes], bytes]:
        """Ask, and return status, headers and body."""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        self.writer.write(f"{head}\r\n{body}".encode())
        status, headers = await self.head()
        length = int(headers.get(b"content-length", b"0"))
        return status, headers, await self.reader.readexactly(length) if length else b""

    async def head(self) -> tuple[int, dict[bytes, bytes]]:
        """Read the status and headers of an answer."""
        raw = await self.reader.readuntil(b"\r\n\r\n")
        first, *lines = raw[:-4].split(b"\r\n")
        return int(first.split()[1]), {k.lower(): v.strip() for k, _, v in (line.partition(b":") for line in lines)}


class PolledPhone:
    """A phone as the product's own script is one."""

    def __init__(self, port: int, cookie: str, seat: str, block: str) -> None:
        self.polls, self.posts = Wire(port), Wire(port)
        self.cookies, self.block = f"{cookie}={seat}; csrf={CSRF}", block
        self.known: set[bytes] = set()

    async def listen(self, record: Record) -> None:
        """Ask for what is new, as often as the server says."""
        await self.polls.open()
        version, every = b"0", 2.0
        while True:
            await asyncio.sleep(every * random.uniform(0.9, 1.1))
            status, _, body = await self.polls.ask("GET", f"/room/new/?v={version.decode()}", self.cookies)
            if status == 200 and (state := _STATE.search(body)):
                version, every = state[1], int(state[2]) / 1000
                record.sees(body, self.known)
            record.failed += status not in (200, 204)

    async def post(self, word: str) -> bool:
        """Write a note."""
        said = {
            "csrfmiddlewaretoken": CSRF,
            "once": str(uuid.uuid4()),
            "block": self.block,
            "column": "known",
            "text": word,
        }
        status, _, _ = await self.posts.ask("POST", "/room/write/", self.cookies, urlencode(said))
        return status == 302


class StreamedPhone:
    """A phone that is told by server-sent events."""

    def __init__(self, port: int, name: str) -> None:
        self.stream, self.posts = Wire(port), Wire(port)
        self.known: set[bytes] = set()

    async def listen(self, record: Record) -> None:
        """Read what is pushed."""
        await self.stream.open()
        self.stream.writer.write(b"GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        await self.stream.head()
        while True:
            record.sees(await self.stream.reader.readuntil(b"\n"), self.known)

    async def post(self, word: str) -> bool:
        """Write a note."""
        status, _, _ = await self.posts.ask("POST", "/write", "", word)
        return status == 200


class Phones:
    """All of a room at once."""

    def __init__(self, phones: "list[PolledPhone] | list[StreamedPhone]") -> None:
        self.phones = phones
        self.record = Record()

    async def go(self, seconds: float) -> Told:
        """Let everybody listen and write for so long; return how long it took others to see it."""
        listening = [asyncio.create_task(phone.listen(self.record)) for phone in self.phones]
        until = time.perf_counter() + seconds
        await asyncio.gather(*(self._write(phone, until - LAST) for phone in self.phones))
        await asyncio.sleep(max(0.0, until - time.perf_counter()))
        for task in listening:
            task.cancel()
        ended = await asyncio.gather(*listening, return_exceptions=True)
        self.record.failed += sum(isinstance(one, Exception) for one in ended)
        return self._told()

    async def _write(self, phone: "PolledPhone | StreamedPhone", until: float) -> None:
        await phone.posts.open()
        await asyncio.sleep(random.uniform(1, EVERY))
        while time.perf_counter() < until:
            begin, word = time.perf_counter(), uuid.uuid4().hex
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                if await phone.post(f"word-{word}"):
                    self.record.posted[word.encode()] = begin
                    self.record.kept[word.encode()] = time.perf_counter()
                else:
                    self.record.failed += 1
            await asyncio.sleep(EVERY)

    def _told(self) -> Told:
        posted, seen = self.record.posted, self.record.seen
        full = [word for word in posted if len(seen.get(word, [])) == len(self.phones)]
        everyone = [max(seen[word]) - posted[word] for word in full]
        each = [when - posted[word] for word in posted for when in seen.get(word, [])]
        posting = [self.record.kept[word] - posted[word] for word in posted]
        return Told(
            *(median(everyone), _p95(everyone), median(each), _p95(each), _p95(posting)),
            *(len(posted), len(posted) - len(full), self.record.failed),
        )


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
