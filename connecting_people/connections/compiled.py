"""The loops that measure many maps, compiled by numba for the machine they run on. `kernel` says what they are for.

A snapshot is a run of words, as `packed` describes it; the row of a map in `out` stands in the order of `NAMES`.
"""

import numba
import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from connecting_people.connections.measures import APART, ORDER_OF_CONTACT
from connecting_people.connections.packed import KINDS, VERSION
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_RINGS, Nature

NAMES = (
    *("size", "ties", "density", "mean_degree", "components", "isolates", "effective_size", "efficiency"),
    *("constraint", "mean_closeness", "contact", "seen_weekly", "inside", "outside", "outside_share", "ei"),
    *("reciprocity", "multiplexity", "diversity", "blau", "iqv", "stability", "turnover"),
)
RINGS, KIND_COUNT, CONTACTS = MOST_RINGS, len(KINDS) + 1, len(ORDER_OF_CONTACT)
MOST_WORDS = -(-MOST_CONNECTIONS // 64)
WEEKLY = 3
# Where the natures that are counted apart stand in the half word.
APART_AT = np.array([tuple(Nature).index(nature) for nature in APART.values()])
ANIMAL = tuple(Nature).index(Nature.ANIMAL)
WORD, ONE = np.uint64, np.uint64(1)
BITS = np.left_shift(ONE, np.arange(64, dtype=WORD))

# No sum depends on order but the last bit of it; a division by nought is asked for nowhere.
fast = numba.njit(nogil=True, fastmath={"reassoc"}, error_model="numpy")


@intrinsic
def _ones(_context, _word):
    """Count the bits that are set, with the one instruction that there is for it."""
    return types.int64(types.uint64), lambda _, builder, __, args: builder.ctpop(args[0])


@intrinsic
def _lowest(_context, _word):
    """Find the lowest bit that is set, likewise."""
    never_nought = ir.Constant(ir.IntType(1), 1)
    return types.int64(types.uint64), lambda _, builder, __, args: builder.cttz(args[0], never_nought)


@fast
def begins(words, starts):
    """Find where each snapshot begins; return how many there are, or -1 where one is of another version."""
    at = count = 0
    while at < len(words):
        if count == len(starts) or words[at] & WORD(255) != VERSION:
            return -1
        starts[count] = at
        count += 1
        at += np.int64(words[at + 2] >> WORD(32))
    return count


@fast
def _degrees(rows, width, share):
    """Note each one's share, 1 / (degree + 1); return the ties and those who have none."""
    both_ends = alone = 0
    if width == 1:  # written out, for the compiler to take eight at once
        for i in range(len(share)):
            degree = _ones(rows[i])
            both_ends += degree
            alone += degree == 0
            share[i] = 1.0 / (degree + 1.0)
        return both_ends // 2, alone
    for i in range(len(share)):
        degree = 0
        for k in range(width):
            degree += _ones(rows[i * width + k])
        both_ends += degree
        alone += degree == 0
        share[i] = 1.0 / (degree + 1.0)
    return both_ends // 2, alone


@fast
def _constraint(rows, width, share, n):
    """Go along each row by thirty-two: that no remainder is left makes it twice as fast. Bits beyond n are 0."""
    total = 0.0
    if width == 1:
        shares = share[: min(64, (n + 31) & ~31)]
        for i in range(n):
            runs = 1.0
            for j in range(len(shares)):
                runs += shares[j] if rows[i] & BITS[j] else 0.0
            total += runs * runs
        return total / (n * n)
    for i in range(n):
        runs = 1.0
        for k in range(width):
            row = rows[i * width + k]
            shares = share[64 * k : 64 * k + min(64, (n - 64 * k + 31) & ~31)]
            for j in range(len(shares)):
                runs += shares[j] if row & BITS[j] else 0.0
        total += runs * runs
    return total / (n * n)


@fast
def _circles(rows, n):
    """Count the circles of up to 64: take one after the other out of those not seen, all equally near at once."""
    unseen = ~WORD(0) >> WORD(64 - n) if n else WORD(0)
    count = 0
    while unseen:
        count += 1
        edge = unseen & (~unseen + ONE)
        unseen ^= edge
        while edge and unseen:
            beyond = WORD(0)
            while edge:
                beyond |= rows[_lowest(edge)]
                edge &= edge - ONE
            edge = beyond & unseen
            unseen ^= edge
    return count


@fast
def _components(rows, width, unseen, waiting, n):
    """Count the circles of any number: go from one to all whom they know, and on."""
    count = 0
    unseen[:n] = True
    for start in range(n):
        count += unseen[start]
        waiting[0], length = start, np.int64(unseen[start])
        unseen[start] = False
        while length:
            length -= 1
            at = waiting[length]
            for k in range(width):
                row = rows[at * width + k]
                while row:
                    other = 64 * k + _lowest(row)
                    row &= row - ONE
                    waiting[length] = other
                    length += unseen[other]
                    unseen[other] = False
    return count


@fast
def _of_ties(out, rows, n, share, unseen, waiting):
    width = (n + 63) >> 6
    ties, alone = _degrees(rows, width, share[:n])
    out[1] = ties
    out[2] = 2.0 * ties / (n * (n - 1)) if n > 1 else np.nan
    out[4] = _circles(rows, n) if width < 2 else _components(rows, width, unseen, waiting, n)
    out[5] = alone
    if n:
        out[3] = 2.0 * ties / n
        out[6] = n - out[3]
        out[7] = out[6] / n
        out[8] = _constraint(rows, width, share, n)


@fast
def _of_facts(out, counts, facts, n, offered, seen):
    seen[:] = 0
    rings, kinds, contacts, natures = seen[:8], seen[8:40], seen[40:56], seen[56:64]
    inside = outside = either = both = asked = shared = 0
    for i in range(n):
        fact = facts[i]
        rings[fact & 7] += 1
        contacts[(fact >> 3) & 15] += 1
        kinds[fact >> 27] += 1
    for i in range(n):
        fact = facts[i]
        gives, gets = (fact >> 14) & 63, (fact >> 21) & 63
        inside += ((fact >> 10) & 3) == 1
        outside += ((fact >> 10) & 3) == 2
        either += (gives | gets) != 0
        both += (gives != 0) & (gets != 0)
        natures[ANIMAL] += ((fact >> 7) & 7) == ANIMAL
        asked += ((fact >> 13) | (fact >> 20)) & 1
        shared += _ones(WORD(gives | gets))
    for i in range(n, len(facts)):
        natures[(facts[i] >> 7) & 7] += 1
    if inside + outside:
        out[12], out[13], out[14] = inside, outside, outside / (inside + outside)
        out[15] = (outside - inside) / (inside + outside)
    if either:
        out[16] = both / either
    if asked:
        out[17] = shared / asked
    _of_rings(out, counts, rings)
    _of_contact(out, contacts)
    _of_kinds(out, counts[RINGS:], kinds, offered)
    for nature in range(len(APART_AT)):
        counts[RINGS + KIND_COUNT + nature] = natures[APART_AT[nature]]


@fast
def _of_rings(out, counts, rings):
    said = total = 0
    for ring in range(1, RINGS + 1):
        counts[ring - 1] = rings[ring]
        said += rings[ring]
        total += ring * rings[ring]
    if said:
        out[9] = total / said


@fast
def _of_contact(out, contacts):
    """Find the lower median of what was said, as its place in the order of contact."""
    said = 0
    for contact in range(1, CONTACTS + 1):
        said += contacts[contact]
    if said:
        below = middle = 0
        while 2 * below < said:
            middle += 1
            below += contacts[middle]
        out[10] = middle - 1
        out[11] = contacts[1] + contacts[2] + contacts[WEEKLY]


@fast
def _of_kinds(out, counts, kinds, offered):
    said = squares = used = 0
    for kind in range(1, KIND_COUNT + 1):
        counts[kind - 1] = kinds[kind]
        said += kinds[kind]
        squares += kinds[kind] * kinds[kind]
        used += kinds[kind] > 0
    if said:
        out[18] = used
        out[19] = 1.0 - squares / (said * said)
        if offered > 1:
            out[20] = out[19] * offered / (offered - 1)


@fast
def _of_change(out, before, after, facts):
    """Walk along both lists of keys; whoever was remembered later counts as there on both dates."""
    i = j = kept = remembered = 0
    while i < len(after) and j < len(before):
        here, there = after[i], before[j]
        kept += here == there
        remembered += (here < there) & ((facts[i] >> 12) & 1)
        i += here <= there
        j += there <= here
    while i < len(after):
        remembered += (facts[i] >> 12) & 1
        i += 1
    on_either = len(before) + len(after) - kept
    if len(before) + remembered:
        out[21] = (kept + remembered) / (len(before) + remembered)
    if on_either:
        out[22] = (on_either - kept - remembered) / on_either


@fast
def measure(words, halves, starts, out, counts, begin, end):
    """Fill a row of `out` and of `counts` for each snapshot from `begin` to `end`."""
    share, seen = np.ones(64 * MOST_WORDS), np.empty(64, np.int64)
    unseen, waiting = np.empty(MOST_CONNECTIONS, np.bool_), np.empty(MOST_CONNECTIONS + 1, np.int64)
    for m in range(begin, end):
        start = starts[m]
        head = words[start]
        n, of_all = np.int64((head >> WORD(32)) & WORD(0xFFFF)), np.int64(head >> WORD(48))
        facts = halves[2 * (start + 3 + of_all) :][:of_all]
        out[m] = np.nan
        out[m, 0] = n
        _of_facts(out[m], counts[m], facts, n, np.int64((head >> WORD(16)) & WORD(255)), seen)
        if (head >> WORD(24)) & WORD(255):
            _of_ties(out[m], words[start + 3 + of_all + ((of_all + 1) >> 1) :], n, share, unseen, waiting)
        if m and words[starts[m - 1] + 1] == words[start + 1]:
            then = starts[m - 1]
            people_then = np.int64((words[then] >> WORD(32)) & WORD(0xFFFF))
            _of_change(out[m], words[then + 3 :][:people_then], words[start + 3 :][:n], facts)
