"""The loops of `kernel`, compiled by numba for the machine they run on.

Who has an interest stands in a list for each cell of the ground, with the interests of each as bits beside them. The
rarest interest of a person is looked at first. Who has none of the first j of m shares at most m - j: once there
are enough who share more, nobody is left to look at.
"""

import numba
import numpy as np
from numba import types
from numba.extending import intrinsic

WORD, ONE = np.uint64, np.uint64(1)
fast = numba.njit(nogil=True, error_model="numpy")
AROUND = 2  # cells to each side that the longest reach touches


@intrinsic
def _ones(_context, _word):
    """Count the bits that are set, with the one instruction that there is for it."""
    return types.int64(types.uint64), lambda _, builder, __, args: builder.ctpop(args[0])


@fast
def post(order, cell, starts, interests, cells, begins, posted, words, own):
    """Put everybody into the list of each of their interests in their cell; lists lie by interest, row and column."""
    for i in range(len(own)):
        for at in range(starts[order[i]], starts[order[i] + 1]):
            interest = np.int64(interests[at])
            own[i, interest >> 6] |= ONE << WORD(interest & 63)
            begins[interest * cells + cell[i] + 1] += 1
    for key in range(1, len(begins)):
        begins[key] += begins[key - 1]
    free = begins[:-1].copy()
    for i in range(len(own)):
        for at in range(starts[order[i]], starts[order[i] + 1]):
            key = np.int64(interests[at]) * cells + cell[i]
            place = free[key]
            free[key] += 1
            posted[place] = i
            for word in range(len(words)):
                words[word, place] = own[i, word]


@fast
def _count(words, mask, first, last, shared):
    """Count for each of a run of a list how many bits it shares with a mask; words without any are left out."""
    shared[: last - first] = 0
    for word in range(len(words)):
        if mask[word]:
            with_all, run = mask[word], words[word, first:last]
            for at in range(len(run)):
                shared[at] += np.uint8(_ones(run[at] & with_all))


@fast
def _insert(best_shared, best_apart, best_who, filled, shared, apart, who):
    """Put somebody in their place among the best; return how many there are."""
    at = min(filled, len(best_who) - 1)
    if filled == len(best_who):
        worse = shared == best_shared[at] and (apart, who) > (best_apart[at], best_who[at])
        if shared < best_shared[at] or worse:
            return filled
    while at > 0 and (
        shared > best_shared[at - 1]
        or (shared == best_shared[at - 1] and (apart, who) < (best_apart[at - 1], best_who[at - 1]))
    ):
        best_shared[at], best_apart[at], best_who[at] = best_shared[at - 1], best_apart[at - 1], best_who[at - 1]
        at -= 1
    best_shared[at], best_apart[at], best_who[at] = shared, apart, who
    return min(filled + 1, len(best_who))


@fast
def fill(begin, stop, order, given, starts, interests, ground, found):
    """Find the best for the people from `begin` to `stop`, whose numbers outside are those in `order`."""
    cell, width, height, begins, _posted, words, own = ground
    most = found.shape[1]
    best = np.empty(most, np.int64), np.empty(most), np.empty(most, np.int32)
    shared, mask, earlier = np.empty(1024, np.uint8), np.empty(len(words), WORD), np.empty(len(words), WORD)
    for i in range(begin, stop):
        mask[:], earlier[:] = own[i], 0
        row, column = cell[i] // width, cell[i] % width
        west, east = max(0, column - AROUND), min(width - 1, column + AROUND)
        filled, until = 0, starts[order[i] + 1]
        for at in range(starts[order[i]], until):
            if filled == most and best[0][most - 1] > until - at:
                break
            interest = np.int64(interests[at])
            for along in range(max(0, row - AROUND), min(height - 1, row + AROUND) + 1):
                key = (interest * height + along) * width
                first, end = begins[key + west], begins[key + east + 1]
                while first < end:
                    last = min(end, first + 1024)
                    _count(words, mask, first, last, shared)
                    filled = _look(i, first, last, order, given, ground, shared, earlier, best, filled)
                    first = last
            bit = ONE << WORD(interest & 63)
            mask[interest >> 6] &= ~bit
            earlier[interest >> 6] |= bit
        found[order[i], :filled] = best[2][:filled]


@fast
def _look(i, first, last, order, given, ground, shared, earlier, best, filled):
    """Look at those of a run of a list who share enough; return how many there are among the best."""
    x, y, reach, days, has, bars = given
    posted, words = ground[4], ground[5]
    most = len(best[0])
    least = best[0][most - 1] if filled == most else 1
    for k in range(last - first):
        if shared[k] < least:
            continue
        j = posted[first + k]
        apart, within = (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2, min(reach[i], reach[j])
        if j == i or apart > within * within or not _can(i, j, days, has, bars) or _among(earlier, words, first + k):
            continue
        filled = _insert(best[0], best[1], best[2], filled, shared[k], apart, order[j])
        least = best[0][most - 1] if filled == most else 1
    return filled


@fast
def _can(i, j, days, has, bars):
    """Say whether two people have a day in common and can be together."""
    return (days[i] & days[j]) != 0 and (has[i] & bars[j]) == 0 and (has[j] & bars[i]) == 0


@fast
def _among(earlier, words, place):
    """Say whether somebody stood in an earlier list already."""
    both = WORD(0)
    for word in range(len(words)):
        both |= earlier[word] & words[word, place]
    return both != 0
