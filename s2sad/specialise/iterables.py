"""Loops over what is not known one by one: each item is an element that is counted.

for i, (v, w) in enumerate(zip(x, y)):      becomes     for i in range(len(x)):
    ...                                                     v = x[i]
                                                            w = y[i]
                                                            ...
"""

from collections import Counter

import gast

from s2sad.called.parts import known_parts
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import INT, Array
from s2sad.facts.values import Expression, Record
from s2sad.known.comparable import truth
from s2sad.known.growing import container_of, is_growing
from s2sad.known.trial import tried
from s2sad.specialise.looped_lists import LoopedLists
from s2sad.specialise.loops import called_word
from s2sad.specialise.unchanged import may_change
from s2sad.syntax import build
from s2sad.syntax.names import bound, copied, names_in, renamed
from s2sad.syntax.printer import text_of
from s2sad.syntax.walk import walk


class Iterables:
    """Specialises the loops of one function over arrays, and what is made of them."""

    def __init__(self, frame):
        self.frame, self.lists = frame, LoopedLists(frame)

    def loop(self, node, word):
        if word == "enumerate":
            self.enumerated(node)
            return
        counter = self.frame.temporary("k")
        item, lengths = self.source(node.iter, node, counter)
        self.over(node, counter, node.target, item, lengths)

    def refuse_changing(self, node):
        """Refuse a list that is changed while a loop goes over it, or over more."""
        for name in _over(node.iter):
            value = self.frame.env.get(name)
            is_list = isinstance(value, Record) and container_of(value) is list
            if is_list and _changes(self.written(node).body, name):
                what = f"{name} grows or shrinks while a loop goes over it"
                instead = f"a while loop with an index, or a copy: list({name})"
                raise self.frame.refuse(node, what, instead)
        generator = self.frame.generators.called(node.iter)
        if generator is None or not generator.source.is_definition:
            return  # where its statements stand it sees lists as they are
        own = names_in(self.frame.source.node)
        for place in _uncopied(node.iter):
            if names_in(place) <= own and self.is_changed(place, node):
                what = f"{text_of(place)} is changed in a loop over what is made of it"
                raise self.frame.refuse(node, what, "a copy of it, made before")

    def is_changed(self, place, loop):
        """Whether there is a list in a place, which the trips of a loop may change."""
        try:
            value = tried(self.frame, lambda: self.frame.expressions.value(place))
        except (RefusalError, NoKind):
            return False
        is_list = isinstance(value, Record) and container_of(value) in (list, dict)
        return is_list and may_change(self.frame, loop, value)

    def written(self, node):
        """A loop as its author wrote it, with its jumps."""
        place = node.lineno, node.col_offset
        for child in walk(self.frame.source.node):
            if isinstance(child, gast.For) and place == (
                child.lineno,
                child.col_offset,
            ):
                return child
        return node

    def enumerated(self, node):
        """`for i, v in enumerate(a, start)`: a loop over the indices of a."""
        if not isinstance(node.target, gast.Tuple) or len(node.target.elts) != 2:
            counter = self.frame.temporary("k")
            item, lengths = self.source(node.iter, node, counter)
            self.over(node, counter, node.target, item, lengths)
            return
        index, target = node.target.elts
        iterable, start = _enumerate_arguments(node.iter)
        is_own = isinstance(index, gast.Name) and index.id not in bound(*node.body)
        counts = is_own and not start and not self.frame.loops.was_float(index.id)
        counter = index.id if counts else self.frame.temporary("k")
        item, lengths = self.source(iterable, node, counter)
        first = []
        if start:
            shifted = build.binary(build.name(counter), "+", start)
            first.append(build.assign(index, shifted))
        elif not counts:
            first.append(self.frame.loops.given(index, counter, node))
        self.over(node, counter, target, item, lengths, first)

    def source(self, node, loop, counter):
        """(expression of the k-th item, the lengths of what is looped over)."""
        word = called_word(node, self.frame)
        if word == "range":
            item, length = self.range_item(node, counter)
            return item, [length]
        if word == "enumerate":
            iterable, start = _enumerate_arguments(node)
            item, lengths = self.source(iterable, loop, counter)
            index = build.name(counter)
            index = build.binary(index, "+", start) if start else index
            return build.tuple_of([index, item]), lengths
        if word == "zip":
            args = [part for item in node.args for part in self.unstarred(item)]
            found = [self.source(part, loop, counter) for part in args]
            lengths = [length for _, lengths in found for length in lengths]
            for item in node.keywords:  # strict= is the only one
                if truth(self.frame.expressions.value(item.value)) is not False:
                    self.check_equal(lengths)
            return build.tuple_of(item for item, _ in found), lengths
        if word == "map":
            function, *others = node.args
            found = [self.source(part, loop, counter) for part in others]
            lengths = [length for _, lengths in found for length in lengths]
            items = [item for item, _ in found]
            return gast.copy_location(gast.Call(function, items, []), node), lengths
        if word == "reversed":
            return self.from_the_end(node, loop, counter)
        endless = getattr(self, f"endless_{word}", None)
        if endless is not None:
            return endless(node, loop, counter)
        return self.element(node, loop, counter)

    def check_equal(self, lengths):
        """Raise, before the loop, where not all that it goes along is as long."""
        for other in lengths[1:]:
            test = build.compare(copied(lengths[0]), gast.NotEq(), copied(other))
            message = build.constant("zip(strict=True) of different lengths")
            error = gast.Raise(build.call("ValueError", message), None)
            self.frame.emit(build.conditional(test, [error]))

    # what has no end, beside what has one

    def endless_count(self, node, loop, counter):
        """`count(start, step)`: numbers from a place on."""
        given = [*node.args, *(item.value for item in node.keywords)]
        numbers = [self.kept(self.frame.expressions.number(n), loop) for n in given]
        if any(number.kind != INT for number in numbers):
            raise self.frame.refuse(node, "a count by floats", "start + k * step")
        nodes = [number.node for number in numbers]
        if len(node.args) < len(nodes) and node.keywords[0].arg == "step":
            nodes = [build.constant(0), *nodes][:2]
        item = build.name(counter)
        if nodes[1:]:
            item = build.binary(item, "*", nodes[1])
        if nodes and build.number_of(nodes[0]) != 0:
            item = build.binary(nodes[0], "+", item)
        return item, []

    def endless_repeat(self, node, loop, counter):
        """`repeat(value)`, or so many times."""
        first, *times = [*node.args, *(item.value for item in node.keywords)]
        value = self.frame.expressions.value(first)
        if isinstance(value, Expression):
            value = self.kept(value, loop)
        item = self.frame.named(value, node, "item")
        numbers = [self.kept(self.frame.expressions.number(n), loop) for n in times]
        return item, [number.node for number in numbers]

    def endless_cycle(self, node, loop, counter):
        """`cycle(x)`: places that begin anew behind the last one."""
        (given,) = node.args
        value = self.frame.expressions.number(given)
        if may_change(self.frame, loop, value):
            what = "what a loop goes over is changed in it"
            raise self.frame.refuse(node, what, "a copy of it, made before")
        items = self.frame.named(self.frame.stored_if_compound(value), node, "items")
        place = self.frame.temporary("place")
        item, (length,) = self.element(items, loop, place)
        nothing = build.compare(length, gast.Eq(), build.constant(0))
        error = build.call("ValueError", build.constant("cycle of nothing"))
        self.frame.emit(build.conditional(nothing, [gast.Raise(error, None)]))
        return renamed(
            item, {place: build.binary(build.name(counter), "%", length)}
        ), []

    def kept(self, value, loop):
        """A number or an array that the trips of a loop do not bind anew."""
        if names_in(value.node) & bound(loop.target, *loop.body):
            return self.frame.stored(value, "item")
        return self.frame.stored_if_compound(value) if value.kind.rank else value

    def element(self, node, loop, counter):
        if isinstance(node, gast.GeneratorExp):
            self.frame.generators.check_listed(node, loop)
        held = self.frame.expressions.value(node)
        self.lists.regrow_empty(node, held)
        self.lists.regrow_written(held, loop)
        value = self.lists.rows_of_slice(node, loop)
        value = value or self.frame.expressions.as_expression(held, node)
        if not isinstance(value.kind, Array):
            raise self.frame.refuse(node, f"a loop over a {value.kind}", "range(n)")
        is_steady = isinstance(node, gast.Name) and node.id not in bound(*loop.body)
        if isinstance(value.node, gast.Name) and not is_steady:
            # the loop is over what the place holds at first
            value = self.frame.stored(value, "items")
        value = self.frame.stored_if_compound(value)
        array = value.node
        self.frame.lists.stand_ins.note(array.id, held)
        if array.id not in self.frame.env:
            # what is captured has a name in the text that the source does not have
            array = self.frame.named(value, node, "items")
        if is_growing(held) and held.container.item.form is not None:
            array = self.lists.named(held, value, node)
        self.frame.bind(counter, INT)
        item = build.subscript(array, build.name(counter))
        return item, [build.call("len", value.node)]

    def unstarred(self, item):
        """What an argument stands for: `rows[0], rows[1]` for `*rows`."""
        base = getattr(item, "value", None)
        if not isinstance(item, gast.Starred) or not isinstance(base, gast.Name):
            return [item]
        value = tried(self.frame, lambda: self.frame.expressions.value(base))
        parts = tried(self.frame, lambda: known_parts(self.frame, value, base))
        if not parts:
            return [item]
        places = [build.subscript(base, build.constant(k)) for k in range(len(parts))]
        return [build.located(place, item) for place in places]

    def from_the_end(self, node, loop, counter):
        """The items of `reversed(x)`, counted from the last."""
        back = self.frame.temporary("back")
        item, lengths = self.source(node.args[0], loop, back)
        last = build.binary(_shortest(lengths), "-", build.constant(1))
        place = build.binary(last, "-", build.name(counter))
        return renamed(item, {back: place}), lengths

    def range_item(self, node, counter):
        bounds = [self.frame.expressions.number(item).node for item in node.args]
        start, step = build.constant(0), None
        stop = bounds[0]
        if len(bounds) > 1:
            start, stop = bounds[:2]
        step = bounds[2] if len(bounds) > 2 else None
        item = build.name(counter)
        if step is not None:
            item = build.binary(item, "*", step)
        if build.number_of(start) != 0:
            item = build.binary(start, "+", item)
        if len(bounds) == 1:
            return item, stop
        return item, build.call("len", build.call("range", *bounds))

    def over(self, node, counter, target, item, lengths, first=()):
        body = [*first, *self.assigned(target, item, node)]
        self.frame.items |= _bound_once(self.frame.node) & bound(*body)
        for new in body:
            build.located(new, node)
        self.frame.bind(counter, INT)
        self.frame.loops.loop(counter, [_shortest(lengths)], [*body, *node.body])
        self.lists.leave(item)

    def assigned(self, target, item, node):
        """The assignments of an item to a target, part by part."""
        if not isinstance(item, gast.Tuple) or isinstance(target, gast.Name):
            return [build.assign(target, item)]
        targets = getattr(target, "elts", ())
        is_starred = any(isinstance(t, gast.Starred) for t in targets)
        if len(targets) != len(item.elts) or is_starred:
            raise self.frame.refuse(node, f"an item has {len(item.elts)} parts")
        pairs = zip(targets, item.elts)
        return [new for pair in pairs for new in self.assigned(*pair, node)]


def _enumerate_arguments(call):
    """(what is enumerated, the node of the first number or None)."""
    iterable, *start = call.args
    for given in call.keywords:
        start = [given.value]
    return iterable, start[0] if start else None


def _shortest(lengths):
    if not lengths:
        raise RefusalError("what a loop goes over has no end", "a while loop")
    stop = lengths[0]
    for length in lengths[1:]:
        if gast.dump(length) != gast.dump(stop):
            stop = build.call("min", stop, length)
    return stop


def _bound_once(node):
    """The names that one place of a function gives a value."""
    names = [n for n in walk(node) if isinstance(n, gast.Name)]
    counts = Counter(n.id for n in names if not isinstance(n.ctx, gast.Load))
    return {name for name, count in counts.items() if count == 1}


def _over(node):
    """The names of what a loop goes over as it is, not over a copy of it."""
    if isinstance(node, gast.Name):
        return {node.id}
    word = getattr(getattr(node, "func", None), "id", None)
    if word in ("enumerate", "zip", "reversed"):
        return set().union(*map(_over, node.args))
    return set()


def _uncopied(node):
    """The names and places in an expression, but for those of lists that it copies."""
    if isinstance(node, gast.Call):
        function = node.func
        word = getattr(function, "id", getattr(function, "attr", None))
        if word in ("list", "tuple", "sorted", "copy"):
            return []
        inner = [*node.args, *(item.value for item in node.keywords)]
        if isinstance(function, gast.Attribute):
            inner.append(function.value)
    elif isinstance(node, (gast.Name, gast.Subscript, gast.Attribute)):
        return [node]
    elif isinstance(node, gast.Lambda):
        return []
    elif isinstance(node, (gast.GeneratorExp, gast.ListComp)):
        inner = [node.generators[0].iter]
    else:
        inner = list(gast.iter_child_nodes(node))
    return [place for part in inner for place in _uncopied(part)]


def _changes(statements, name):
    """Whether a block changes how long a list is, and the loop goes on."""
    if statements and isinstance(statements[-1], (gast.Break, gast.Return, gast.Raise)):
        return False
    for node in statements:
        inner = [getattr(node, word, []) for word in ("body", "orelse")]
        if build.has_blocks(node):
            if any(_changes(block, name) for block in inner):
                return True
        elif any(_is_change(child, name) for child in walk(node)):
            return True
    return False


def _is_change(node, name):
    if isinstance(node, gast.AugAssign):
        return getattr(node.target, "id", None) == name
    if isinstance(node, gast.Delete):
        parts = [getattr(place, "value", None) for place in node.targets]
        return any(getattr(part, "id", None) == name for part in parts)
    function = getattr(node, "func", None)
    return (
        isinstance(function, gast.Attribute)
        and function.attr in ("append", "extend", "insert", "pop", "remove", "clear")
        and getattr(function.value, "id", None) == name
    )
