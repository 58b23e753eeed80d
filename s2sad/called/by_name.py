"""What functions of NumPy are given by name: by place in the text, or refused.

np.round(x, decimals=2)                 becomes     np.round(x, 2)
np.zeros(shape=(n, 3), order="F")                   np.zeros((n, 3))
"""

import functools
import inspect
import operator

import numpy as np

_KEYWORDS = {
    "np.sum": {"axis"},
    **dict.fromkeys(("np.max", "np.min", "np.mean"), set()),
    "np.argsort": {"kind"},
    "np.searchsorted": {"side"},
    "np.digitize": {"right"},
    "np.array": {"dtype", "copy", "ndmin"},
    "np.asarray": {"dtype", "copy", "order"},
    "np.linspace": {"start", "stop", "num"},
    **dict.fromkeys(("min", "max", "sum", "len", "abs", "range"), set()),
    "sum": {"start"},
    "print": {"sep", "end", "file", "flush"},
    "round": {"ndigits"},
}
# What has no parameters that can be asked for in every version of NumPy.
_PLACES = {
    "np.full": ("shape", "fill_value"),
    **dict.fromkeys(("np.zeros", "np.empty", "np.ones"), ("shape",)),
}
# What makes an array, and how many arguments come before its order in memory.
_MAKING = {
    **dict.fromkeys(("np.zeros", "np.empty", "np.ones"), 2),
    **dict.fromkeys((f"np.{w}_like" for w in ("zeros", "empty", "ones")), 2),
    **dict.fromkeys(("np.full", "np.full_like"), 3),
    "np.array": None,
}


def placed(frame, word, arguments, keywords, node):
    """(arguments, keywords) of a call as the text has them."""
    arguments, keywords = list(arguments), dict(keywords)
    if word in _MAKING:  # the text says what the elements are, not where
        arguments = arguments[: _MAKING[word]]
        of_memory = {"order", "subok", "device"}
        keywords = {k: v for k, v in keywords.items() if k not in of_memory}
    for name in _PLACES.get(word, ())[len(arguments) :]:
        if name not in keywords:
            what = f"{word} is called without its argument {name}"
            raise frame.refuse(node, what)
        arguments.append(keywords.pop(name))
    known = _KEYWORDS.get(word, {"dtype"})
    for name in _parameters(word)[len(arguments) :]:
        if name in known or name not in keywords:
            break
        arguments.append(keywords.pop(name))
    return arguments, keywords


@functools.cache
def _parameters(word):
    """The names of what a function of NumPy takes by place or by name."""
    if not word.startswith("np."):
        return ()
    try:
        function = operator.attrgetter(word.removeprefix("np."))(np)
        found = inspect.signature(function).parameters
    except (AttributeError, TypeError, ValueError):
        return ()
    either = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return tuple(name for name, p in found.items() if p.kind is either)


def check(frame, word, keywords, node):
    """Refuse what a function is given by name that the text cannot say."""
    unknown = keywords.keys() - _KEYWORDS.get(word, {"dtype"})
    if unknown:
        what = f"{sorted(unknown)[0]}= of {word} is not supported"
        raise frame.refuse(node, what, "the call without it, then what it does")
