"""The peer of the live room: server-sent events by raw ASGI, with nothing between the note and the phones."""

import asyncio
import json
import os
import sqlite3
from typing import Any

_STREAMS: set["asyncio.Queue[bytes]"] = set()


def _store() -> sqlite3.Connection:
    database = sqlite3.connect(os.environ["CP_PEER"], check_same_thread=False, isolation_level=None)
    # As safe as the product: what was answered is on the disk.
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS note (text);")
    return database


_DATABASE = _store()


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Keep a note and tell every stream of it, or be one."""
    if scope["type"] != "http":
        return
    if scope["path"] == "/stream":
        await _stream(send, receive)
        return
    if scope["path"] == "/write":
        text = (await receive())["body"].decode()
        await asyncio.to_thread(_DATABASE.execute, "INSERT INTO note VALUES (?)", (text,))
        event = f"data: {json.dumps(text)}\n".encode()
        for queue in _STREAMS:
            queue.put_nowait(event)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def _stream(send: Any, receive: Any) -> None:
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    _STREAMS.add(queue)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
    try:
        while True:
            await send({"type": "http.response.body", "body": await queue.get(), "more_body": True})
    finally:
        _STREAMS.discard(queue)
