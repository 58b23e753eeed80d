"""Small arrays of which only elements are used are numbers.

y = np.array([a * c, b * c])            becomes     y_0 = a * c
s += y[0] * y[1]                                    y_1 = b * c
                                                    s += y_0 * y_1

An array costs an allocation, which in a loop is dearer than what is done with it, and
its adjoint costs another. A function that returns a small array returns its numbers to
those who use only these: `y_0, y_1 = turned_parts(r, x)`.
"""

import copy
from dataclasses import replace
from itertools import product
from typing import Any

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.infer import index_items, kind_of
from s2sad.facts.kinds import FLOAT, Array, Scalar, array_kind
from s2sad.facts.plain import Plain
from s2sad.facts.values import Expression, tuple_record
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Fresh, copied, names_in
from s2sad.syntax.walk import walk

_MOST = 16
_FILLED = {"np.empty": 0.0, "np.zeros": 0.0, "np.ones": 1.0}


def with_numbers(plain, unit):
    """The plain function with the small arrays that can be numbers as numbers."""
    small = _small(plain, unit)
    return _rewritten(plain, unit, small) if small else plain


def parted(callee, unit):
    """A function that returns the numbers of the small array of another, or None."""
    key = ("parts", callee.name)
    if key not in unit.functions:
        kinds = callee.result_kinds if type(callee) is Plain else []
        is_vector = len(kinds) == 1 and kinds[0] == array_kind(
            "float64", 1, _ones(kinds)
        )
        if not is_vector or callee.name in unit.recursive_names:
            return None
        made = _parted(callee, unit)
        if made is None:
            return None
        unit.names[key] = made.name
        unit.functions[key] = made
    return unit.functions[key]


def _ones(kinds):
    return getattr(kinds[0], "ones", ())


def _parted(callee, unit):
    *body, last = callee.node.body
    value = getattr(last, "value", None)
    line = []
    if isinstance(value, gast.Call):  # a name for what is returned at once
        name = Fresh(names_in(callee.node))("parts")
        line = [build.assign(name, value)]
        value = build.name(name)
    if not isinstance(last, gast.Return) or not isinstance(value, gast.Name):
        return None
    if value.id in callee.parameters:
        return None
    node = copy.copy(callee.node)
    node.body = [*body, *line, build.returned(value)]
    kinds = callee.kinds | {value.id: callee.result_kinds[0]}
    whole = replace(callee, node=node, kinds=kinds)
    small = _small(whole, unit, returned=value.id)
    if value.id not in small:
        return None
    made = _rewritten(whole, unit, small)
    made.node.name = made.name = unit.function_name(f"{callee.name}_parts")
    made.result = _numbers_of(made.node.body[-1].value)
    return made


def _numbers_of(value):
    """What a function returns whose small array is numbers: one of them, or a tuple."""
    if isinstance(value, gast.Tuple):
        return tuple_record(Expression(item, FLOAT) for item in value.elts)
    return Expression(value, FLOAT)


def _rewritten(plain, unit, small):
    fresh = Fresh(names_in(plain.node) | set(plain.callees) | {plain.name})
    names = {name: _named(name, places, fresh) for name, (places, _) in small.items()}
    node = copy.copy(plain.node)
    rewriting = _Numbers(plain, unit, small, names)
    node.body = rewriting.block(plain.node.body)
    kinds = {name: kind for name, kind in plain.kinds.items() if name not in small}
    kinds |= {new: FLOAT for own in names.values() for new in own.values()}
    callees = plain.callees | rewriting.callees
    callees = {n: c for n, c in callees.items() if n in names_in(node)}
    return replace(plain, node=node, kinds=kinds, callees=callees)


def _named(name, places, fresh):
    """{place: the name of its number}; a single one has the name of the array."""
    if len(places) == 1:
        return {places[0]: name}
    return {place: fresh("_".join(map(str, [name, *place]))) for place in places}


def _small(plain, unit, returned=None):
    """{name: (places of its elements, its birth)} of small arrays used by elements.

    The one that is `returned` has another use.
    """
    births, counts, uses = {}, {}, {}
    for node in walk(plain.node):
        if isinstance(node, gast.Name) and isinstance(node.ctx, gast.Store):
            counts[node.id] = counts.get(node.id, 0) + 1
        if isinstance(node, gast.Name) and isinstance(node.ctx, gast.Load):
            uses[node.id] = uses.get(node.id, 0) + 1
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            births[node.targets[0].id] = node.value
    kinds, found = plain.call_kinds(), {}
    for name, value in births.items():
        kind = plain.kinds.get(name)
        is_float = isinstance(kind, Array) and kind.dtype == "float64"
        if not is_float or counts[name] > 1 or name in plain.parameters:
            continue
        callee = plain.callees.get(_word(value))
        made = callee and parted(callee, unit)
        places = _parts_of(made) if made else _places(value, kinds)
        if places is not None and name not in names_in(value):
            found[name] = (places, value)
    elements = _elements(plain, found)
    return {
        name: made
        for name, made in found.items()
        if elements.get(name, 0) + (name == returned) == uses.get(name, 0)
    }


def _word(value):
    """The name of the function that a value is a call of, or None."""
    return getattr(value.func, "id", None) if isinstance(value, gast.Call) else None


def _parts_of(made):
    """The places of the numbers that a function returns: those of a vector."""
    return [(place,) for place in range(len(made.result_kinds))]


def _elements(plain, found):
    """{name: how often one of its elements is read or written, or its length asked}."""
    counts = {}
    for node in walk(plain.node):
        name = None
        if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
            if node.value.id in found:
                places, _ = found[node.value.id]
                name = node.value.id if _place(node, places) is not None else None
        elif isinstance(node, gast.Call) and spelling(node.func) == "len":
            name = getattr(node.args[0], "id", None)
        if name is not None:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _places(value, kinds):
    """The places of the elements of a new small array, or None."""
    if not isinstance(value, gast.Call):
        return None
    word = spelling(value.func)
    if word == "np.array" and not value.keywords:
        shape = _shape_of_display(value.args[0], kinds)
    elif word in _FILLED and not value.keywords:
        shape = _lengths(value.args[0])
    else:
        return None
    if not shape or len(shape) > 2:
        return None
    places = list(product(*[range(length) for length in shape]))
    return places if 0 < len(places) <= _MOST else None


def _shape_of_display(node, kinds):
    """The lengths of a display of numbers, or of such displays; else None."""
    if not isinstance(node, gast.List):
        return None
    if all(isinstance(item, gast.List) for item in node.elts):
        rows = {_shape_of_display(item, kinds) for item in node.elts}
        (row, *more) = [*rows, None]
        return (len(node.elts), *row) if row and more == [None] else None
    for item in node.elts:
        if isinstance(item, (gast.List, gast.Starred)):
            return None
        if not isinstance(kind_of(item, kinds), Scalar):
            return None
    return (len(node.elts),)


def _lengths(node):
    """The numbers of a shape, or None."""
    items = node.elts if isinstance(node, gast.Tuple) else [node]
    numbers: tuple[Any, ...] = tuple(number_of(item) for item in items)
    return numbers if all(type(n) is int and n > 0 for n in numbers) else None


def _place(node, places):
    """The place of the element that a subscript is, or None."""
    lengths = [last + 1 for last in places[-1]]
    numbers = [number_of(item) for item in index_items(node)]
    if len(numbers) != len(lengths):
        return None
    for number, length in zip(numbers, lengths):
        if type(number) is not int or not -length <= number < length:
            return None
    return tuple(n % length for n, length in zip(numbers, lengths))


class _Numbers(gast.NodeTransformer):
    """Rewrites the statements of one function."""

    def __init__(self, plain, unit, small, names):
        self.kinds, self.small, self.names = plain.call_kinds(), small, names
        self.plain, self.unit, self.callees = plain, unit, {}

    def block(self, statements):
        out = []
        for node in statements:
            made = self.visit(copied(node))
            out.extend(made if isinstance(made, list) else [made])
        return out

    def visit_Assign(self, node):
        name = getattr(node.targets[0], "id", None)
        callee = self.plain.callees.get(_word(node.value))
        if name in self.small and callee is not None:
            return self.called(node, parted(callee, self.unit), name)
        if name in self.small:
            values = self.values(node.value, self.small[name][0])
            lines = [
                build.assign(self.names[name][place], self.visit(value))
                for place, value in values.items()
            ]
            return [gast.copy_location(line, node) for line in lines]
        place = node.targets[0]
        if getattr(getattr(place, "value", None), "id", None) in self.small:
            node.value = self.as_float(node.value)
        return self.generic_visit(node)

    def called(self, node, made, name):
        """`y_0, y_1 = turned_parts(r, x)`."""
        self.callees[made.name] = made
        arguments = [self.visit(item) for item in node.value.args]
        names = list(self.names[name].values())
        targets = names if len(names) > 1 else names[0]
        line = build.assign(targets, build.call(made.name, *arguments))
        return [gast.copy_location(line, node)]

    def visit_Return(self, node):
        name = getattr(node.value, "id", None)
        if name not in self.small:
            return self.generic_visit(node)
        items = [build.name(own) for own in self.names[name].values()]
        made = build.returned(build.one_or_tuple(items))
        return gast.copy_location(made, node)

    def values(self, call, places):
        """{place: the value it is born with}."""
        filled = _FILLED.get(spelling(call.func) or "")
        if filled is not None:
            return {place: build.constant(filled) for place in places}
        found = {}
        for place in places:
            value = call.args[0]
            for number in place:
                value = value.elts[number]
            found[place] = self.as_float(value)
        return found

    def as_float(self, value):
        """A number as the float that it is in an array."""
        if kind_of(value, self.kinds) == FLOAT:
            return value
        number = number_of(value)
        if number is not None:
            return build.constant(float(number))
        return build.call("float", value)

    def visit_Subscript(self, node):
        name = getattr(node.value, "id", None)
        if name not in self.small:
            return self.generic_visit(node)
        new = build.name(self.names[name][_place(node, self.small[name][0])])
        new.ctx = node.ctx
        return gast.copy_location(new, node)

    def visit_Call(self, node):
        if spelling(node.func) == "len":
            name = getattr(node.args[0], "id", None)
            if name in self.small:
                length = self.small[name][0][-1][0] + 1
                return gast.copy_location(build.constant(length), node)
        return self.generic_visit(node)
