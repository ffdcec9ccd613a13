"""Requests over kept-alive connections, as many at a time as asked for; every answer that is not wanted is counted."""

import http.client
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import quantiles

Request = tuple[str, str, str, dict[str, str]]  # method, path, body, headers


@dataclass
class Result:
    """What one run measured: seconds of each answer, and how many were not as wanted."""

    seconds: list[float] = field(default_factory=list)
    unwanted: int = 0
    took: float = 0.0

    @property
    def per_second(self) -> float:
        """Wanted answers a second."""
        return (len(self.seconds) - self.unwanted) / self.took

    def percentile(self, percent: int) -> float:
        """Milliseconds that `percent` of a hundred answers stayed under."""
        return quantiles(self.seconds, n=100)[percent - 1] * 1000


def load(
    port: int, ask: Callable[[random.Random], Request], *, clients: int, duration: float, wanted: int = 200
) -> Result:
    """Ask for `duration` seconds with `clients` at a time, each one waiting for its answer; `wanted` is the status."""
    result = Result()
    lock = threading.Lock()
    begin = time.perf_counter()
    threads = [
        threading.Thread(target=_client, args=(port, ask, begin + duration, seed, wanted, result, lock))
        for seed in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    result.took = time.perf_counter() - begin
    return result


def _client(
    port: int,
    ask: Callable[[random.Random], Request],
    until: float,
    seed: int,
    wanted: int,
    result: Result,
    lock: threading.Lock,
) -> None:
    chance = random.Random(seed)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.perf_counter() < until:
        method, path, body, headers = ask(chance)
        begin = time.perf_counter()
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        took = time.perf_counter() - begin
        with lock:
            result.seconds.append(took)
            result.unwanted += answer.status != wanted
