"""What a function of vectors gives along an axis."""

import numpy as np

from s2sad.facts.values import Static
from s2sad.known.definitions import defines
from s2sad.library.axes import as_array, axes_of, known, over
from s2sad.syntax import build


@known
def kind_along(frame, arguments, keywords, node):
    """The kind of the number that a function gives for a vector."""
    function, array = arguments
    line = build.subscript(array.node, *[build.constant(0)] * (array.kind.rank - 1))
    value, _ = frame.aside(
        lambda: frame.applications.apply(
            function, [frame.expressions.expression(line)], {}, node
        )
    )
    kind = frame.expressions.as_expression(value, node).kind
    if kind.rank:
        what = "np.apply_along_axis of a function that gives no number"
        raise frame.refuse(node, what, "a loop over the vectors")
    return Static(np.dtype(kind.dtype))


@defines("numpy.apply_along_axis")
def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """What a function of vectors, and of more, gives along an axis."""
    a = as_array(arr)
    if len(args) + len(kwargs) > 0:
        return apply_along_axis(lambda v: func1d(v, *args, **kwargs), axis, a)
    elif a.ndim == 1:
        return func1d(a)
    else:
        return over(func1d, a, axes_of(a, axis)[0], kind_along(func1d, a))
