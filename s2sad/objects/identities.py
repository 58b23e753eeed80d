"""Lists, dicts and objects that a function writes into: one object, several names.

b = a                   what is written into one of them is written into all: their
b[0] = x                parts have names of their own, which all get the new value

What a function writes into an argument it returns beside its result.
"""

from dataclasses import replace

from s2sad.called.operators import raw_member
from s2sad.facts.values import Closure, Expression, Record, is_of, tuple_record
from s2sad.known.growing import Grown, Item, Regrown, is_growing, may_grow
from s2sad.objects.attributes import Restart
from s2sad.syntax.names import names_in

# What tokens begin with of objects that may have names which are not known.
_UNSURE = ("place", "row of")
_CONTAINERS = (tuple, list, dict, range, slice)


class Identities:
    """The lists, dicts and objects that one function writes into."""

    def __init__(self, frame):
        self.frame = frame
        self.written = {}

    def is_object(self, value):
        """Whether a value is a Record that has attributes to be written."""
        if not isinstance(value, Record) or not isinstance(value.container, type):
            return False
        if value.container in _CONTAINERS:
            return False
        parameters = getattr(value.container, "__dataclass_params__", None)
        return not (
            hasattr(value.container, "_fields") or getattr(parameters, "frozen", 0)
        )

    def write(self, base, key, value, node):
        """Put a value into a part of a list, dict or object."""
        changed = Record({**base.items, key: value}, base.container, base.token)
        self.replace(base, changed, node)

    def replace(self, base, changed, node):
        """Make an object hold other parts, under each name that it has."""
        token = base.token
        self.regrow_rows(token)
        if isinstance(token, tuple) and token[0] == "one of":
            what, instead = "a list is written that is one of several", "its place"
            raise self.frame.refuse(node, what, f"{instead}: rows[i][k] = ...")
        if self.may_be_another(token):
            what = "a list is written that another name may stand for"
            raise self.frame.refuse(node, what, "a copy under that name")
        if token is None or isinstance(token, tuple) and token[0] in _UNSURE:
            what = "an object that may have other names is written"
            raise self.frame.refuse(node, what, "a new one that is returned")
        parts = self.frame.inside.names
        holders = [
            n
            for n, v in self.frame.env.items()
            if token in tokens_of([v]) and n not in parts
        ]
        if not holders:
            raise self.frame.refuse(node, "an object without a name is written")
        if token in self.frame.entry.tokens:
            if len(self.frame.unit.active) == 1:
                what, instead = "an argument is written", "a value that is returned"
                raise self.frame.refuse(node, what, f"an array, or {instead}")
            self.written[token] = base.container
        self.refuse_unsure(holders, node)
        for name in holders:
            self.frame.containers.refuse_copies(name, token, node)
            self.frame.lists.copies.refuse_change(name, node)
        if changed.container is dict:
            self.refuse_hidden(token, changed, node)
        if len(holders) > 1:
            changed = self.shared(base, changed, holders)
        for name in holders:
            value = _replaced(self.frame.env[name], token, changed)
            stored = self.frame.assignments.stored_record(name, value, node)
            self.frame.env[name] = stored

    def regrow_rows(self, token):
        """Begin anew with rows that are arrays if one that was taken is written."""
        born = self.frame.grown.keys() | names_in(self.frame.node)
        for name, value in self.frame.env.items():
            if name not in born:
                continue
            if is_growing(value) and token == ("row of", value.token):
                raise Regrown(name, rows_of_any_width(value))
            if token == ("one of", *_rows(value)):
                raise Regrown(name)

    def regrow_around(self, token):
        """Begin anew with an array for the list of lists that a list is in."""
        self.regrow_rows(token)
        for name, value in self.frame.env.items():
            if token is not None and token in _rows(value):
                raise Regrown(name)

    def check_parts(self, owner, changed, node):
        """Refuse that a call changes lists in a list which have names of their own.

        What the call gave is an array then, in which they are no objects any more.
        """
        lost = set(tokens_of(owner.items.values())) - set(tokens_of([changed]))
        for name, value in self.frame.env.items():
            if lost & set(_tokens_beside(value, owner.token)):
                what = f"a call changes a list in a list, which {name} is too"
                raise self.frame.refuse(node, what, "a copy under that name")

    def may_be_another(self, token):
        """Whether a name stands for one of several objects, which may be this one."""
        tokens = tokens_of(self.frame.env.values())
        several = [t for t in tokens if isinstance(t, tuple) and t[0] == "one of"]
        return any(token == one or token is one for t in several for one in t[1:])

    def refuse_unsure(self, holders, node):
        """Refuse a change of what a name may stand for that has one of two objects."""
        memory = self.frame.memory
        cells = {memory.of(name) for name in holders}
        for other, value in self.frame.env.items():
            is_unsure = isinstance(value, Record) and value.token is None
            if is_unsure and value.container is list and memory.of(other) in cells:
                what = f"a list is written that {other} may stand for"
                raise self.frame.refuse(node, what, "a copy under that name")

    def refuse_hidden(self, token, changed, node):
        """Refuse a part of the __dict__ of an object that a property hides."""
        for record in (r for v in self.frame.env.values() for r in records_in(v)):
            if record.token == token and record.container is not dict:
                for name in changed.items.keys() - record.items.keys():
                    if isinstance(raw_member(record.container, name), property):
                        what = f"{name}, which is a property, gets a value"
                        instead = "an attribute of another name"
                        raise self.frame.refuse(node, what, instead)

    def current(self, value):
        """What an object holds now, of which a value says what it held once."""
        if not isinstance(value, Record) or value.token is None:
            return value
        held = self.named(value.token)
        if not held or any(record is value for record in held):
            return value
        return held[0]

    def named(self, token):
        """The Records under names of which a token is."""
        records = [r for v in self.frame.env.values() for r in records_in(v)]
        return [record for record in records if record.token == token]

    def name_too(self, name, value):
        """A name of s2sad's for what has, or has in it, objects with other names."""
        found = {key for record in records_in(value) for key in _keys(record)}
        for other, known in self.frame.env.items() if found else ():
            if any(found & _keys(record) for record in records_in(known)):
                self.frame.memory.share(name, other)

    def first_name(self, name):
        """The name that an object with a name had first: that of its birth."""
        value = self.frame.env[name]
        if not has_own_token(value):
            return name
        others = (n for n, v in self.frame.env.items() if has_token(v, value.token))
        return next((n for n in others if n not in self.frame.inside.names), name)

    def shared(self, base, changed, holders):
        """An object that several names are to hold, each of its parts computed once.

        What stood at another place is saved from the names that are written first.
        """
        written = set()
        for name in holders:
            for leaf in self.frame.env[name].leaves():
                if isinstance(leaf, Expression):
                    written |= names_in(leaf.node)
        items = {}
        for key, item in changed.items.items():
            if base.items.get(key) is not item:
                record = tuple_record([item]).map(lambda v: self.saved(v, written))
                item = record.items[0]
            items[key] = item
        return Record(items, changed.container, changed.token)

    def saved(self, leaf, written):
        """A part that is no name that is written."""
        if not isinstance(leaf, Expression):
            return leaf
        if getattr(leaf.node, "id", None) in written:
            return self.frame.stored(leaf, "row")
        return self.frame.stored_if_compound(leaf)

    # arguments

    def returned(self):
        """What arguments hold in the end that were written into."""
        found = []
        lists = [c for c in self.written.values() if c is list or isinstance(c, Grown)]
        if lists and self.frame.name in self.frame.unit.recursive_names:
            what = f"{self.frame.node.name} calls itself, and changes what it was given"
            raise self.frame.refuse(self.frame.node, what, "a loop, or an array")
        for token in self.written:
            held = self.named(token)
            if not held:
                what = "an object is written whose name gets another value"
                raise self.frame.refuse(self.frame.node, what, "two names")
            found.append(held[0])
        return found

    def changes(self):
        """How a caller takes over what is returned of each."""
        held = self.frame.inside.held_in
        return [
            _taken_over(token[1], held(record))
            for token, record in zip(self.written, self.returned())
        ]


def _taken_over(number, held):
    def change(frame, tokens, is_own, given, value, node):
        token = tokens[number]
        frame.identities.regrow_rows(token)
        if frame.identities.named(token):
            with frame.inside.receiving():
                first = frame.identities.named(token)[0]
                frame.identities.check_parts(first, value, node)
                frame.identities.replace(first, replace(value, token=token), node)
            frame.inside.take_held(frame.identities.named(token)[0], held, given)
        elif frame.closures.is_captured(token):
            frame.unit.changed.add((frame.key, token))
            raise Restart
        elif token in frame.entry.tokens:
            what = "a function that was passed changes what has no name here"
            raise frame.refuse(node, what, "the list or object as an argument too")
        elif isinstance(token, tuple):
            what = "a call changes a list that is one of several"
            raise frame.refuse(node, what, "a loop in place of the call")

    return change


def _replaced(value, token, changed):
    if not isinstance(value, Record):
        return value
    if value.token is token or value.token == token:
        is_dict = changed.container is dict and value.container is not dict
        is_dict |= value.container is dict and changed.container is not dict
        # an object and its __dict__ stay what they are
        return replace(changed, container=value.container) if is_dict else changed
    items = {k: _replaced(v, token, changed) for k, v in value.items.items()}
    return Record(items, value.container, value.token)


def rows_of_any_width(value):
    """What a list of lists holds if nothing is known of the lists one by one."""
    return Item(value.container.item.kind, list)


def _rows(value):
    """The tokens of the rows of a list of lists of as many numbers."""
    if not is_of(value, list) or not may_grow(value):
        return []
    rows = [row for row in value.items.values() if is_of(row, list)]
    is_even = len({len(row.items) for row in rows}) == 1
    return [r.token for r in rows if is_even and len(rows) == len(value.items)]


def records_in(value):
    """A Record and those in it."""
    if not isinstance(value, Record):
        return []
    return [value, *(r for item in value.items.values() for r in records_in(item))]


def _tokens_beside(value, token):
    """The tokens in a value that are not in an object with a token."""
    if not isinstance(value, Record) or value.token == token:
        return []
    inner = [t for item in value.items.values() for t in _tokens_beside(item, token)]
    return inner if value.token is None else [value.token, *inner]


def _keys(record):
    """What tells an object, if anything does: its token, and the name of its array."""
    array = getattr(record.items.get("values"), "node", None)
    keys = {record.token, getattr(array, "id", None) if is_growing(record) else None}
    return keys - {None}


def has_token(value, token):
    """Whether a value is the object of a token."""
    return isinstance(value, Record) and value.token == token


def has_own_token(record):
    """Whether it is known which object a Record is, and that no caller has it."""
    return record.token is not None and not isinstance(record.token, tuple)


def tokens_of(values):
    """The tokens of all Records in some values, each once, in order."""
    found = []
    for value in values:
        for record in records_in(value):
            if record.token is not None and record.token not in found:
                found.append(record.token)
    return found


def renewed(value, tokens):
    """What a call returned: objects of its own are new, others the caller's."""
    known = {}

    def change(item):
        if isinstance(item, Closure) and item.captured is not None:
            inner = {name: change(part) for name, part in item.captured.items()}
            return replace(item, captured=inner)
        if not isinstance(item, Record):
            return item
        items = {key: change(part) for key, part in item.items.items()}
        token = None if item.token is None else outside(item.token)
        return Record(items, item.container, token)

    def outside(token):
        if isinstance(token, tuple):
            word, *parts = token
            if word == "argument":
                return tokens[parts[0]]
            if word == "place":
                return token
            mapped = [outside(part) for part in parts]
            if set(mapped) & set(tokens):
                return word, *mapped
        return known.setdefault(token, object())

    return change(value)
