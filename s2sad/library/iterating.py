"""What itertools and NumPy have to go over items: as loops, where they are many."""

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Expression, Static, is_of
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import fixed, is_tuple, known
from s2sad.syntax import build


@defines("itertools.product")
@of_complex
def product(*iterables, repeat=1):
    """All tuples with an item of each."""
    yield from product_of([pool(items) for items in iterables] * fixed(repeat))


def product_of(pools):
    """All tuples with an item of each list."""
    if len(pools) == 0:
        yield ()
    else:
        for item in pools[0]:
            for others in product_of(pools[1:]):
                yield (item, *others)


@defines("itertools.combinations")
@of_complex
def combinations(iterable, r):
    """All tuples of r items in their order."""
    yield from combinations_from(pool(iterable), fixed(r), 0, 1)


@defines("itertools.combinations_with_replacement")
@of_complex
def combinations_with_replacement(iterable, r):
    """All tuples of r items in their order, each as often as one likes."""
    yield from combinations_from(pool(iterable), fixed(r), 0, 0)


def combinations_from(items, r, first, step):
    """All tuples of r items in their order, from a place on."""
    if r == 0:
        yield ()
    else:
        for k in range(first, size(items)):
            for others in combinations_from(items, r - 1, k + step, step):
                yield (item_of(items, k), *others)


@defines("itertools.permutations")
@of_complex
def permutations(iterable, r=None):
    """All tuples of r items in any order."""
    yield from permutations_from(pool(iterable), r)


def permutations_from(items, r):
    """All tuples of r items in any order, or of all of them."""
    yield from permutations_of(items, fixed(len(items) if r is None else r), ())


def permutations_of(items, r, taken):
    """All tuples of r items at places that are not taken."""
    if r == 0:
        yield ()
    else:
        for k in range(size(items)):
            if k not in taken:
                for others in permutations_of(items, r - 1, (*taken, k)):
                    yield (item_of(items, k), *others)


@known
def size(frame, arguments, keywords, node):
    """How far a loop over the places of some items counts."""
    (items,) = arguments
    if is_of(items, range):
        start, stop, step = (bound.node for bound in items.items.values())
        if (build.number_of(start), build.number_of(step)) == (0, 1):
            return frame.expressions.expression(stop)
    return frame.applications.known(Static(len), arguments, {}, node)


@known
def item_of(frame, arguments, keywords, node):
    """The item at a place that is counted from the first."""
    items, place = arguments
    if not is_of(items, range):
        names = [frame.named(value, node, "items") for value in arguments]
        item = build.subscript(*names)
        return frame.expressions.value(build.located(item, node))
    start, _, step = (bound.node for bound in items.items.values())
    item = frame.expressions.as_expression(place, node).node
    if build.number_of(step) != 1:
        item = build.binary(item, "*", step)
    if build.number_of(start) != 0:
        item = build.binary(start, "+", item)
    return frame.expressions.expression(item)


@defines("itertools.chain")
@of_complex
def chain(*iterables):
    """The items of one after those of the other."""
    if len(iterables) > 0:
        yield from iterables[0]
        yield from chain(*iterables[1:])


@defines("itertools.chain.from_iterable")
@of_complex
def chain_of(iterable):
    """The items of what there is in another, one after the other."""
    for items in iterable:
        yield from items


@defines("itertools.accumulate")
@of_complex
def accumulate(iterable, func=None, *, initial=None):
    """Sums of the first items, or what a function makes of them one after the other."""
    steady(iterable)
    if initial is not None:
        total = initial
        for k in range(len(iterable) + 1):
            if k > 0:
                total = together(func, total, item_of(iterable, k - 1))
            yield total
    elif len(iterable) > 0:
        total = item_of(iterable, 0)
        for k in range(len(iterable)):
            if k > 0:
                total = together(func, total, item_of(iterable, k))
            yield total


def together(function, total, item):
    """What a function makes of a result and the next item: their sum, by default."""
    if function is None:
        return total + item
    else:
        return function(total, item)


@defines("itertools.pairwise")
@of_complex
def pairwise(iterable):
    """Each item with the next one."""
    steady(iterable)
    for k in range(size(iterable) - 1):
        yield item_of(iterable, k), item_of(iterable, k + 1)


@defines("itertools.repeat")
@of_complex
def repeat(object, times=None):
    """One thing, again and again, or as often as is said."""
    if times is None:
        while True:
            yield object
    else:
        for _ in range(times):
            yield object


@defines("itertools.count")
def count(start=0, step=1):
    """Numbers that rise by a step, without an end."""
    number = start
    while True:
        yield number
        number += step


@defines("itertools.cycle")
@of_complex
def cycle(iterable):
    """Items again and again, without an end."""
    steady(iterable)
    if len(iterable) > 0:
        while True:
            yield from iterable


@defines("itertools.starmap")
@of_complex
def starmap(function, iterable):
    """What a function makes of tuples of arguments."""
    for arguments in iterable:
        yield function(*arguments)


@defines("itertools.takewhile")
@of_complex
def takewhile(predicate, iterable):
    """The items before the first of which something does not hold."""
    for item in iterable:
        if not predicate(item):
            return
        yield item


@defines("itertools.dropwhile")
@of_complex
def dropwhile(predicate, iterable):
    """The items from the first on of which something does not hold."""
    is_begun = False
    for item in iterable:
        if not is_begun:
            is_begun = not predicate(item)
        if is_begun:
            yield item


@defines("itertools.filterfalse")
@of_complex
def filterfalse(predicate, iterable):
    """The items of which something does not hold."""
    for item in iterable:
        if predicate is None:
            if not item:
                yield item
        elif not predicate(item):
            yield item


@defines("itertools.compress")
@of_complex
def compress(data, selectors):
    """The items beside which something true stands."""
    for item, is_chosen in zip(data, selectors):
        if is_chosen:
            yield item


@defines("itertools.zip_longest")
@of_complex
def zip_longest(*iterables, fillvalue=None):
    """Tuples with an item of each, as many as the longest has."""
    longest = 0
    for items in iterables:
        steady(items)
        longest = max(longest, len(items))
    for k in range(longest):
        yield [item_of(i, k) if k < len(i) else fillvalue for i in iterables]


@defines("itertools.islice")
@of_complex
def islice(iterable, *bounds):
    """Some of the items, by their places."""
    steady(iterable)
    start, stop, step = bounds_of(bounds)
    for k in range(start, len(iterable) if stop is None else stop, step):
        if k < len(iterable):
            yield item_of(iterable, k)


def islice_of_iterator(iterable, *bounds):
    """Some of the items of what is gone through once."""
    start, stop, step = bounds_of(bounds)
    end = stop if stop is None or start == 0 else max(start, stop)
    if end is None or end > 0:
        for k, item in enumerate(iterable):
            if k >= start and (k - start) % step == 0:
                yield item
            if end is not None and k + 1 >= end:
                return


islice.of_iterators = islice_of_iterator  # pyright: ignore[reportFunctionMemberAccess]


def bounds_of(bounds):
    """The first place, that behind the last one or None, and the step."""
    if len(bounds) == 1:
        start, stop, step = 0, bounds[0], 1
    elif len(bounds) == 2:
        start, stop, step = bounds[0], bounds[1], 1
    else:
        start, stop, step = bounds
    if start is None:
        start = 0
    if step is None:
        step = 1
    if start < 0 or step < 1:
        raise ValueError("islice takes no negative places, and no step below 1")
    if stop is not None and stop < 0:
        raise ValueError("islice takes no negative places, and no step below 1")
    return start, stop, step


@defines("numpy.ndindex")
def ndindex(*shape):
    """The places of the elements of an array with such a shape."""
    if len(shape) == 1 and is_tuple(shape[0]):
        shape = shape[0]
    yield from product_of([range(length) for length in shape])


@defines("numpy.ndenumerate")
@of_complex
def ndenumerate(arr):
    """The elements of an array, each after its place."""
    for place in ndindex(*arr.shape):
        yield place, arr[place]


@defines("numpy.nditer")
@of_complex
def nditer(op, *, order="K"):
    """The elements of an array."""
    if is_tuple(op):
        refused("np.nditer of several arrays is not supported", "zip of their .flat")
    if order != "C":
        what = "np.nditer goes through an array as it lies in memory"
        refused(what, 'order="C", or a loop over np.ndindex(x.shape)')
    for place in ndindex(*op.shape):
        yield op[place]


@known
def pool(frame, arguments, keywords, node):
    """What Python makes a tuple of before the first trip: a copy, if trips write it."""
    (items,) = arguments
    if is_of(items, tuple, list) and all(map(_is_number, items.items.values())):
        if len(items.items) > 1:  # one loop, not one after the other
            items = frame.expressions.as_expression(items, node)
            return frame.stored(items, "items")
    if not frame.generators.changes(items):
        return items
    if isinstance(items, Expression) and items.kind.rank > 1:
        return items  # its rows are views, and their elements as they are now
    if isinstance(items, Expression) and isinstance(items.kind, Array):
        copy = build.call(build.attribute(items.node, "copy"))
        return frame.stored(Expression(copy, items.kind), "items")
    what = "a list is changed in a loop over what is made of it"
    raise frame.refuse(node, what, "a copy of it, made before")


def _is_number(value):
    return isinstance(value, Expression) and isinstance(value.kind, Scalar)


@known
def steady(frame, arguments, keywords, node):
    """Refuse what the trips change: Python looks at it ahead of them, or behind."""
    (items,) = arguments
    if frame.generators.changes(items):
        what = "what a loop goes over is changed in it"
        raise frame.refuse(node, what, "a copy of it, made before")
    return Static(None)
