"""What itertools makes of parts that are known one by one, if it makes few.

list(itertools.combinations((a, b, c), 2))      becomes     [(a, b), (a, c), (b, c)]

Of many parts, and of those that are not known, they are loops (`s2sad.library`).
"""

import itertools
from typing import Any

from s2sad.called.parts import known_parts
from s2sad.facts.values import Expression, Static, tuple_record
from s2sad.known.comparable import comparable, truth
from s2sad.syntax import build

# So many tuples are written out.
MANY = 64


def combined(frame, target, arguments, keywords, node):
    """The value of a call of a function of itertools, of known parts; or None."""
    make = _MADE.get(target)
    return make and make(frame, arguments, keywords, node)


def _few(found):
    """The items of an iterator, each a tuple; None if they are many."""
    tuples = list(itertools.islice(found, MANY + 1))
    if len(tuples) > MANY:
        return None
    return tuple_record(map(tuple_record, tuples))


def _number(value):
    """An integer that is known, or None."""
    known = getattr(comparable(value), "value", None)
    return known if type(known) is int else None


def _product(frame, arguments, keywords, node):
    pools: Any = [known_parts(frame, value, node) for value in arguments]
    repeat = _number(keywords["repeat"]) if keywords else 1
    if None in pools or repeat is None:
        return None
    return _few(itertools.product(*pools, repeat=repeat))


def _chosen(choose):
    """combinations, permutations and their like."""

    def made(frame, arguments, keywords, node):
        pool = known_parts(frame, arguments[0], node)
        given = [*arguments[1:], *keywords.values()]
        counts = [_number(value) for value in given]
        if pool is None or None in counts:
            return None
        return _few(choose(pool, *counts))

    return made


def _chain(frame, arguments, keywords, node):
    found: Any = [known_parts(frame, value, node) for value in arguments]
    if None in found:
        return None
    return tuple_record(part for parts in found for part in parts)


def _chain_of(frame, arguments, keywords, node):
    lists = known_parts(frame, arguments[0], node)
    return None if lists is None else _chain(frame, lists, {}, node)


def _pairwise(frame, arguments, keywords, node):
    parts = known_parts(frame, arguments[0], node)
    return None if parts is None else _few(itertools.pairwise(parts))


def _accumulate(frame, arguments, keywords, node):
    parts = known_parts(frame, arguments[0], node)
    function = [*arguments[1:], Static(None)][0]
    function = keywords.get("func", function)
    first = keywords.get("initial", Static(None))
    if parts is None:
        return None
    if not _is_none(first):
        parts = [first, *parts]
    found = parts[:1]
    for part in parts[1:]:
        total = _together(frame, function, found[-1], part, node)
        found.append(_kept(frame, total))
    return tuple_record(found)


def _is_none(value):
    return isinstance(value, Static) and value.value is None


def _together(frame, function, total, part, node):
    if not _is_none(function):
        return frame.applications.apply(function, [total, part], {}, node)
    names = [frame.named(value, node, "operand") for value in (total, part)]
    total = build.binary(names[0], "+", names[1])
    return frame.expressions.value(build.located(total, node))


def _kept(frame, value):
    """A result in a name: the next one, and who takes it, read it."""
    is_number = isinstance(value, Expression) and not build.number_of(value.node)
    return frame.stored_if_compound(value) if is_number else value


def _islice(frame, arguments, keywords, node):
    parts = known_parts(frame, arguments[0], node)
    bounds = [comparable(value) for value in arguments[1:]]
    if parts is None or None in bounds:
        return None
    try:
        found = itertools.islice(parts, *(bound.value for bound in bounds))
    except ValueError as error:
        raise frame.source.raising(node, error) from None
    return tuple_record(found)


def _starmap(frame, arguments, keywords, node):
    function, value = arguments
    rows = known_parts(frame, value, node)
    given = [known_parts(frame, row, node) for row in rows or ()]
    if rows is None or None in given:
        return None
    apply = frame.applications.apply
    return tuple_record([apply(function, row, {}, node) for row in given])


def _zip_longest(frame, arguments, keywords, node):
    found: Any = [known_parts(frame, value, node) for value in arguments]
    if None in found:
        return None
    fill = keywords.get("fillvalue", Static(None))
    return _few(itertools.zip_longest(*found, fillvalue=fill))


def _compress(frame, arguments, keywords, node):
    parts, chosen = (known_parts(frame, value, node) for value in arguments)
    flags: Any = [truth(value) for value in chosen or ()]
    if parts is None or chosen is None or None in flags:
        return None
    return tuple_record(itertools.compress(parts, flags))


_MADE = {
    itertools.product: _product,
    itertools.combinations: _chosen(itertools.combinations),
    itertools.permutations: _chosen(itertools.permutations),
    itertools.combinations_with_replacement: _chosen(
        itertools.combinations_with_replacement
    ),
    itertools.chain: _chain,
    itertools.chain.from_iterable: _chain_of,
    itertools.pairwise: _pairwise,
    itertools.accumulate: _accumulate,
    itertools.islice: _islice,
    itertools.starmap: _starmap,
    itertools.zip_longest: _zip_longest,
    itertools.compress: _compress,
}
