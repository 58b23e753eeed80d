"""What is gone through once, item by item: a place among items, which moves on."""

import gast

from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, is_of
from s2sad.known.definitions import defines, of_complex
from s2sad.library.axes import known
from s2sad.syntax import build


class Iterator:
    """Items, and the place of the next one."""

    def __init__(self, items):
        self.items = items
        self.place = 0

    def __iter__(self):
        while self.place < len(self.items):
            item = self.items[self.place]
            self.place = self.place + 1
            yield item

    def __next__(self):
        if self.place >= len(self.items):
            raise StopIteration
        item = self.items[self.place]
        self.place = self.place + 1
        return item

    def following(self, default):
        """The next item, or what stands for none."""
        if self.place >= len(self.items):
            return default
        return self.__next__()


@defines("builtins.iter")
@of_complex
def iterator(object):
    """What goes through an array, a list or a tuple once."""
    return Iterator(placed(object))


@defines("builtins.next")
@of_complex
@known
def following(frame, arguments, keywords, node):
    """The next item of what is gone through once, or what stands for none."""
    given, *default = arguments
    if not is_of(given, Iterator):
        raise frame.refuse(node, "next of what is not given by iter", "a loop, or iter")
    owner, *others = [frame.named(value, node, "items") for value in arguments]
    method = build.attribute(owner, "following" if default else "__next__")
    taken = build.located(gast.Call(method, others, []), node)
    return frame.expressions.value(taken)


@known
def placed(frame, arguments, keywords, node):
    """What has its items at places that are counted."""
    (items,) = arguments
    if is_of(items, range):
        return frame.expressions.as_expression(items, node)
    is_array = isinstance(items, Expression) and isinstance(items.kind, Array)
    if is_array or is_of(items, tuple, list):
        return items
    what = "iter of what is no array, list or tuple"
    raise frame.refuse(node, what, "iter(list(...)), or a loop over it")
