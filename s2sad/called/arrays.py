"""New arrays: of what np.array is given, of rows, and of a shape."""

from dataclasses import replace

import gast
import numpy as np

from s2sad.facts import calls
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array, Scalar, dtype_name
from s2sad.facts.values import (
    Expression,
    Method,
    Record,
    Static,
    list_record,
    tuple_record,
)
from s2sad.known.constants import integer_of
from s2sad.known.growing import is_growing
from s2sad.syntax import build
from s2sad.syntax.build import number_of

_NUMBERS = {"bool": bool, "int": int, "float64": float, "float32": np.float32}
_NUMBERS |= {"complex128": complex}


def shaped(frame, arguments, keywords, node):
    """`np.zeros(x.shape)`: the shape stays one expression."""
    shape = arguments[0] if arguments else None
    source = whole_shape(shape, frame.kinds())
    is_ours = frame.source.is_definition and isinstance(shape, Record)
    if source is None and not is_ours:
        return None
    word = calls.spelling(node.func).rsplit(".", 1)[-1]
    if is_ours:  # as short as a person would write it
        source = source or _short(frame.applications.argument(shape, node))
        if len(arguments) == 2 and word != "full" and _is_usual(arguments[1]):
            arguments = arguments[:1]
    given = [frame.applications.argument(value, node) for value in arguments[1:]]
    if is_ours and len(given) == 2 - (word != "full"):
        keywords, given = {**keywords, "dtype": arguments[-1]}, given[:-1]
    named = [
        gast.keyword(key, frame.applications.argument(value, node))
        for key, value in keywords.items()
    ]
    call = gast.Call(build.attribute("np", word), [source, *given], named)
    return frame.expressions.expression(call)


def filled(frame, arguments, keywords, node):
    """`np.full(shape, number)`: rows that are spread are another thing."""
    value = frame.expressions.as_expression(arguments[1], node)
    if value.kind.rank:
        what = "np.full of an array is not supported"
        raise frame.refuse(node, what, "np.empty(shape), and a write into all of it")
    return shaped(frame, arguments, keywords, node)


def _short(shape):
    """`n` for `(n,)`."""
    items = getattr(shape, "elts", ())
    return items[0] if len(items) == 1 else shape


def _is_usual(value):
    return isinstance(value, Static) and value.value in (float, np.float64)


def whole_shape(value, kinds):
    """`a.shape` if a record holds just that, else None."""
    if not isinstance(value, Record) or not value.items:
        return None
    bases = []
    for axis, item in value.items.items():
        node = getattr(item, "node", None)
        if not isinstance(node, gast.Subscript) or build.number_of(node.slice) != axis:
            return None
        if not isinstance(node.value, gast.Attribute) or node.value.attr != "shape":
            return None
        bases.append(node.value)
    names = {calls.spelling(base) for base in bases}
    if len(names) != 1 or None in names:
        return None
    rank = kind_of(bases[0].value, kinds).rank
    return bases[0] if len(bases) == rank else None


def array(frame, arguments, keywords, node):
    """np.array: without a copy it is np.asarray."""
    keywords = dict(keywords)
    least = _rank(keywords.pop("ndmin", Static(0)))
    if least is not None and least > 0:
        return _of_rank(least, frame, arguments, keywords, node)
    copy = keywords.pop("copy", None)
    if copy is not None and copy.value is not True:
        made = asarray(frame, arguments, keywords, node)
        return arguments[0] if made is None else made
    return array_of(frame, arguments, keywords, node)


def _rank(value):
    """The number of axes that are asked for."""
    if isinstance(value, Static):
        return value.value
    return number_of(value.node) if isinstance(value, Expression) else None


def _of_rank(least, frame, arguments, keywords, node):
    """An array of at least so many axes: of length 1 are those before its own."""
    value, *others = arguments
    if isinstance(value, Expression) and not value.kind.rank:
        for _ in range(least):
            value = list_record([value])
    made = array(frame, [value, *others], keywords, node) or value
    made = frame.expressions.as_expression(made, node)
    if made.kind.rank >= least:
        return made
    made = frame.stored(made, "array")
    new = [build.constant(None)] * (least - made.kind.rank)
    return frame.expressions.expression(build.subscript(made.node, *new))


def asarray(frame, arguments, keywords, node):
    keywords = dict(keywords)
    if getattr(keywords.pop("order", None), "value", None) == "F":
        columns = Static(np.asfortranarray)
        return frame.applications.apply(columns, arguments, keywords, node)
    value = arguments[0]
    if isinstance(value, Expression) and isinstance(value.kind, Array):
        if len(arguments) > 1 or "dtype" in keywords:
            return array_of(frame, arguments, keywords, node, is_copied=False)
        return None
    return array_of(frame, arguments, keywords, node)


def array_of(frame, arguments, keywords, node, is_copied=True):
    """An array of a list, or of another array, of the dtype that is asked for."""
    value, *others = arguments
    keywords = dict(keywords)
    dtype = keywords.pop("dtype", others.pop(0) if others else None)
    is_table = isinstance(getattr(value, "value", None), (list, tuple))
    if others or keywords or not (isinstance(value, (Record, Expression)) or is_table):
        return None
    array = frame.expressions.as_expression(value, node)
    wanted = getattr(dtype, "value", None)
    if wanted is not None:
        if dtype_name(wanted) is None:
            return None
        if dtype_name(wanted) != array.kind.dtype:
            array = _of_dtype(frame, array, wanted, node)
            is_copied = False
    if isinstance(array.kind, Scalar):
        return replace(array, is_array=True)
    given = node.args[0] if getattr(node, "args", None) else None
    is_made = isinstance(given, (gast.ListComp, gast.GeneratorExp))
    is_fresh = isinstance(value, Record) and not is_growing(value)
    is_made &= isinstance(value, Record) and "count" not in value.items
    if is_fresh or is_made or not is_copied:
        return array
    if is_growing(value) or isinstance(array.node, gast.Name):
        copied = build.call(build.attribute(array.node, "copy"))
    else:
        copied = build.call("np.copy", array.node)
    return frame.expressions.expression(gast.copy_location(copied, node))


def _of_dtype(frame, array, wanted, node):
    """A number or an array of another dtype: a copy."""
    if isinstance(array.kind, Scalar):
        return number_of_dtype(frame, array, dtype_name(wanted), node)
    method = Method(array, "astype")
    return frame.applications.apply(method, [Static(wanted)], {}, node)


def number_of_dtype(frame, value, dtype, node):
    """A number as one of another dtype."""
    number = frame.applications.apply(Static(_NUMBERS[dtype]), [value], {}, node)
    return frame.expressions.as_expression(number, node)


def alike(word):
    """np.zeros_like and its like: of a number, an array without axes is a number."""

    def made(frame, arguments, keywords, node):
        first, *others = arguments
        if isinstance(first, Record):
            array = frame.stored(frame.expressions.as_expression(first, node), "array")
            name = f"np.{word}_like"
            return frame.applications.library_call(
                name, [array, *others], keywords, node
            )
        first = frame.expressions.as_expression(first, node)
        if not isinstance(first.kind, Scalar):
            return None
        given = others.pop(0) if word == "full" else None
        given = keywords.get("fill_value", given)
        dtype = keywords.get("dtype", others[0] if others else Static(None)).value
        dtype = first.kind.dtype if dtype is None else dtype_name(dtype)
        if dtype is None or "shape" in keywords:
            return None
        if given is None:
            given = Static(1 if word == "ones" else 0)
        value = number_of_dtype(frame, given, dtype, node)
        return replace(value, is_array=True)

    return made


def stacked(frame, arguments, keywords, node):
    """np.stack and np.vstack of a list of rows that lives in an array."""
    (value, *others) = arguments
    if not is_growing(value) or others or keywords:
        return None
    if value.container.item.kind.rank != 1:
        return None
    return array_of(frame, [value], {}, node)


# Which argument is a shape.
_SHAPES = {"np.reshape": 1, "np.full": 0, "np.zeros": 0, "np.empty": 0, "np.ones": 0}


def shapes_as_tuples(frame, word, arguments, keywords):
    """(arguments, keywords) with a tuple for a shape that is a list of lengths."""
    if word in _SHAPES:
        place = _SHAPES[word]
        arguments = [
            _tuple_of(frame, v) if n == place else v for n, v in enumerate(arguments)
        ]
        keywords = {
            k: _tuple_of(frame, v) if k == "shape" else v for k, v in keywords.items()
        }
    return arguments, keywords


def _tuple_of(frame, value):
    """A shape as a tuple, in which a length that is known to be 1 is seen to be so."""
    if isinstance(value, Record) and value.container in (tuple, list):
        return tuple_record(_shown_if_1(frame, v) for v in value.items.values())
    if isinstance(value, Static) and isinstance(value.value, list):
        return Static(tuple(value.value))
    if is_growing(value) or getattr(getattr(value, "kind", None), "rank", 0):
        what = "a shape whose number of axes is known only when it runs"
        raise frame.refuse(frame.statements.now, what, "a tuple of lengths")
    return value


def _shown_if_1(frame, item):
    is_1 = isinstance(item, Expression) and integer_of(frame, item.node) == 1
    return replace(item, node=build.constant(1)) if is_1 else item
