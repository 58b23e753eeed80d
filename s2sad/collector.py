"""Python's garbage collector, which looks seldom while functions are transformed.

Trees are many small objects, and most stay until the work is done. Looking through
them as often as Python does unasked took a quarter of the time.
"""

import functools
import gc
import threading

# How many new objects are waited for, where Python waits for 700.
_MANY = 50_000
_lock = threading.Lock()
# The thresholds to go back to, one for each piece of work that is going on.
_before = []


def uncollected(work):
    """The function, during which there are few collections."""

    @functools.wraps(work)
    def patient(*arguments, **keywords):
        with _lock:
            _before.append(gc.get_threshold())
            first, *others = _before[0]
            # of 0, garbage is not collected at all
            gc.set_threshold(max(first, _MANY) if first else 0, *others)
        try:
            return work(*arguments, **keywords)
        finally:
            with _lock:
                thresholds = _before[0]
                _before.pop()
                if not _before:
                    gc.set_threshold(*thresholds)

    return patient
