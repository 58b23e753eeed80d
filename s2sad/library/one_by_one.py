"""What enumerate, map, filter and zip make of what comes one by one."""

from s2sad.known.definitions import defines, of_complex
from s2sad.library.iterating import item_of


@defines("itertools._enumerated")
@of_complex
def enumerated(iterable, start=0):
    """Items with their numbers, as enumerate gives them."""
    number = start
    for item in iterable:
        yield number, item
        number += 1


@defines("itertools._mapped")
@of_complex
def mapped(function, iterable):
    """What a function makes of each item."""
    for item in iterable:
        yield function(item)


@defines("itertools._filtered")
@of_complex
def filtered(function, iterable):
    """The items of which something holds."""
    for item in iterable:
        if function is None:
            if item:
                yield item
        elif function(item):
            yield item


@defines("itertools._zipped")
@of_complex
def zipped(place, iterable, *others):
    """Tuples with an item of each, those of one that comes one by one at a place."""
    ahead, behind = shortest(others[:place]), shortest(others[place:])
    if ahead is None or ahead > 0:
        for k, item in enumerate(iterable):
            if behind is not None and k >= behind:
                return  # the item is taken, as it is in Python
            before = [item_of(items, k) for items in others[:place]]
            yield (*before, item, *[item_of(items, k) for items in others[place:]])
            if ahead is not None and k + 1 >= ahead:
                return


def shortest(lists):
    """How many items the shortest has; None if there is none."""
    if len(lists) == 0:
        return None
    length = len(lists[0])
    for items in lists[1:]:
        length = min(length, len(items))
    return length
