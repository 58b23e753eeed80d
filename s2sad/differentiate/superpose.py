"""Lines for one direction as the sum of what comes of each tangent that they read.

r_dot = x_dot[i + 1, c] - 2.0 * x[i] * x_dot[i, c]      in the column of x[i]:
y_dot[i, c] = r_dot + a * s_dot[c]                          r_dot = -2.0 * x[i]
                                                            y_dot[i, c] += r_dot
                                                        without seeds:
                                                            y_dot[i, c] = a * s_dot[c]

Such lines are linear in tangents; that they are is asked, not taken for granted.
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.elsewhere import are_unlike
from s2sad.facts.indices import index_items
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.fold import ZERO, fold, is_zero, split_sign
from s2sad.syntax.names import names_in, rewritten


def is_nothing(node):
    return is_zero(node) or number_of(node) == 0.0


def is_superposed(lines, dots, families, local=()):
    """Whether lines do the sum of what they do of each tangent alone.

    `dots` are the names of tangents, `families` tells which arrays share memory, and
    those in `local` are set by a line before others read them.
    """
    written = {}
    for line in map(_setting, lines):
        place, is_assign = build.place_of(line), isinstance(line, gast.Assign)
        if not _is_linear(line.value, dots) or not is_assign and not build.is_sum(line):
            return False
        read = set(map(families.of, names_in(line.value) - set(local)))
        if read & written.keys():
            return False
        if isinstance(place, gast.Subscript):
            before = written.setdefault(families.of(base_name(place)), [])
            if is_assign and not all(_is_apart(place, other) for other in before):
                return False
            before.append(place)
    return True


def superposed(lines, value_of, own, is_column):
    """The lines with other values for the tangents that they read.

    `value_of` gives one for an element of a tangent, or None where it stays. In those
    of one column what set an element adds to it. `own` has the numbers that are set in
    place of some tangents.
    """
    out, zeros = [], set()

    def change(part):
        name = base_name(part)
        if name in zeros:
            return ZERO
        return build.name(own[name]) if name in own else value_of(part)

    for line in map(_setting, lines):
        value = fold(rewritten(line.value, change))
        place, is_assign = build.place_of(line), isinstance(line, gast.Assign)
        name = base_name(place)
        if isinstance(place, gast.Name) or name in own:
            (zeros.add if is_nothing(value) else zeros.discard)(name)
            out.append(build.assign(own.get(name, name), value))
        elif is_assign and not is_column:
            value = build.constant(0.0) if is_zero(value) else value
            out.append(build.assign(place, value))
        elif not is_nothing(value):
            operator = gast.Add() if is_assign else line.op
            out.append(_added(place, operator, value))
    kept = _used(out, {n for word, n in own.items() if word not in zeros})
    return [gast.copy_location(n, lines[0]) for n in kept]


def _is_linear(node, dots):
    """Whether an expression is a sum of tangents, each times what is no tangent."""
    if not dots & names_in(node):
        return is_nothing(fold(node))
    if isinstance(node, gast.BinOp):
        return _is_linear_operation(node, dots)
    if isinstance(node, gast.UnaryOp):
        return _is_linear(node.operand, dots)
    if isinstance(node, gast.IfExp) and not dots & names_in(node.test):
        return _is_linear(node.body, dots) and _is_linear(node.orelse, dots)
    return base_name(node) in dots


def _is_linear_operation(node, dots):
    left, right = (bool(dots & names_in(n)) for n in (node.left, node.right))
    if isinstance(node.op, (gast.Add, gast.Sub)):
        return _is_linear(node.left, dots) and _is_linear(node.right, dots)
    if isinstance(node.op, gast.Mult) and not (left and right):
        return _is_linear(node.left if left else node.right, dots)
    return isinstance(node.op, gast.Div) and not right and _is_linear(node.left, dots)


def _is_apart(one, other):
    """Whether two places are surely different elements."""
    pairs = zip(index_items(one), index_items(other))
    return any(are_unlike(*map(number_of, pair)) for pair in pairs)


def _setting(line):
    """A line that adds to a number as one that sets it."""
    if not isinstance(line, gast.AugAssign) or isinstance(line.target, gast.Subscript):
        return line
    place = line.target
    return build.assign(place, gast.BinOp(build.loaded(place), line.op, line.value))


def _added(place, operator, value):
    """`place += value`, or `place -= -value` where that is shorter."""
    sign, value = split_sign(value)
    if sign < 0:
        operator = gast.Sub() if isinstance(operator, gast.Add) else gast.Add()
    return gast.AugAssign(place, operator, value)


def _used(lines, asked):
    """Lines without the numbers that no later line reads, and none asks for."""
    out, read = [], set(asked)
    for line in reversed(lines):
        place = build.place_of(line)
        if not isinstance(place, gast.Name) or place.id in read:
            out.append(line)
            read |= names_in(line.value)
    return out[::-1]
