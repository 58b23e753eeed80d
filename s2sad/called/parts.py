"""The parts of a value that are known one by one, and what is made of them.

`zip`, `enumerate`, `reversed`, `map`, `filter`, `sorted` of such values are tuples of
their parts; of others they are loops.
"""

import collections
import copy
import functools
from typing import Any

import gast

from s2sad.called.members import is_members, members, sorted_members
from s2sad.called.ranges import of_bounds, reversed_range
from s2sad.called.uniform import fits
from s2sad.facts.kinds import INT, Array, Scalar
from s2sad.facts.values import (
    Expression,
    Method,
    Record,
    Static,
    is_of,
    list_record,
    tuple_record,
)
from s2sad.known.comparable import comparable, truth
from s2sad.known.constants import integer_of
from s2sad.known.definitions import DEFINITIONS
from s2sad.known.growing import Item, filled, is_growing
from s2sad.syntax import build
from s2sad.syntax.printer import text_of

# A range of so few numbers is written out where each of them makes a part.
FEW = 10


def known_parts(frame, value, node):
    """The parts of a value one by one, or None if it has none or they are not known."""
    value = frame.generators.sequence(value)
    if isinstance(value, Record):
        if value.container is range:
            return _numbers(frame, value, node)
        if value.container is dict:
            return [static(frame, key, node) for key in value.items]
        is_tuple = value.container in (tuple, list) or hasattr(
            value.container, "_fields"
        )
        return list(value.items.values()) if is_tuple else None
    if not isinstance(value, Static):
        return None
    if isinstance(value.value, (tuple, list)):
        return list(frame.surroundings.record(value, node).items.values())
    if isinstance(value.value, (str, dict, range)):
        frame.attributes.check_entries(value.value, node)
        return [static(frame, item, node) for item in value.value]
    return None


def static(frame, value, node):
    """A constant as a value."""
    return frame.surroundings.found(Static(value), node)


def _numbers(frame, value, node):
    """The numbers of a range with bounds that are known, if they are few."""
    bounds: Any = [integer_of(frame, item.node) for item in value.items.values()]
    if None in bounds:
        return None
    numbers = range(*bounds)
    if len(numbers) > FEW:
        return None
    return [static(frame, number, node) for number in numbers]


def _all_parts(frame, arguments, node):
    found = [known_parts(frame, value, node) for value in arguments]
    return None if None in found else found


def _zip(frame, arguments, keywords, node):
    parts: Any = _all_parts(frame, arguments, node)
    strict = keywords.get("strict")
    if parts is None and strict is None:
        parts = _beside_uneven(frame, arguments, node)
    if parts is None:
        return None
    if strict is not None and truth(strict) and len({len(p) for p in parts}) > 1:
        raise frame.refuse(node, "zip(strict=True) of different lengths")
    return tuple_record([tuple_record(items) for items in zip(*parts)])


def _beside_uneven(frame, arguments, node):
    """The parts of lists that no array can stand for, and of arrays beside them."""
    found: Any = [known_parts(frame, value, node) for value in arguments]
    lists = [parts for parts in found if parts is not None]
    if all(fits(frame, parts) for parts in lists):
        return None
    count = min(map(len, lists))
    for place, value in enumerate(arguments):
        if found[place] is None:
            value = frame.reading.array(value) if is_growing(value) else value
            if not isinstance(value, Expression) or not isinstance(value.kind, Array):
                return None
            array = frame.stored_if_compound(value)
            frame.shapes.check_reach(array.node, count, node)
            places = map(build.constant, range(count))
            items = [build.subscript(array.node, n) for n in places]
            found[place] = list(map(frame.expressions.expression, items))
    return found


def _enumerate(frame, arguments, keywords, node):
    parts = known_parts(frame, arguments[0], node)
    start = keywords.get("start") or (arguments[1] if arguments[1:] else None)
    first: Any = 0 if start is None else build.number_of(getattr(start, "node", None))
    if parts is None or first is None:
        return None
    numbered = [(static(frame, n, node), v) for n, v in enumerate(parts, first)]
    return tuple_record(map(tuple_record, numbered))


def _reversed(frame, arguments, keywords, node):
    (value,) = arguments
    if is_of(value, range):
        return reversed_range(frame, value)
    if is_growing(value):
        backwards = gast.Slice(None, None, build.constant(-1))
        array = frame.reading.array(value)
        values = build.subscript(array.node, backwards)
        return filled(Expression(values, array.kind), value.container.item)
    parts = known_parts(frame, value, node)
    return None if parts is None else tuple_record(parts[::-1])


def _map(frame, arguments, keywords, node):
    function, *others = arguments
    parts = _all_parts(frame, others, node)
    if parts is None:
        return None
    apply = frame.applications.apply
    return tuple_record([apply(function, list(g), {}, node) for g in zip(*parts)])


def _filter(frame, arguments, keywords, node):
    function, value = arguments
    parts = known_parts(frame, value, node)
    if parts is None:
        return None
    kept = []
    for part in parts:
        is_kept = part
        if not (isinstance(function, Static) and function.value is None):
            is_kept = frame.applications.apply(function, [part], {}, node)
        known = truth(is_kept)
        if known is None:
            what = "what filter keeps is not known before the function runs"
            raise frame.refuse(node, what, "a loop with an if")
        if known:
            kept.append(part)
    return tuple_record(kept)


def _sorted(frame, arguments, keywords, node):
    if is_members(arguments[0]) and not keywords:
        return sorted_members(arguments[0])
    parts = known_parts(frame, arguments[0], node)
    if is_growing(arguments[0]) and arguments[0].container.item.form is not None:
        if "key" not in keywords:
            raise _unordered(frame, node)
        definition = Static(DEFINITIONS["builtins.sorted"])
        return frame.calls.call_function(definition, arguments, keywords, node)
    if parts is None:
        if isinstance(arguments[0], Static) and isinstance(
            arguments[0].value, (set, frozenset)
        ):
            parts = [static(frame, item, node) for item in sorted(arguments[0].value)]
        else:
            return None
    key, reverse = keywords.get("key"), keywords.get("reverse")
    keys = parts
    if key is not None and not (isinstance(key, Static) and key.value is None):
        keys = [frame.applications.apply(key, [part], {}, node) for part in parts]
    known = [comparable(item) for item in keys]
    if None in known and keys is parts:
        known = _first_of_each(parts)
    down = reverse is not None and truth(reverse)
    if None in known or down is None:
        if keys is parts and any(isinstance(item, Record) for item in parts):
            raise _unordered(frame, node)
        return None
    places = sorted(range(len(parts)), key=lambda n: known[n].value, reverse=bool(down))
    return list_record(parts[n] for n in places)


def _unordered(frame, node):
    what = "tuples or lists are sorted, whose order is not known"
    return frame.refuse(node, what, "a key=, or np.argsort of their first numbers")


def _first_of_each(parts):
    """What decides on the order of tuples, if their first parts are known."""
    records = all(isinstance(part, Record) and part.items for part in parts)
    first = [comparable(part.items.get(0)) for part in parts if records]
    values = [known.value for known in first if known is not None]
    return first if len(set(values)) == len(parts) else [None]


def _reduce(frame, arguments, keywords, node):
    """functools.reduce over parts that are known one by one."""
    function, values, *start = arguments
    known = known_parts(frame, values, node)
    if known is None:
        return None
    parts = [*start, *known]
    if not parts:
        error = TypeError("reduce() of empty iterable with no initial value")
        raise frame.source.raising(node, error)
    result, *others = parts
    for part in others:
        result = frame.applications.apply(function, [result, part], {}, node)
    return result


def listed_array(frame, array, node):
    """A list of what an array has along its first axis."""
    if array.kind.rank > 1:
        name = frame.named(array, node, "rows")
        return frame.comprehensions.of_each(gast.copy_location(name, node))
    item = Item(Scalar(array.kind.dtype))
    return filled(frame.lending.copied(array, item), item)


def _sequence(make):
    def made(frame, arguments, keywords, node):
        if not arguments:
            return make([])
        (value,) = arguments
        is_range = is_of(value, range)
        if is_range and known_parts(frame, value, node) is None:
            return filled(frame.expressions.as_expression(value, node), Item(INT))
        if isinstance(value, Expression) and isinstance(value.kind, Array):
            return listed_array(frame, value, node)
        if is_growing(value):
            item = arguments[0].container.item
            return filled(frame.lending.copied(frame.reading.array(value), item), item)
        parts = known_parts(frame, arguments[0], node)
        return None if parts is None else make(parts)

    return made


def _dict(frame, arguments, keywords, node):
    """`dict(pairs, key=value)` whose keys are known."""
    items = {}
    if arguments:
        items = mapping(frame, arguments[0], node)
        if items is None:
            return None
    return Record({**items, **keywords}, dict, object())


def _defaultdict(frame, arguments, keywords, node):
    """A dict, and what makes the parts that it lacks."""
    made = _dict(frame, arguments[1:], keywords, node)
    if made is not None and arguments:
        frame.unit.defaults[made.token] = arguments[0]
    return made


def mapping(frame, value, node):
    """{key: value} of a dict, or of pairs whose keys are known; else None."""
    if is_of(value, dict):
        return dict(value.items)
    if isinstance(value, Static) and isinstance(value.value, dict):
        return dict(frame.surroundings.record(value, node).items)
    parts = known_parts(frame, value, node)
    if parts is None:
        return None
    items = {}
    for part in parts:
        pair = known_parts(frame, part, node) or []
        known = comparable(pair[0]) if len(pair) == 2 else None
        if known is None:
            return None
        items[known.value] = pair[1]
    return items


def _set(frame, arguments, keywords, node):
    """A set of constants, for tests of what is in it."""
    parts = known_parts(frame, arguments[0], node) if arguments else []
    known = [comparable(part) for part in parts or []]
    if parts is None or None in known:
        return members(frame, arguments[0], node) if arguments else None
    return Static(frozenset(item.value for item in known))


def _slice(frame, arguments, keywords, node):
    """A slice is the record of its bounds."""
    bounds = [Static(None)] * 3
    if len(arguments) == 1:
        bounds[1] = arguments[0]
    else:
        bounds[: len(arguments)] = arguments
    return of_bounds(bounds, slice)


def _divmod(frame, arguments, keywords, node):
    left, right = (frame.expressions.as_expression(v, node).node for v in arguments)
    both = (build.binary(left, operator, right) for operator in ("//", "%"))
    return tuple_record(map(frame.expressions.expression, both))


def _copied(frame, arguments, keywords, node):
    """copy.copy: of an array another, of a list another with the same items."""
    (value,) = arguments
    if isinstance(value, Expression):
        return frame.applications.method(Method(value, "copy"), [], {}, node)
    make = MADE.get(getattr(value, "container", None))
    if is_growing(value):
        make = MADE[list]
    return make and make(frame, arguments, keywords, node)


def _deeply_copied(frame, arguments, keywords, node):
    """copy.deepcopy, of what holds each of its arrays once."""
    (value,) = arguments
    if not isinstance(value, Record) or is_growing(value):
        return _copied(frame, arguments, keywords, node)
    held = [item for item in value.leaves() if isinstance(item, Expression)]
    names = [text_of(item.node) for item in held if isinstance(item.kind, Array)]
    if value.container not in (tuple, list, dict) or len(set(names)) < len(names):
        return None
    parts = [_deeply_copied(frame, [v], {}, node) for v in value.items.values()]
    if None in parts:
        return None
    token = None if value.container is tuple else object()
    return Record(dict(zip(value.items, parts)), value.container, token)


MADE = {
    slice: _slice,
    divmod: _divmod,
    zip: _zip,
    enumerate: _enumerate,
    reversed: _reversed,
    map: _map,
    filter: _filter,
    sorted: _sorted,
    functools.reduce: _reduce,
    tuple: _sequence(tuple_record),
    list: _sequence(list_record),
    dict: _dict,
    collections.OrderedDict: _dict,
    collections.defaultdict: _defaultdict,
    set: _set,
    frozenset: _set,
    copy.copy: _copied,
    copy.deepcopy: _deeply_copied,
}


def made(frame, target, arguments, keywords, node):
    """What a call makes of parts that are known one by one, or None."""
    make = MADE.get(target)
    return make and make(frame, arguments, keywords, node)


def parts_of_dict(frame, items, name):
    """What the methods items, keys and values of a dict give."""
    node = gast.Constant(None, None)
    keys = [static(frame, key, node) for key in items]
    if name == "keys":
        return tuple_record(keys)
    if name == "values":
        return tuple_record(items.values())
    return tuple_record([tuple_record(pair) for pair in zip(keys, items.values())])
