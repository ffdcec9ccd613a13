"""The formulas of the measures over plain numbers: the person is joined to each connection, and not counted.

n counts the connections and t the ties between them; `None` means that a formula has no answer, which is never 0.
"""

from collections.abc import Collection, Iterable, Sequence
from math import log

Neighbours = Sequence[Collection[int]]


def density(n: int, t: int) -> float | None:
    """Say how many of the possible ties are there: t / (n(n-1)/2) => egor::ego_density; PMC8755914, table 1."""
    return 2 * t / (n * (n - 1)) if n > 1 else None


def mean_degree(n: int, t: int) -> float | None:
    """Say how many others a connection knows on average: 2t / n => Borgatti 1997."""
    return 2 * t / n if n else None


def effective_size(n: int, t: int) -> float | None:
    """Take away what ties repeat: n - 2t/n => Borgatti 1997, equal to Burt 1992 where no tie has a weight."""
    return n - 2 * t / n if n else None


def efficiency(n: int, t: int) -> float | None:
    """Compare the effective size with the size: (n - 2t/n) / n => Burt 1992."""
    return (n - 2 * t / n) / n if n else None


def constraint(neighbours: Neighbours) -> float | None:
    """Say how far all runs through the same few: sum over j of (p_j + sum over q of p_q p_qj)^2 => Burt 1992.

    Without weights p_j is 1/n and p_qj is 1/(degree of q + 1), since q is also tied to the person.
    """
    n = len(neighbours)
    if not n:
        return None
    share = [1 / (len(others) + 1) for others in neighbours].__getitem__
    return sum([(1 + sum(map(share, others))) ** 2 for others in neighbours]) / (n * n)


def components(neighbours: Neighbours) -> int:
    """Count the circles: groups of connections that hang together without the person => Wasserman & Faust 1994."""
    unseen = set(range(len(neighbours)))
    count = 0
    while unseen:
        count += 1
        edge = {unseen.pop()}
        while edge:
            edge = unseen.intersection(set().union(*[neighbours[i] for i in edge]))
            unseen -= edge
    return count


def isolates(neighbours: Neighbours) -> int:
    """Count those who know none of the others => Wasserman & Faust 1994."""
    return sum(not others for others in neighbours)


def blau(counts: Iterable[int]) -> float | None:
    """Say how mixed the kinds are: 1 - sum of p^2 => Blau 1977."""
    counts = list(counts)
    total = sum(counts)
    return 1 - sum(f * f for f in counts) / (total * total) if total else None


def iqv(counts: Iterable[int], k: int) -> float | None:
    """Compare the mix with the most even one: k(N^2 - sum of f^2) / (N^2 (k-1)) => Mueller & Schuessler 1961.

    k counts the kinds that were offered, not those that were used, or two dates could not be compared.
    """
    mixed = blau(counts)
    return mixed * k / (k - 1) if mixed is not None and k > 1 else None


def shannon(counts: Iterable[int]) -> float | None:
    """Say how mixed the kinds are, in nats: - sum of p ln p => Shannon 1948."""
    counts = [f for f in counts if f]
    total = sum(counts)
    return -sum(f / total * log(f / total) for f in counts) + 0.0 if total else None


def ei_index(external: int, internal: int) -> float | None:
    """Weigh outside against inside: (E - I) / (E + I) => Krackhardt & Stern 1988."""
    return (external - internal) / (external + internal) if external + internal else None


def stability(kept: int, lost: int) -> float | None:
    """Say how much of the first map is there still: |A and B| / |A| => Egonet Change of UCINET."""
    return kept / (kept + lost) if kept + lost else None


def turnover(kept: int, lost: int, new: int) -> float | None:
    """Say how much of both maps is on one alone: (lost + new) / |A or B| => Egonet Change of UCINET."""
    return (lost + new) / (kept + lost + new) if kept + lost + new else None


def jaccard(kept: int, lost: int, new: int) -> float | None:
    """Say how much of both maps is on both: |A and B| / |A or B| => Jaccard 1901."""
    return kept / (kept + lost + new) if kept + lost + new else None
