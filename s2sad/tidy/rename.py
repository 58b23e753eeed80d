"""Names of one origin become one name where they are never alive together.

t_2 = np.cos(x)         becomes     t = np.cos(x)
x_bar_part = t_2 * a                x_bar = t * a

A name goes together with its tangent and its adjoint: `t_2` with `t_2_bar`.
"""

import re
from collections import defaultdict
from itertools import count

import gast

from s2sad.facts.alive import Alive
from s2sad.facts.kinds import Scalar
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, parameters, renamed
from s2sad.syntax.terms import addition, terms_of
from s2sad.syntax.walk import in_order

_SUFFIX = r"(?:_dot|_bar)*"
_NAME = re.compile(
    rf"(.+?)({_SUFFIX})"
    rf"(?:(_part(?:_\d+)?)|(_(?:[2-9]|[1-9]\d+))?({_SUFFIX}))"
)


def rename(node, known):
    """The function with as few names as its values need."""
    families = _families(node, known)
    moving = [f for f in families.values() if set(f) != {""}]
    if not moving:
        return node
    followed = {name for f in moving for unit in f.values() for name in unit}
    alive, fixed = Alive(node, followed), set(parameters(node)) & known.arrays
    plain = {name for f in moving for name in f.get("", ())}
    taken = (names_in(node) - followed) | plain
    new_names = {}
    for base, family in families.items():
        for group in _groups(family, alive, known, fixed) if family in moving else ():
            new_names |= _named(base, group, taken)
            taken.update(new_names.values())
    changed = {name: new for name, new in new_names.items() if name != new}
    if not changed:
        return node
    node = renamed(node, changed)
    node.body = _tightened(node.body, known)
    return node


def _families(node, known):
    """{origin: {mark: {name: what it would be called}}}, in order of the text.

    `t_2` and `t_2_bar` have the mark `_2`; they would be called `t` and `t_bar`.
    """
    families = defaultdict(lambda: defaultdict(dict))
    own = bound(node) | set(parameters(node))
    fixed = set(parameters(node)) | known.users
    for name in dict.fromkeys(_in_order(node)):
        if name not in own:
            continue
        stem = re.sub(f"{_SUFFIX}$", "", name)
        base, mark, called = stem, "", name
        if name in fixed:
            base = name
        elif stem not in fixed:
            base, mark, called = _taken_apart(name)
            if f"{base}_1" in own:
                base, mark, called = stem, "", name
        families[base][mark][name] = called
    return families


def _taken_apart(name):
    """(origin, mark, what it would be called) of a name that s2sad made."""
    found = _NAME.fullmatch(name)
    assert found is not None, name
    base, first, part, number, last = found.groups("")
    mark = part or number
    return base, first + mark if mark else "", base + first + last


def _in_order(node):
    """The names of a tree, in order of the text."""
    return [child.id for child in in_order(node) if isinstance(child, gast.Name)]


def _groups(family, alive, known, fixed):
    """[{name: what it would be called}]: what may share names, the unmarked first."""
    groups = [dict(family[""])] if "" in family else []
    for mark, unit in family.items():
        if not mark:
            continue
        for group in groups:
            if _agree(unit, group, alive, known, fixed):
                group.update(unit)
                break
        else:
            groups.append(dict(unit))
    return groups


def _agree(unit, group, alive, known, fixed):
    """Whether names may be shared; that of the caller's array stays with this array."""
    return all(
        known.kinds.get(name) is not None
        and other not in fixed
        and known.kinds[name] == known.kinds.get(other)
        and not alive.together(name, other)
        for name, called in unit.items()
        for other, also in group.items()
        if called == also
    )


def _named(base, group, taken):
    """{name: new name} for a group, of names that are not taken."""
    if any(name == called for name, called in group.items()):
        free = taken - group.keys()
        return {n: n if called in free else called for n, called in group.items()}
    for number in count(1):
        names = {n: _numbered(base, n, called, number) for n, called in group.items()}
        if not taken & set(names.values()):
            break
    return names


def _numbered(base, name, called, number):
    """The nth name of those that would have one name, marked as it was."""
    if number == 1:
        return called
    if re.search(r"_part(_\d+)?$", name):
        return f"{called}_part" + (f"_{number - 1}" if number > 2 else "")
    if name[-1].isdigit():
        return f"{called}_{number}"
    return f"{base}_{number}{called[len(base) :]}"


def _tightened(statements, known):
    """Without `x = x`, and with `x += y` for `x = x + y` of numbers."""
    out = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, lambda b: _tightened(b, known))
            node.body = node.body or [gast.Pass()]
        elif isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            node = _shortened(node, node.targets[0], known)
        if node is not None:
            out.append(node)
    return out


def _shortened(node, place, known):
    """An assignment as it is written when its own name is what it reads; or None."""
    value = node.value
    if isinstance(value, gast.Name) and value.id == place.id:
        return None
    is_sum = isinstance(value, gast.BinOp) and isinstance(
        value.op, (gast.Add, gast.Sub)
    )
    if (
        is_sum
        and isinstance(known.kinds.get(place.id), Scalar)
        and known.is_own(place.id)
    ):
        if isinstance(value.left, gast.Name) and value.left.id == place.id:
            new = gast.AugAssign(place, value.op, value.right)
            return gast.copy_location(new, node)
        if place.id in known.derived:
            return _added_to(node, place)
    return node


def _added_to(node, place):
    """`x_bar = y_bar + x_bar + z` as an addition to what x_bar is."""
    terms = terms_of(node.value)
    own = [p for p in terms if isinstance(p[1], gast.Name) and p[1].id == place.id]
    others = [p for p in terms if p not in own]
    is_read = any(place.id in names_in(term) for _, term in others)
    if len(own) != 1 or own[0][0] < 0 or is_read:
        return node
    op, value = addition(others)
    return gast.copy_location(gast.AugAssign(place, op, value), node)
