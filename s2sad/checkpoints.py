"""Loops that save few of their states: what a user marks, and how trips are parted.

The schedule is that of binomial checkpointing (Griewank, Achieving logarithmic growth
of temporal and spatial complexity in reverse automatic differentiation, 1992; Griewank
and Walther, Algorithm 799: Revolve, 2000).
"""

from numba.extending import register_jitable


@register_jitable
def checkpoint(trips, snapshots="sqrt"):
    """The range of a loop that saves few of its states, and runs again to the others.

    Args:
        trips: a range, as in `for i in s2sad.checkpoint(range(n)):`, or the test of
            `while s2sad.checkpoint(t < end):`.
        snapshots: how many states are kept at once; "sqrt" keeps one for each of
            sqrt(n) parts and the states of one part, so that each trip runs twice.
            A number k keeps k, the first one among them, and runs trips as seldom as
            that allows; a while runs once more before that, to count its trips.

    Returns:
        The range or the test itself: the loop does what it does without. In a
        derivative, what trips print is printed each time they run.

    Raises:
        ValueError: in a derivative, if a trip had to run more than 500 times, or if an
            array that trips bind anew has another shape then; this with `snapshots`.

    >>> import s2sad
    >>> list(s2sad.checkpoint(range(3), snapshots=2))
    [0, 1, 2]
    """
    return trips


def repeats(count, snapshots):
    """How often a trip must run at most, for so many trips and snapshots.

    The least r with binomial(snapshots + r, r) >= count. Calls nest as deep as that.
    """
    r = 0
    reach = 1
    while reach < count:
        if r == 500:
            raise ValueError("too few snapshots: a trip would run more than 500 times")
        r += 1
        reach = reach * (snapshots + r) // r
    return r


def advance(count, snapshots, r):
    """How many trips to go on from a snapshot before the next one is kept.

    What follows has one snapshot less, and may be binomial(snapshots - 1 + r, r) long;
    what comes before has one run less, and should be binomial(snapshots + r - 2, r - 2)
    long at least, so that no schedule runs fewer trips.
    """
    reach = 1
    for k in range(1, r + 1):
        reach = reach * (snapshots - 1 + k) // k
    least = 1
    for k in range(1, r - 1):
        least = least * (snapshots + k) // k
    return min(max(count - reach, least), count - 1)
