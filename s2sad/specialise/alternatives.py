"""Names that hold one of several things: None or a number, one of a few texts.

best = None                              becomes    best, has_best = 0.0, False
for v in x:                                         for k in range(len(x)):
    if best is None or v < best:                        if not has_best or x[k] < best:
        best = v                                            best = x[k]
                                                            has_best = True

A name is taken for one that holds one thing where it is read. Where it is not, the
function is specialised anew, and a number beside the name says which of its options it
holds. A statement that reads the name is split: there is one for each option, behind a
test of that number, and those tests are decided that ask for the option only.
"""

from dataclasses import replace
from typing import Any

import gast

from s2sad.facts.kinds import BOOL, INT, Scalar
from s2sad.facts.numbers import dtype_keyword, zero
from s2sad.facts.values import Expression, Record, Static
from s2sad.known.comparable import shown
from s2sad.known.growing import is_growing
from s2sad.known.options import (
    Fixed,
    Form,
    OneOf,
    flag_of,
    is_one_of,
    is_truth,
    merged,
    one_ofs,
    option_of,
    options_of,
    same_option,
)
from s2sad.specialise.certain import certain
from s2sad.specialise.forks import Hoisted, Split
from s2sad.syntax import build
from s2sad.syntax.names import bound
from s2sad.syntax.printer import text_of
from s2sad.syntax.walk import walk

# No name: a function is specialised anew so that its statements can be split.
_NONE = ""


class Recased(Exception):
    """A name holds one of more options than was foreseen."""

    def __init__(self, name, options):
        super().__init__(name)
        self.name, self.options = name, options


class Alternatives:
    """The names of one function that hold one of several things.

    `options` is {name: its options} of those known to; `clashes` is what was found of
    others where paths meet.
    """

    def __init__(self, frame, options):
        self.frame, self.options = frame, options
        self.clashes, self.parts = {}, {}
        self.begun, self.whole_node = set(), None
        self.is_used = bool(options) or any(map(one_ofs, frame.env.values()))
        self.is_used |= any(isinstance(n, gast.IfExp) for n in walk(frame.node))

    # which names

    def part_clash(self, name, key, first, second):
        """The same of a part of what a name holds."""
        part = self.frame.assignments.part_name(name, key)
        self.clash(part, first, second)
        self.parts.setdefault(name, set()).add(part)

    def clash(self, name, first, second):
        """Take in that a name holds other things on two paths that meet."""
        sides: Any = [options_of(side) for side in (first, second)]
        self.clashes[name] = None if None in sides else merged(*sides)

    def read(self, name):
        """A name is read that holds other things on other paths: begin anew."""
        for part in self.clashing(name):
            self.recase(part, self.clashes[part])

    def clashing(self, name):
        """A name, and names of its parts, that hold one of several known things."""
        parts = (name, *sorted(self.parts.get(name, ())))
        return [part for part in parts if self.clashes.get(part)]

    def recase(self, name, options):
        options = merged(self.options.get(name, ()), options)
        if options is not None and options != self.options.get(name):
            raise Recased(name, options)

    # writing

    def begin(self, node):
        """Before the first statement that binds such a name, its kinds have values."""
        for name in sorted((self.options.keys() & bound(node)) - self.begun):
            self.begun.add(name)
            if name not in self.frame.env:
                self.blank(name, ())

    def start(self):
        """The parameters, and attributes, that hold one of several things."""
        for name in sorted(self.options.keys() & self.frame.env.keys()):
            self.begun.add(name)
            own = option_of(self.frame.env[name])
            self.begin_with(name, own)
            if not is_one_of(self.frame.env[name]):
                self.blank(name, () if own is None or own.kind is None else (name,))
        for name, value in list(self.frame.env.items()) if self.options else ():
            if self.has_parts(name, value):
                node = self.frame.node
                parts = self.frame.assignments.named_parts(name, value, node)
                self.frame.env[name] = parts
        self.settle()

    def begin_with(self, name, own):
        """What a parameter holds is the first of its options, in the name itself."""
        if own is not None:
            options = self.options[name]
            self.options[name] = tuple(
                sorted(options, key=lambda option: not same_option(option, own))
            )

    def has_parts(self, name, value):
        """Whether a part of a structure holds one of several things."""
        if not isinstance(value, Record) or is_one_of(value) or is_growing(value):
            return False
        part_name = self.frame.assignments.part_name
        pairs = [(part_name(name, key), item) for key, item in value.items.items()]
        return any(
            part in self.options or self.has_parts(part, item) for part, item in pairs
        )

    def blank(self, name, held):
        """A value for each kind that a name may hold, except in names that have one."""
        for place, option in enumerate(self.options[name]):
            slot = self.slot(name, place)
            if option.kind is not None and slot not in held:
                for part, kind in self.leaves(slot, option.kind):
                    self.frame.emit(build.assign(part, _blank(kind)))

    def settle(self):
        """What a statement bound to such a name as to any other is one of its options.

        Nothing is emitted for a name that has its number already; a list is none of
        them, and stays what it is until the name is bound anew.
        """
        for name in self.options:
            value = self.frame.env.get(name)
            if option_of(value) is not None and not is_one_of(value):
                self.hold(name, self.place(name, value))

    def assign(self, name, value, node):
        """Bind a value to a name that holds one of several things."""
        self.is_used = True
        if is_one_of(value):
            self.assign_one_of(name, value, node)
            return
        if option_of(value) is None:  # a list: where paths meet it cannot be one
            self.frame.assignments.assign_one(name, value, node)
            return
        place, value = self.place(name, value), self.written(value, node)
        slot = self.slot(name, place)
        if name not in self.begun and not is_one_of(self.frame.env.get(name)):
            self.blank(name, (slot,) if self.options[name][place].kind else ())
        if self.options[name][place].kind is not None:
            self.frame.assignments.assign_one(slot, value, node)
        self.hold(name, place)

    def written(self, value, node):
        """A value whose numbers are all written into names, the known ones too."""
        if isinstance(value, Record):
            items = {key: self.written(item, node) for key, item in value.items.items()}
            return replace(value, items=items)
        if isinstance(value, Static) and option_of(value).kind is not None:
            return self.frame.expressions.as_expression(value, node)
        return value

    def assign_one_of(self, name, value, node):
        """What a call gives: its options, which must be those of the name."""
        options = [value.container.options[place] for place in value.container.possible]
        if merged(self.options.get(name, ()), options) != self.options.get(name):
            self.recase(name, options)
            raise self.frame.refuse(node, f"{name} is {shown(value)}", "two names")
        if value.container.options == self.options[name]:
            self.take_over(name, value)
            return
        again = build.assign(name, self.named(value, node))
        again = gast.copy_location(again, node)
        self.frame.statements.statement(gast.fix_missing_locations(again))

    def take_over(self, name, value):
        """A name holds what a call gave, which has the same options."""
        options = value.container.options
        names = [self.flag(name)]
        for place, option in enumerate(options):
            if option.kind is not None:
                slots = self.leaves(self.slot(name, place), option.kind)
                names += [leaf for leaf, _ in slots]
        parts = [v for v in value.leaves() if isinstance(v, Expression)]
        last = self.frame.buffers[-1][-1] if self.frame.buffers[-1] else None
        targets = getattr(last, "targets", [None])[0]
        given = [getattr(part.node, "id", None) for part in parts]
        if [getattr(t, "id", 0) for t in getattr(targets, "elts", [])] == given:
            last.targets = build.assign(names, last.value).targets
        else:
            for new, part in zip(names, parts):
                self.frame.emit(build.assign(new, part.node))
        for new, part in zip(names, parts):
            self.frame.bind(new, part.kind)
        self.frame.env[name] = self.record(name, value.container.possible)

    def part(self, name, value):
        """A part of a structure that is one of several things, bound to its name."""
        is_there = name in self.options and is_one_of(value)
        if not is_there or flag_of(value) != self.flag(name):
            self.assign(name, value, self.frame.statements.now or self.frame.node)
            return self.frame.env[name]
        return value

    def place(self, name, value):
        """The place of a value among the options of a name."""
        option = option_of(value)
        for place, known in enumerate(self.options[name]):
            if same_option(known, option):
                return place
        self.recase(name, [option])
        what = f"{name} is one of too many things"
        raise self.frame.refuse(self.frame.statements.now, what, "several names")

    def hold(self, name, place):
        """From here on a name holds the option in a place."""
        options = self.options[name]
        mark = options[place].kind is not None if is_truth(options) else place
        self.frame.emit(build.assign(self.flag(name), build.constant(mark)))
        self.frame.env[name] = self.record(name, (place,))

    def record(self, name, possible):
        """What a name holds of its options."""
        options = self.options[name]
        kind = BOOL if is_truth(options) else INT
        flag = self.flag(name)
        items: dict = {"case": Expression(build.name(flag), kind)}
        for number, option in enumerate(options):
            if option.kind is not None:
                items[number] = self.stored(self.slot(name, number), option.kind)
        return Record(items, OneOf(options, tuple(possible)))

    def flag(self, name):
        form = "has_{}" if is_truth(self.options[name]) else "{}_case"
        return self.own(name, form.format(name))

    def slot(self, name, place):
        """The name of what a name holds in a place: its own of the first kind."""
        kinds = [n for n, o in enumerate(self.options[name]) if o.kind is not None]
        if place not in kinds or place == kinds[0]:
            return name
        return self.own(name, f"{name}_{place}")

    def leaves(self, slot, kind):
        """[(name, kind)] of the numbers and arrays that are in a slot."""
        if not isinstance(kind, Form):
            return [] if isinstance(kind, Fixed) else [(slot, kind)]
        part_name, found = self.frame.assignments.part_name, []
        for key, part in kind.parts:
            found += self.leaves(part_name(slot, key), part)
        return found

    def stored(self, slot, kind):
        """What is in a slot, by the names of its parts."""
        if isinstance(kind, Fixed):
            return kind.static
        if not isinstance(kind, Form):
            return Expression(build.name(slot), kind)
        part_name = self.frame.assignments.part_name
        items = {
            key: self.stored(part_name(slot, key), part) for key, part in kind.parts
        }
        return Record(items, kind.container)

    def own(self, name, wanted):
        """A name of this function's that belongs to another."""
        names = self.frame.assignments.part_names
        if (name, wanted) not in names:
            names[name, wanted] = self.frame.temporary(wanted)
        return names[name, wanted]

    # reading

    def whole(self, node):
        """The value of a node that may be one of several things."""
        around, self.whole_node = self.whole_node, node
        try:
            return self.frame.expressions.value(node)
        finally:
            self.whole_node = around

    def called(self, node):
        """The value of a node; of a call it may be one of several things."""
        is_call = isinstance(node, gast.Call)
        return self.whole(node) if is_call else self.frame.expressions.value(node)

    def named(self, value, node):
        """A name, and an expression of it, for what may be one of several things."""
        self.is_used = True
        name = self.frame.temporary("given")
        self.frame.env[name] = value
        return gast.copy_location(build.name(name), node)

    def given(self, node, value):
        """What an expression stands for, which may be one of several things."""
        if not is_one_of(value) or node is self.whole_node:
            return value
        if len(value.container.possible) == 1:
            (place,) = value.container.possible
            option = value.container.options[place]
            return option.static if option.kind is None else value.items[place]
        if isinstance(node, gast.Call):
            if not self.is_used:
                raise Recased(_NONE, ())
            if self.frame.forks.can_hoist(node):
                raise Hoisted(node)
            return certain(self.frame, value, node, text_of(node))
        raise Split(flag_of(value))


def _blank(kind):
    """What a name of a kind holds that holds nothing yet."""
    if isinstance(kind, Scalar):
        return zero(kind)
    empty = [build.constant(0)] * kind.rank
    shape = empty[0] if len(empty) == 1 else build.tuple_of(empty)
    return build.call("np.empty", shape, **dtype_keyword(kind.dtype))
