"""max and min of Python: of several numbers, or of the numbers in a list.

Tuples and lists are compared by their first numbers, then by their second: what is the
largest of them is not made of the largest of each.
"""

import gast

from s2sad.facts.values import Record, Static, is_of
from s2sad.syntax import build


def has_parts(value):
    """Whether a value is a tuple or a list of parts that are known one by one."""
    return is_of(value, tuple, list)


def folded_extreme(word):
    def fold(frame, arguments, keywords, node):
        if len(arguments) == 1 and has_parts(arguments[0]):
            arguments = list(arguments[0].items.values())
        elif len(arguments) == 1:
            array = frame.expressions.as_expression(arguments[0], node)
            _refuse_parts(frame, array.kind.rank > 1, node)
            call = build.call(f"np.{word}", array.node)
            return frame.expressions.expression(gast.copy_location(call, node))
        result, *others = [_number(frame, value, node) for value in arguments]
        for other in others:
            call = build.call(word, result.node, other.node)
            result = frame.expressions.expression(gast.copy_location(call, node))
        return result

    return fold


def _number(frame, value, node):
    """A number, or an array that NumPy takes for one where it has one element."""
    _refuse_parts(frame, isinstance(value, Record), node)
    number = frame.expressions.as_expression(value, node)
    _refuse_parts(frame, isinstance(value, Static) and number.kind.rank > 0, node)
    return number


def _refuse_parts(frame, is_of_several, node):
    """Refuse to compare what is no number."""
    if is_of_several:
        what = "tuples, lists or rows are compared"
        raise frame.refuse(node, what, "key=, which gives a number of each")
