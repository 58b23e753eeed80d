"""Sums that begin at zero begin with their first term; terms of one sum stand together.

b_bar = 0.0             becomes     b_bar = 2.0 * b * s_bar
b_bar += b * s_bar
b_bar += b * s_bar
"""

from dataclasses import replace

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import FLOAT, Scalar
from s2sad.facts.numbers import zero
from s2sad.facts.text import Families, root, stores
from s2sad.syntax import build
from s2sad.syntax.build import is_sum, number_of
from s2sad.syntax.fold import negated
from s2sad.syntax.names import Once, is_set_anew, names_in, parameters
from s2sad.syntax.printer import exceeds
from s2sad.syntax.terms import addition, opposite, terms_of
from s2sad.syntax.walk import walk

_WIDTH = 76


def merge(function, known):
    """The function with its adjoint sums merged."""
    known = replace(known, families=Families(function, known))
    function.body = _block(function.body, known)
    function.body = _handed_over(function, known)
    return function


def _handed_over(function, known):
    """`x_bar` that only takes all of another adjoint, at its end, becomes that one."""
    out, named = list(function.body), Once(names_in)
    for node in function.body:
        name = _zeroed(node, known)
        if name not in known.arrays:
            continue
        mentions = [n for n in out if name in named(n) and n is not node]
        term = _first_term(mentions[0], name) if mentions else None
        if isinstance(term, gast.Name) and _is_alone(name, term.id, function, known):
            later = out[out.index(mentions[0]) + 1 :]
            if not any(term.id in named(n) for n in later):
                given = gast.copy_location(build.assign(name, term), node)
                out[out.index(mentions[0])] = given
                out.remove(node)
    return out


def _is_alone(first, second, function, known):
    """Whether two arrays of one kind are s2sad's own, and share memory with none."""
    given = parameters(function)
    names = names_in(function) & known.arrays
    return known.kinds.get(first) == known.kinds.get(second) and all(
        known.is_own(name)
        and name not in given
        and sum(known.families.of(n) == known.families.of(name) for n in names) == 1
        for name in (first, second)
    )


def _block(statements, known):
    out = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, lambda b: _block(b, known))
        out.append(node)
    return _joined(_started(out, known), known)


def _started(statements, known):
    """`v = 0.0` moves down to where v is first mentioned, as its first term."""
    out = list(statements)
    for position in range(len(out) - 1, -1, -1):
        node = out[position]
        name = _zeroed(node, known)
        if name is None:
            continue
        later = next(
            (n for n in range(position + 1, len(out)) if name in names_in(out[n])), None
        )
        if later is None:
            continue
        first = out[later]
        term = _first_term(first, name)
        if name in known.arrays:
            if term is not None and known.is_new(term, name):
                begun = build.assign(name, term)
                out[later] = gast.copy_location(begun, first)
                del out[position]
        elif term is not None:
            begun = build.assign(name, known.as_float(term))
            out[later] = gast.copy_location(begun, first)
            del out[position]
        elif is_set_anew(first, name):
            del out[position]
        elif _in_both(first, name):
            out[later] = _pushed(first, name, known)
            del out[position]
        elif known.is_reverse and not _all_zeroed(out[position + 1 : later], known):
            out.insert(later, node)
            del out[position]
    return out


def _all_zeroed(statements, known):
    return all(_zeroed(node, known) is not None for node in statements)


def _in_both(node, name):
    """Whether both branches of an if mention a name, and its test does not."""
    if not isinstance(node, gast.If) or name in names_in(node.test):
        return False
    return all(
        any(name in names_in(child) for child in branch)
        for branch in (node.body, node.orelse)
    )


def _pushed(node, name, known):
    start = build.assign(name, zero(known.kinds.get(name, FLOAT)))
    return build.with_blocks(node, lambda block: _started([start, *block], known))


def _zeroed(node, known):
    """The name that a statement sets to zero for a sum, or to zeros; else None."""
    if not isinstance(node, gast.Assign) or not isinstance(node.targets[0], gast.Name):
        return None
    name = node.targets[0].id
    if not known.is_own(name):
        return None
    if name in known.arrays:
        is_zeros = spelling(getattr(node.value, "func", None)) == "np.zeros_like"
    else:
        is_zeros = _is_zero(node.value)
    return name if is_zeros else None


def _is_zero(node):
    """Whether a node is `0.0` or `0j`."""
    value = node.value if isinstance(node, gast.Constant) else None
    return isinstance(value, (float, complex)) and value == 0


def _first_term(node, name):
    """The value of `name += value`, negative for -=; None for another statement."""
    if not isinstance(node, gast.AugAssign) or not isinstance(node.target, gast.Name):
        return None
    if node.target.id != name or name in names_in(node.value):
        return None
    if isinstance(node.op, gast.Add):
        return node.value
    return negated(node.value) if isinstance(node.op, gast.Sub) else None


def _joined(statements, known):
    """Additions to one place become one, where nothing between them minds."""
    out = []
    for node in statements:
        earlier = _partner(out, node, known)
        new = None if earlier is None else _sum_of(out[earlier], node, known)
        if earlier is None or new is None:
            out.append(node)
            continue
        gast.copy_location(new, node)
        stays = isinstance(new, gast.Assign) and not _hinders(out, earlier, node, known)
        if stays or earlier == len(out) - 1:
            out[earlier] = new
        else:
            del out[earlier]
            out.append(new)
    return out


def _partner(statements, node, known):
    """The index of an earlier addition to the same place that may move to this one."""
    if not is_sum(node):
        return None
    if statements and _is_sum_of_place(statements[-1], node):
        return len(statements) - 1
    name = root(node.target)
    if isinstance(node.target, gast.Name):
        return _earlier_sum(statements, node, known)
    for position in range(len(statements) - 1, -1, -1):
        other = statements[position]
        if is_sum(other) and _same_place(other.target, node.target):
            between = statements[position + 1 :]
            if not any(_minds(child, other, known) for child in between):
                return position
            return None
        if not _is_only_added(other, name, known):
            return None
    return None


def _earlier_sum(statements, node, known):
    """The index of what last set or added to the number that a statement adds to."""
    name = node.target.id
    if name in known.arrays:
        return None
    for position in range(len(statements) - 1, -1, -1):
        other = statements[position]
        if build.has_blocks(other):
            return None
        if name in names_in(other):
            is_sum = _is_sum_of_place(other, node)
            moves = is_sum and (
                not _hinders(statements, position, _as_sum(other), known)
                or (
                    isinstance(other, gast.Assign)
                    and not _hinders(statements, position, node, known)
                )
            )
            return position if moves else None
    return None


def _as_sum(node):
    """What begins a sum as an addition to it."""
    if isinstance(node, gast.AugAssign):
        return node
    return gast.AugAssign(node.targets[0], gast.Add(), node.value)


def _hinders(statements, position, moved, known):
    """Whether what follows a statement minds that an addition moves past it."""
    return any(_minds(child, moved, known) for child in statements[position + 1 :])


def _is_sum_of_place(first, second):
    if isinstance(first, gast.Assign):
        return _same_place(first.targets[0], second.target)
    return is_sum(first) and _same_place(first.target, second.target)


def _is_only_added(node, name, known):
    """Whether a statement leaves an array alone, or only adds to its elements."""
    if build.has_blocks(node):
        return False
    calls = [n for n in walk(node) if isinstance(n, gast.Call)]
    if any(known.written(call) for call in calls):
        return False
    if is_sum(node) and _mentions(build.name(root(node.target)), name, known):
        return not _mentions(node.value, name, known)
    return not _mentions(node, name, known)


def _mentions(node, name, known):
    """Whether code names an array, or another that may share its memory."""
    return bool(known.of_families(names_in(node)) & known.of_families([name]))


def _minds(node, moved, known):
    """Whether a statement may not change places with one that is moved past it."""
    names = names_in(moved.value) | names_in(
        getattr(moved.target, "slice", moved.value)
    )
    changed = {root(place) for place, _ in stores(node, known)}
    if known.of_families(changed) & known.of_families(names):
        return True
    written = {root(place) for place, _ in stores(moved.value, known)}
    return bool(known.of_families(written) & known.of_families(names_in(node)))


def _sum_of(first, second, known):
    if not is_sum(second) or not known.is_own(root(second.target)):
        return None
    if _mentions(second.value, root(second.target), known):
        return None
    if known.is_integral(build.loaded(second.target)):
        return None  # a count: what is added up here are floats
    if is_sum(first) and _same_place(first.target, second.target):
        if _mentions(first.value, root(first.target), known):
            return None
        total = _total(first, second, known)
        if total is None:
            return None
        new = gast.AugAssign(first.target, total[0], total[1])
    elif isinstance(first, gast.Assign) and _same_place(
        first.targets[0], second.target
    ):
        plus = gast.AugAssign(second.target, gast.Add(), first.value)
        total = _total(plus, second, known)
        if _is_zero(first.value):
            total = second.op, second.value
        if total is None:
            return None
        value = total[1] if isinstance(total[0], gast.Add) else opposite(total[1])
        name = getattr(second.target, "id", None)
        if name in known.arrays:
            value = _array_of(first.value, second, value, known)
        new = value and gast.Assign(first.targets, value, None)
    else:
        return None
    return new if new is not None and not exceeds(new, _WIDTH) else None


def _array_of(begun, added, total, known):
    """The new array that a name is bound to and then added to; None if it is none."""
    name = added.target.id
    if not all(known.is_new(value, name) for value in (begun, total)):
        return None
    word = spelling(getattr(begun, "func", None))
    if word not in ("np.zeros", "np.zeros_like"):
        return total
    term = added.value if isinstance(added.op, gast.Add) else negated(added.value)
    if word == "np.zeros":
        return _new(term) if known.kind(term) == known.kinds[name] else total
    if number_of(term) == 1.0:
        return build.call("np.ones_like", *begun.args)
    if isinstance(known.kind(term), Scalar):
        return build.call("np.full_like", *begun.args, term)
    if known.kind(term) == known.kinds[name] and root(term) is not None:
        return _new(term)
    return None


def _new(node):
    """The value of an array as an array of its own."""
    is_old = root(node) is not None
    return build.call(build.attribute(node, "copy")) if is_old else node


def _total(first, second, known):
    """(operator, value) of two additions to one place; None if there is no such."""
    if not any(_has_effect(node.value, known) for node in (first, second)):
        return addition(_terms(first) + _terms(second))
    if isinstance(first.op, gast.Add):
        return first.op, gast.BinOp(first.value, second.op, second.value)
    if isinstance(second.op, gast.Sub):
        return first.op, gast.BinOp(first.value, gast.Add(), second.value)
    return None


def _terms(node):
    return terms_of(node.value, 1 if isinstance(node.op, gast.Add) else -1)


def _has_effect(node, known):
    """Whether an expression calls what writes: it must be evaluated as it stands."""
    return any(stores(node, known))


def _same_place(first, second):
    if isinstance(first, gast.Name) or isinstance(second, gast.Name):
        return getattr(first, "id", None) == getattr(second, "id", "")
    return root(first) == root(second) and (
        gast.dump(build.loaded(first)) == gast.dump(build.loaded(second))
    )
