"""Functions of numba.vectorize: what they do to numbers, done to each element.

speed(x, v)     becomes     for i in range(x.shape[0]):
                                result[i] = speed(x[i], v)
"""

import functools
import inspect

import numpy as np
from numba.np.ufunc.dufunc import DUFunc

from s2sad.compile.plain import namespace_of
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Expression, Static
from s2sad.specialise.library import dtype_word
from s2sad.syntax import build

_COUNTERS = "ijkmnp"


def scalar_function(target):
    """The Python function of numbers behind one of numba.vectorize, or None."""
    if not isinstance(target, DUFunc):
        return None
    return target._dispatcher.py_func  # pyright: ignore[reportAttributeAccessIssue]


def vectorized(frame, function, arguments, keywords, node):
    """The value of a call of a function of numba.vectorize."""
    if keywords:
        what = f"{sorted(keywords)[0]}= of {function.__name__} is not supported"
        raise frame.refuse(node, what, "arguments by position")
    values = [frame.expressions.as_expression(v, node) for v in arguments]
    arrays = [v.kind for v in values if isinstance(v.kind, Array)]
    if not arrays or len(values) != len(inspect.signature(function).parameters):
        return frame.calls.call_function(Static(function), values, {}, node)
    if len({(kind.rank, kind.ones) for kind in arrays}) > 1:
        what = f"{function.__name__} broadcasts its arguments"
        raise frame.refuse(node, what, "arrays of one shape, and numbers")
    kind, _ = frame.aside(lambda: _of_elements(frame, function, values, node))
    word = dtype_word(_DTYPES[kind.dtype])
    pattern = tuple(isinstance(v.kind, Array) for v in values)
    loops = _loops(function, pattern, arrays[0].rank, word)
    return frame.calls.call_function(Static(loops), values, {}, node)


_DTYPES = {
    "float64": np.float64,
    "float32": np.float32,
    "int": np.int64,
    "bool": np.bool_,
}


def _of_elements(frame, function, values, node):
    """The kind of what the function gives for elements."""
    zero = build.constant(0)
    elements = [
        Expression(build.subscript(v.node, *[zero] * v.kind.rank), Scalar(v.kind.dtype))
        if v.kind.rank
        else v
        for v in values
    ]
    found = frame.calls.call_function(Static(function), elements, {}, node)
    return frame.expressions.as_expression(found, node).kind


@functools.lru_cache(maxsize=256)
def _loops(function, pattern, rank, dtype):
    """A function that calls another one for each element of its arrays."""
    names = list(inspect.signature(function).parameters)
    arrays = [name for name, is_array in zip(names, pattern) if is_array]
    first, *others = arrays
    counters = [c for c in _COUNTERS if c not in names][:rank]
    places = ", ".join(counters)
    items = [f"{n}[{places}]" if n in arrays else n for n in names]
    lines = [f"def {function.__name__}({', '.join(names)}):"]
    for other in others:
        lines += [f"    if {other}.shape != {first}.shape:"]
        lines += ['        raise ValueError("arrays of different shapes")']
    lines += [f"    result = np.empty({first}.shape, dtype={dtype})"]
    for depth, counter in enumerate(counters):
        indent = "    " * (depth + 1)
        lines += [f"{indent}for {counter} in range({first}.shape[{depth}]):"]
    indent = "    " * (rank + 1)
    lines += [f"{indent}result[{places}] = _function({', '.join(items)})"]
    lines += ["    return result", ""]
    text = "\n".join(lines)
    found = {"np": np, "_function": function}
    return namespace_of(text, function.__name__, found)[function.__name__]
