"""The loops of `kernel`, compiled by numba for the machine they run on.

The interests of everybody stand as bits, in the order of the ground: whoever lives in neighbouring cells of a row
stands side by side. So what a person shares with all around them is counted in a few long runs, eight people with one
instruction where the machine has it. Then only those are looked at who share as much as the best of them have to.
"""

import numba
import numpy as np
from numba import types
from numba.extending import intrinsic

WORD, ONE = np.uint64, np.uint64(1)
TOGETHER = 4  # words that are counted in one go; there are always a multiple of them
fast = numba.njit(nogil=True, error_model="numpy")


@intrinsic
def _ones(_context, _word):
    """Count the bits that are set, with the one instruction that there is for it."""
    return types.int64(types.uint64), lambda _, builder, __, args: builder.ctpop(args[0])


@fast
def mark(order, starts, interests, words):
    """Set a bit for each interest of each person, in the order of the ground."""
    for i in range(len(order)):
        for at in range(starts[order[i]], starts[order[i] + 1]):
            interest = np.int64(interests[at])
            words[interest >> 6, i] |= ONE << WORD(interest & 63)


@fast
def fill(begin, stop, order, given, ground, found):
    """Find the best for the people from `begin` to `stop`, whose numbers outside are those in `order`."""
    cell, around, width, height, begins, words = ground
    most = found.shape[1]
    best = np.empty(most, np.int64), np.empty(most), np.empty(most, np.int32)
    shared, picked = np.empty(len(order), np.uint8), np.empty(len(order) + 1, np.int32)
    runs = np.empty((2 * around.max() + 1, 3), np.int64)
    for i in range(begin, stop):
        row, column = cell[i] // width, cell[i] % width
        west, east = max(0, column - around[i]), min(width - 1, column + around[i])
        filled, length, many = 0, 0, 0
        for along in range(max(0, row - around[i]), min(height - 1, row + around[i]) + 1):
            first, last = begins[along * width + west], begins[along * width + east + 1]
            if first < last:
                _count(words, i, first, last, shared[length:])
                runs[many] = first, length, length + last - first
                many, length = many + 1, length + last - first
        above = 256
        while filled < most and above > 1:
            least = _least(shared, length, most, above)
            for run in runs[:many]:
                filled = _look(i, run, order, given, shared, (least, above), picked, best, filled)
            above = least
        found[order[i], :filled] = best[2][:filled]


@fast
def _count(words, i, first, last, shared):
    """Count for each of a run of people how many interests they share with person `i`."""
    shared[: last - first] = 0
    for word in range(0, len(words), TOGETHER):
        a, b, c, d = words[word, i], words[word + 1, i], words[word + 2, i], words[word + 3, i]
        if a | b | c | d:
            one, two = words[word, first:last], words[word + 1, first:last]
            three, four = words[word + 2, first:last], words[word + 3, first:last]
            for at in range(last - first):
                both = _ones(one[at] & a) + _ones(two[at] & b) + _ones(three[at] & c) + _ones(four[at] & d)
                shared[at] += np.uint8(both)


@fast
def _least(shared, length, wanted, above):
    """Return how much one has to share for as many as are wanted to be looked at, below what was looked at already."""
    least = above
    enough = 0
    while least > 1 and enough < wanted:
        least -= 1
        if least == 255:
            least = int(shared[:length].max()) if length else 1
        enough = 0
        for at in range(length):
            enough += shared[at] >= least
    return max(1, least)


@fast
def _look(i, run, order, given, shared, between, picked, best, filled):
    """Look at those of a run who share that much; return how many there are among the best."""
    x, y, reach, days, has, bars = given
    begins, first, last = run
    least, above = between
    many = 0
    # Without a branch: whom it is to be is a matter of chance, and guessing wrong costs more than looking.
    for k in range(first, last):
        picked[many] = k
        many += (shared[k] >= least) & (shared[k] < above)
    for k in picked[:many]:
        j = begins + k - first
        apart, within = (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2, min(reach[i], reach[j])
        if j != i and apart <= within * within and _can(i, j, days, has, bars):
            filled = _insert(best[0], best[1], best[2], filled, shared[k], apart, order[j])
    return filled


@fast
def _can(i, j, days, has, bars):
    """Say whether two people have a day in common and can be together."""
    return (days[i] & days[j]) != 0 and (has[i] & bars[j]) == 0 and (has[j] & bars[i]) == 0


@fast
def _insert(best_shared, best_apart, best_who, filled, shared, apart, who):
    """Put somebody in their place among the best; return how many there are."""
    at = filled
    if filled == len(best_who):
        at -= 1
        if not _before(shared, apart, who, best_shared[at], best_apart[at], best_who[at]):
            return filled
    while at > 0 and _before(shared, apart, who, best_shared[at - 1], best_apart[at - 1], best_who[at - 1]):
        best_shared[at], best_apart[at], best_who[at] = best_shared[at - 1], best_apart[at - 1], best_who[at - 1]
        at -= 1
    best_shared[at], best_apart[at], best_who[at] = shared, apart, who
    return min(filled + 1, len(best_who))


@fast
def _before(shared, apart, who, other_shared, other_apart, other):
    """Say whether somebody shares more than another, or as much and is nearer, or stands first by number."""
    if shared != other_shared:
        return shared > other_shared
    return apart < other_apart or (apart == other_apart and who < other)
