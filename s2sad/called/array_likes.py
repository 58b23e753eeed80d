"""Lists and tuples of numbers where functions of NumPy take arrays.

np.cross([0, 0, 1], h)          becomes     np.cross(np.array([0, 0, 1]), h)
"""

import functools
import inspect

from s2sad.errors import RefusalError
from s2sad.facts.values import is_of
from s2sad.known.trial import Trial

# The parameters that NumPy calls array_like, by the names that it gives them.
_ARRAYS = {"a", "b", "x", "y", "z", "m", "v", "p", "q", "A", "f", "w", "x1", "x2"}
_ARRAYS |= {"arr", "array", "ary", "ar", "xp", "fp", "val", "values", "weights"}
_ARRAYS |= {"condition", "mask", "vals", "where", "src", "choices"}


@functools.cache
def _array_parameters(definition):
    """{parameter: whether it takes arrays, and lists for them} of a definition."""
    if not inspect.isfunction(definition):  # sums of products of two arrays
        return {"a": True, "b": True}
    return {name: name in _ARRAYS for name in inspect.signature(definition).parameters}


def array_likes(frame, definition, arguments, keywords, node):
    """(arguments, keywords) of a function of the library."""
    taken = _array_parameters(definition)
    places = [*taken.values(), *[False] * len(arguments)]
    arguments = [
        array_like(frame, value, node) if is_taken else value
        for value, is_taken in zip(arguments, places)
    ]
    named = {
        key: array_like(frame, value, node) if taken.get(key) else value
        for key, value in keywords.items()
    }
    return arguments, named


def array_like(frame, value, node):
    """The array that numbers in a list or a tuple are to NumPy; all else as it is."""
    if not is_of(value, list, tuple):
        return value
    make, trial = frame.applications.array_of, Trial(frame)
    try:
        array, before = frame.aside(lambda: make(value, node))
    except RefusalError:
        trial.undo()
        return value
    frame.take(before)
    return array
