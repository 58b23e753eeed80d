"""Lists that objects, dicts and tuples hold, and that callees change: in arrays too.

h.loss.append(v)        becomes     h_loss_values[h_loss_count] = v
                                    h_loss_count += 1

Such a list has the name of the part, `h_loss`, under which it is changed like any other
one; what holds it shows the same array and the same number. A callee that changes a
list which it was given returns it, as it does other objects.
"""

from contextlib import contextmanager
from dataclasses import replace

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record
from s2sad.facts.written import written_parameters
from s2sad.known.growing import (
    Outgrown,
    Regrown,
    held,
    holds_growing,
    is_growing,
    may_grow,
)
from s2sad.objects.attributes import Restart
from s2sad.objects.containers import is_mutable
from s2sad.objects.identities import records_in, tokens_of
from s2sad.objects.writing import is_of_rows
from s2sad.syntax import build
from s2sad.syntax.names import names_in


class Inside:
    """The lists of one function that are parts of others; `names` are those of parts.

    `is_received` says that what names are bound to are lists that a call has changed.
    """

    def __init__(self, frame):
        self.frame = frame
        self.names, self.is_received = set(), False

    # births

    def enter(self):
        """Lists in arguments live in arrays, if they are to, from the first line on."""
        for name, value in self.frame.entry.bindings.items():
            if isinstance(value, Record):
                self.name_leaves(name, value)
                if self.frame.grown:
                    self.frame.env[name] = self.entered(name, value)

    def name_leaves(self, name, value):
        """The arrays and numbers of lists that were given have the names they have."""
        leaves = self.frame.assignments.part_names
        for key, item in value.items.items():
            if any(map(is_growing, records_in(item))):
                self.name_leaves(self.frame.assignments.part_name(name, key), item)
            elif is_growing(value) and isinstance(item.node, gast.Name):
                leaves[name, key] = item.node.id

    def entered(self, name, value):
        if name in self.frame.grown and may_grow(value):
            return self.frame.lists.born(name, value, self.frame.node)
        if is_growing(value):
            return value
        items = {}
        for key, item in value.items.items():
            items[key] = item
            if isinstance(item, Record):
                part = self.frame.assignments.part_name(name, key)
                items[key] = self.entered(part, item)
                if is_growing(items[key]) and part in self.frame.grown:
                    self.note(part, items[key])
        return Record(items, value.container, value.token)

    def born(self, part, value, node):
        """The list that a part of a structure is, under the name of the part."""
        self.note(part, self.frame.assignments.stored_record(part, value, node))
        return self.frame.env[part]

    def note(self, part, value):
        self.names.add(part)
        self.frame.env[part] = value

    @contextmanager
    def receiving(self):
        """What names are bound to in here are lists as a call has left them."""
        self.is_received = True
        try:
            yield
        finally:
            self.is_received = False

    # names

    def name_of(self, value):
        """The name of a list that lives in an array, or None."""
        return self.name_of_array(getattr(value.items["values"].node, "id", None))

    def of_array(self, values):
        """The list that lives in an array with a name."""
        records = [r for v in self.frame.env.values() for r in records_in(v)]
        return next(r for r in records if is_growing(r) and _array(r) == values)

    def name_of_array(self, values):
        """The name of the list that lives in an array with a name, or None."""
        for (owner, key), leaf in self.frame.assignments.part_names.items():
            if key == "values" and leaf == values:
                return owner
        return None

    def name_of_part(self, value):
        """The name of a part that is a list, whose parts are known one by one."""
        for name, owner in self.frame.env.items():
            if isinstance(owner, Record) and value.token is not None:
                found = self.path(name, owner, value.token)
                if found is not None:
                    return found
        return None

    def path(self, name, owner, token):
        for key, item in owner.items.items():
            if isinstance(item, Record):
                part = self.frame.assignments.part_name(name, key)
                if item.token == token:
                    return part
                found = self.path(part, item, token)
                if found is not None:
                    return found
        return None

    def holders(self, name, env=None):
        """The names of what holds the list of a name."""
        values, _ = self.frame.lists.leaves(name)
        env = self.frame.env if env is None else env
        return [
            other
            for other, value in env.items()
            if other not in self.names and other != name and _holds(value, values)
        ]

    def are_mentioned(self, name, statements):
        """Whether statements name a list that is a part, or what holds it."""
        is_part = name in self.names
        return is_part and bool(names_in(*statements) & {*self.holders(name)})

    # changes

    def changed(self, value, node):
        """The name of a list that is about to be changed and is a part of others."""
        found = self.name_of(value)
        if found is None:
            what = "a list inside another is changed, whose length is not known"
            raise self.frame.refuse(node, what, "an array of two axes")
        if found not in self.frame.grown:
            raise Regrown(found, value.container.item)
        self.own(found, node)
        return found

    def leave(self, plain, leaves, node):
        """Names that stand for parts of lists that a callee changes have them alone."""
        memory, given = self.frame.memory, dict(zip(plain.parameters, leaves))
        for argument in sorted(plain.changed.keys() & given.keys()):
            values = getattr(given[argument], "id", None)
            name = self.name_of_array(values)
            if name is None:
                continue
            if name not in self.frame.env:
                self.note(name, self.of_array(values))
            for other, leaf in given.items():
                is_part = getattr(leaf, "id", None) != values
                if is_part and isinstance(plain.kinds.get(other), Array):
                    if memory.of(base_name(leaf)) == memory.of(values):
                        what = "a part of a list is passed beside it, which is changed"
                        raise self.frame.refuse(node, what, "a copy of the part")
            self.frame.lists.copies.apart(name, plain.changed[argument])
        for argument in sorted(written_parameters(plain) & given.keys()):
            cell = memory.of(base_name(given[argument]))
            for name, value in list(self.frame.env.items()):
                if is_of_rows(value) and memory.of(_array(value)) == cell:
                    self.rows_are_written(name, node)

    def rows_are_written(self, name, node):
        """A callee writes numbers of lists in a list: no other name has one of them."""
        memory, token = self.frame.memory, self.frame.env[name].token
        self.frame.lists.copies.row_written(name, node)
        for other, value in self.frame.env.items():
            is_it = other == name or token is not None and token in tokens_of([value])
            is_it = is_it or self.frame.reading.are_one(other, name)
            if is_mutable(value) and not is_it and memory.of(other) == memory.of(name):
                place = gast.copy_location(build.name(name), node)
                raise self.frame.containers.refusal(place, name, [other])

    def own(self, name, node):
        """Refuse a change that other names would not see; note one that callers see."""
        memory, holders = self.frame.memory, self.holders(name)
        cells = {memory.of(holder) for holder in holders}
        others = self.others(name)
        for other, value in self.frame.env.items():
            is_apart = other not in (*self.names, *holders, name)
            if is_apart and memory.of(other) in cells and holds_growing(value, 0):
                others.append(other)
        if self.frame.env[name].token is None or others:
            owner = f"a list in {holders[0]}" if holders else name
            what = f"{owner} is changed, which may have another name or place"
            raise self.frame.refuse(node, what, "a copy of it")
        self.written(name, node)

    def others(self, name):
        """The names of what holds the list of a name in another array."""
        token, values = self.frame.env[name].token, self.frame.lists.leaves(name)[0]
        return [
            other
            for other, value in self.frame.env.items()
            for record in records_in(value)
            if token is not None and record.token == token and _array(record) != values
        ]

    def written(self, name, node):
        """Note that a list which was given has been changed; whether it was."""
        values, _ = self.frame.lists.leaves(name)
        owners = [self.frame.env[n] for n in (name, *self.holders(name))]
        records = [r for v in owners for r in records_in(v) if _holds(r, values)]
        for record in sorted(records, key=lambda r: len(records_in(r))):
            if record.token in self.frame.entry.tokens:
                if len(self.frame.unit.active) == 1:
                    what, instead = "an argument is written", "a value that is returned"
                    raise self.frame.refuse(node, what, f"an array, or {instead}")
                self.frame.identities.written[record.token] = record.container
                return True
        return False

    def outgrown(self, token, item):
        """Let the caller begin anew whose list, still empty there, is to hold items."""
        if token in self.frame.entry.tokens:
            raise Outgrown(token, item)

    def regrown(self, outgrown, tokens):
        """Begin anew, with a list that a callee is to fill."""
        token = tokens[outgrown.token[1]]
        for value in self.frame.env.values():
            for record in records_in(value):
                if record.token == token and is_growing(record):
                    found = self.name_of(record)
                    if self.frame.grown.get(found) is None:
                        raise Regrown(found, outgrown.item) from None
                    self.outgrown(token, outgrown.item)

    # arrays in lists

    def held_in(self, record):
        """For each list of arrays in a Record, the arguments that it may hold."""
        return [self.arguments_in(name) for name in self.names_of_rows(record)]

    def arguments_in(self, name):
        memory = self.frame.memory
        cell = memory.of(held(self.frame.lists.leaves(name)[0]))
        given = [argument for argument, _ in self.frame.entry.parameters]
        return [a for a in given if memory.unions.of(a) == cell]

    def names_of_rows(self, record):
        lists = [r for r in records_in(record) if is_growing(r)]
        rows = [r for r in lists if isinstance(r.container.item.kind, Array)]
        return [self.name_of(r) for r in rows if r.container.item.form is None]

    def take_held(self, record, arguments, given):
        """Lists hold what a callee has put into them."""
        for name, inner in zip(self.names_of_rows(record), arguments):
            values, _ = self.frame.lists.leaves(name)
            self.frame.arrays_of_rows.add(values)
            for argument in inner:
                self.frame.lists.lend(name, given[argument])

    def align(self, env):
        """What holds a list that is a part shows it as it is now."""
        for name in self.names & env.keys():
            if is_growing(env[name]):
                values, _ = self.frame.lists.leaves(name)
                for holder in self.holders(name, env):
                    env[holder] = _with(env[holder], values, env[name])

    def received(self, name, value):
        """A list as a call has left it, in the array that the call gave."""
        if name in self.frame.fillings.plans:  # a callee fills it too
            self.frame.unit.unplanned.add((self.frame.key, name))
            raise Restart
        leaves = self.frame.lists.leaves(name)
        for leaf, key in zip(leaves, ("values", "count")):
            node = value.items[key].node
            if getattr(node, "id", None) != leaf:
                self.frame.assignments.part(leaf, value.items[key])
        made = self.frame.lists.record(name, value.container.item)
        return replace(made, token=value.token)


def _holds(value, values):
    """Whether a value is, or holds, the list whose array has a name."""
    return any(
        is_growing(record) and _array(record) == values for record in records_in(value)
    )


def _array(record):
    values = record.items.get("values")
    return getattr(getattr(values, "node", None), "id", None)


def _with(value, values, new):
    """A structure with a list in it as it is now."""
    if not isinstance(value, Record):
        return value
    if is_growing(value):
        return new if _array(value) == values else value
    items = {key: _with(item, values, new) for key, item in value.items.items()}
    return Record(items, value.container, value.token)


def in_place(frame, node):
    """The arguments that a function returns as what they stand for: changed lists."""
    last = node.body[-1]
    returned = getattr(last, "value", None)
    nodes = getattr(returned, "elts", [returned])
    names = {getattr(item, "id", None) for item in nodes}
    lists = [
        leaf.node.id
        for value in frame.entry.bindings.values()
        for record in records_in(value)
        if is_growing(record)
        for leaf in record.leaves()
        if isinstance(leaf, Expression)
    ]
    return frozenset(names & set(lists)) if frame.identities.written else frozenset()
