"""Functions of numbers that are called with arrays: done to each element.

speed(x, v)     becomes     for i in range(x.shape[0]):
                                result[i] = speed(x[i], v)
"""

import numpy as np

from s2sad.called.compiled import is_ufunc
from s2sad.called.generalized import generalized, is_generalized
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Expression, Static
from s2sad.known.trial import tried
from s2sad.syntax import build
from s2sad.syntax.source import read


def is_of_parts(target):
    """Whether this was made a function of the elements, or the parts, of arrays."""
    is_of_numba = is_ufunc(target) or is_generalized(target)
    return is_of_numba or isinstance(target, np.vectorize)


def of_parts(frame, target, arguments, keywords, node):
    """The value of a call of such a function."""
    if isinstance(target, np.vectorize):
        return vectorized_by_numpy(frame, target, arguments, keywords, node)
    of_target = vectorized if is_ufunc(target) else generalized
    return of_target(frame, target, arguments, keywords, node)


def vectorized_by_numpy(frame, target, arguments, keywords, node):
    """The same of np.vectorize, which may be called inside a function as well."""
    types = [np.dtype(letter) for letter in target.otypes or ()]
    asked = {
        "otypes": types or None,
        "excluded": target.excluded or None,
        "signature": target.signature,
    }
    named = {key: Static(value) for key, value in asked.items()}
    apply, function = frame.applications.apply, Static(target.pyfunc, hint="function")
    made = apply(Static(np.vectorize), [function], named, node)
    return apply(made, arguments, keywords, node)


def vectorized(frame, target, arguments, keywords, node):
    """The value of a call of a function of numba.vectorize."""
    if keywords:
        what = f"{sorted(keywords)[0]}= of {target.__name__} is not supported"
        raise frame.refuse(node, what, "arguments by position")
    source = read(target)
    values = frame.calls.matched(source.node, source, arguments, {}, node)
    values = {n: frame.expressions.as_expression(v, node) for n, v in values.items()}
    if not any(value.kind.rank for value in values.values()):
        numbers = list(values.values())
        return frame.calls.call_function(Static(target), numbers, {}, node)
    kind = tried(frame, lambda: _of_elements(frame, target, values, node))
    return frame.applications.elements.loops(target, values, kind.dtype)


def _of_elements(frame, target, values, node):
    """The kind of what the function gives for elements."""
    zero = build.constant(0)
    elements = [
        Expression(build.subscript(v.node, *[zero] * v.kind.rank), Scalar(v.kind.dtype))
        if v.kind.rank
        else v
        for v in values.values()
    ]
    found = frame.calls.call_function(Static(target), elements, {}, node)
    return frame.expressions.as_expression(found, node).kind
