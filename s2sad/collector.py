"""Python's garbage collector, seldom sent through everything while functions are made.

Trees are many small objects, and most stay until the work is done. What is young is
still looked through as often as ever, which is quick; but every look at all there is,
Numba's objects and the user's as well, took a fifth of the time.
"""

import functools
import gc
import threading

# After how many looks at what is younger comes one at everything; Python's is 10.
_SELDOM = 100
_lock = threading.Lock()
# The thresholds to go back to, one for each piece of work that is going on.
_before = []


def uncollected(work):
    """The function, during which everything is looked through seldom."""

    @functools.wraps(work)
    def patient(*arguments, **keywords):
        with _lock:
            _before.append(gc.get_threshold())
            young, middle, old = _before[0]
            gc.set_threshold(young, middle, max(old, _SELDOM))
        try:
            return work(*arguments, **keywords)
        finally:
            with _lock:
                thresholds = _before[0]
                _before.pop()
                if not _before:
                    gc.set_threshold(*thresholds)

    return patient
