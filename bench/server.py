"""A real server under test, on a core of its own, and what it takes of memory."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

_CORES = os.sched_getaffinity(0)
SERVER_CORE, CLIENT_CORE = 0, max(_CORES)


@contextlib.contextmanager
def serving(wsgi: str, log: Path, interface: str = "wsgi", workers: int = 1, **environment: str) -> Iterator["Server"]:
    """Serve `wsgi` until the block ends: one worker on the first core, this process beside it; more anywhere."""
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        interface,
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    # What is served by ASGI here keeps streams open, which no polite ending closes.
    command += ["--blocking-threads", "4"] if interface == "wsgi" else ["--workers-kill-timeout", "2"]
    command += ["--no-ws", "--log-level", "warning", wsgi]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            env=os.environ | environment,
            stdout=output,
            stderr=output,
            preexec_fn=lambda: os.sched_setaffinity(0, {SERVER_CORE} if workers == 1 else _CORES),
        )
        os.sched_setaffinity(0, {CLIENT_CORE})
        try:
            server = Server(port, process.pid)
            server.wait()
            yield server
        finally:
            process.terminate()
            process.wait(20)


class Server:
    """Where a server listens, and its worker's memory."""

    def __init__(self, port: int, pid: int) -> None:
        self.port = port
        self.pid = pid

    def wait(self) -> None:
        """Return when the server answers; raise after a minute."""
        for _ in range(600):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz") as got:
                if got.status == 200:
                    return
            time.sleep(0.1)
        raise TimeoutError("the server under test does not answer")

    def family(self) -> list[int]:
        """Return the processes that the server is made of."""
        return [*_children(self.pid), self.pid]

    def memory(self) -> float:
        """Return the resident memory of the server and its worker in MB."""
        pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self.family()]
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
