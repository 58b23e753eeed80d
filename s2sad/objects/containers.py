"""Lists and dicts whose parts are known one by one: their methods, and who owns them.

They live in names, part by part; a change is one of all names of an object. A list that
lives in an array is not changed where it has two names: `frame.memory` says which do.
"""

from typing import Any

import gast

from s2sad.called.parts import known_parts, mapping, parts_of_dict
from s2sad.errors import RefusalError
from s2sad.facts.values import Expression, Record, Static
from s2sad.known.comparable import are_equal, comparable
from s2sad.known.constants import constant
from s2sad.known.definitions import DEFINITIONS
from s2sad.known.growing import (
    Regrown,
    depth,
    holds_growing,
    holds_rows,
    is_growing,
)
from s2sad.known.trial import tried
from s2sad.objects.identities import has_own_token, records_in, tokens_of
from s2sad.syntax.names import names_in, objects_in

_COPIES = (gast.BinOp, gast.List, gast.ListComp, gast.DictComp, gast.GeneratorExp)


class Containers:
    """Specialises what one function does to lists and dicts."""

    def __init__(self, frame):
        self.frame = frame

    # methods

    def method(self, owner, name, arguments, keywords, node):
        """A call of a method of a list, a tuple, a dict or another structure."""
        if name in ("_replace", "_asdict") and hasattr(owner.container, "_fields"):
            return self.of_fields(owner, name, keywords)
        kind = owner.container.__name__
        found = getattr(self, f"_{kind}_{name}", None)
        if owner.container not in (list, dict, tuple) or found is None:
            raise self.frame.refuse(node, f".{name}(...) of a {kind} is not supported")
        owner = self.frame.identities.current(owner)
        if is_growing(owner):
            what = "a method that changes a list is kept in a name"
            raise self.frame.refuse(node, what, "the call of the method itself")
        return found(owner, arguments, keywords, node)

    def of_fields(self, owner, name, keywords):
        """A NamedTuple with other values, or its fields as a dict."""
        if name == "_asdict":
            return Record(dict(owner.items), dict, object())
        return Record(owner.items | keywords, owner.container)

    def _dict_items(self, owner, arguments, keywords, node):
        return parts_of_dict(self.frame, owner.items, "items")

    def _dict_keys(self, owner, arguments, keywords, node):
        return parts_of_dict(self.frame, owner.items, "keys")

    def _dict_values(self, owner, arguments, keywords, node):
        return parts_of_dict(self.frame, owner.items, "values")

    def _dict_get(self, owner, arguments, keywords, node):
        key = self.key(arguments[0], node)
        if key in owner.items:
            return owner.items[key]
        return arguments[1] if arguments[1:] else Static(None)

    def _dict_copy(self, owner, arguments, keywords, node):
        return Record(dict(owner.items), owner.container, object())

    _list_copy = _dict_copy

    def _dict_pop(self, owner, arguments, keywords, node):
        key = self.key(arguments[0], node)
        if key not in owner.items:
            if arguments[1:]:
                return arguments[1]
            raise self.frame.source.raising(node, KeyError(key))
        rest = {k: v for k, v in owner.items.items() if k != key}
        taken = self.kept(owner.items[key])
        self.change(owner, rest, node)
        return taken

    def _dict_setdefault(self, owner, arguments, keywords, node):
        key = self.key(arguments[0], node)
        if key not in owner.items:
            given = arguments[1] if arguments[1:] else Static(None)
            self.change(owner, {**owner.items, key: given}, node)
            return self.frame.identities.current(owner).items[key]
        return owner.items[key]

    def _dict_update(self, owner, arguments, keywords, node):
        others = mapping(self.frame, arguments[0], node) if arguments else {}
        if others is None:
            raise self.frame.refuse(node, "a dict whose keys are not constants")
        self.change(owner, {**owner.items, **others, **keywords}, node)
        return Static(None)

    def _dict_clear(self, owner, arguments, keywords, node):
        self.change(owner, {}, node)
        return Static(None)

    _list_clear = _dict_clear

    def _list_append(self, owner, arguments, keywords, node):
        return self.relisted(owner, [*owner.items.values(), arguments[0]], node)

    def _list_extend(self, owner, arguments, keywords, node):
        parts = known_parts(self.frame, arguments[0], node)
        if parts is None:
            self.regrow(owner, node)
        return self.relisted(owner, [*owner.items.values(), *(parts or ())], node)

    def _list_insert(self, owner, arguments, keywords, node):
        place, items = self.known_place(arguments[0]), list(owner.items.values())
        if place is None:
            self.regrow(owner, node)
        items.insert(place, arguments[1])
        return self.relisted(owner, items, node)

    def _list_pop(self, owner, arguments, keywords, node):
        place = self.known_place(arguments[0]) if arguments else -1
        items = list(owner.items.values())
        if place is None:
            self.regrow(owner, node)
        if not -len(items) <= place < len(items):
            raise self.frame.refuse(node, "pop of a place that is not there")
        taken = self.kept(items.pop(place))
        self.relisted(owner, items, node)
        return taken

    def _list_remove(self, owner, arguments, keywords, node):
        """The first of some known parts that is equal to another is taken out."""
        wanted, items = comparable(arguments[0]), list(owner.items.values())
        known = [comparable(item) for item in items]
        if wanted is None or None in known:
            what = "remove of what is not known, or among such"
            raise self.frame.refuse(node, what, "del of a place")
        values = [part.value for part in known]
        if wanted.value not in values:
            error = ValueError("list.remove(x): x not in list")
            raise self.frame.source.raising(node, error)
        del items[values.index(wanted.value)]
        return self.relisted(owner, items, node)

    def _list_index(self, owner, arguments, keywords, node):
        """Where the first part is that is equal to a value."""
        if len(arguments) != 1:
            raise self.frame.refuse(node, "index(...) from a place", "a loop")
        wanted = arguments[0]
        for place, part in enumerate(owner.items.values()):
            is_it = are_equal(wanted, part)
            if is_it:
                return Static(place)
            if is_it is None:
                values = self.frame.expressions.as_expression(owner, node)
                return self.sought(values, wanted, node)
        error = ValueError("list.index(x): x not in list")
        raise self.frame.source.raising(node, error)

    _tuple_index = _list_index

    def sought(self, values, wanted, node):
        """Where a number is in an array of them, which is found out at run time."""
        wanted = self.frame.expressions.as_expression(wanted, node)
        search = Static(DEFINITIONS["list.index_of"])
        return self.frame.calls.call_function(search, [values, wanted], {}, node)

    def _list_sort(self, owner, arguments, keywords, node):
        value = self.frame.applications.apply(Static(sorted), [owner], keywords, node)
        if is_growing(value):
            what = "a list of tuples, or of lists, is sorted in place"
            raise self.frame.refuse(node, what, "sorted(...) under another name")
        return self.relisted(owner, list(value.items.values()), node)

    def _list_reverse(self, owner, arguments, keywords, node):
        return self.relisted(owner, [*owner.items.values()][::-1], node)

    def missing(self, owner, key, node):
        """A part that is not there: a defaultdict makes it, and others raise."""
        make = self.frame.unit.defaults.get(owner.token)
        if make is None or make == Static(None):
            class_ = KeyError if owner.container is dict else IndexError
            what = f"there is no part {key!r}"
            raise self.frame.source.raising(node, class_(key), what)
        part = self.frame.applications.apply(make, [], {}, node)
        self.change(owner, {**owner.items, key: part}, node)
        return self.frame.identities.current(owner).items[key]

    def replaced(self, owner, place, value):
        """`out[a:b] = values` of parts that are known one by one."""
        parts = known_parts(self.frame, value, place)
        name = getattr(place.value, "id", None)
        if parts is None and name is not None and name not in self.frame.grown:
            raise Regrown(name)
        if parts is None or owner.container is not list:
            raise self.frame.refuse(place, "a part of a list is written", "np.array")
        items = list(owner.items.values())
        items[self.frame.expressions.known_slice(place)] = parts
        self.relisted(owner, items, place)

    def keep_defaults(self, values):
        """Refuse that a defaultdict is passed on: a function knows only its own."""
        if self.frame.unit.defaults.keys() & set(tokens_of(values)):
            what = "a defaultdict is passed to a function, or comes from one"
            raise self.frame.refuse(self.frame.statements.now, what, "a dict, and .get")

    def cut(self, owner, bounds, node):
        """`del out[a:b]` of a list whose parts are known one by one."""
        known = [bound and self.known_place(bound) for bound in bounds]
        if any(k is None and b is not None for k, b in zip(known, bounds)):
            self.regrow(owner, node)
        items = list(owner.items.values())
        del items[slice(*known)]
        self.relisted(owner, items, node)

    # changes

    def relisted(self, owner, items, node):
        self.change(owner, dict(enumerate(items)), node)
        return Static(None)

    def change(self, owner, items, node):
        """A list or a dict holds other parts, under each name that it has."""
        changed = Record(items, owner.container, owner.token)
        self.frame.identities.replace(owner, changed, node)

    def kept(self, value):
        """A part, in a name that the change to come leaves alone."""
        if isinstance(value, Record):
            return value.map(self.kept)
        if isinstance(value, Expression) and names_in(value.node):
            return self.frame.stored(value, "taken")
        return value

    def regrow(self, owner, node):
        """A list with a name lives in an array from its birth."""
        place = getattr(node.func, "value", None)
        name = getattr(place, "id", None) or self.frame.inside.name_of_part(owner)
        if name is not None and name not in self.frame.grown:
            raise Regrown(name)
        raise self.frame.refuse(node, "a list of a length that is not known")

    def key(self, value, node):
        known = comparable(value)
        if known is None:
            what = "a list or dict is changed at a place that is not known yet"
            raise self.frame.refuse(node, what, "np.array")
        return known.value

    def known_place(self, value) -> Any:
        """A place in a list, which an argument or what is outside may tell; or None."""
        refusal = RefusalError("a place is not known")
        try:
            return constant(self.frame, value, refusal).value
        except RefusalError as error:
            if error is refusal:
                return None
            raise

    # places that calls give

    def is_called_for(self, place):
        """Whether a part of a list is at a place for which a function is called."""
        if not any(isinstance(part, gast.Call) for part in gast.walk(place.slice)):
            return False
        value = tried(self.frame, lambda: self.frame.expressions.value(place.value))
        return is_mutable(value)

    def at_named_place(self, place):
        """The part at a place that is asked for once, and has a name."""
        index = self.frame.named(self.frame.expressions.value(place.slice), place, "k")
        return gast.copy_location(gast.Subscript(place.value, index, place.ctx), place)

    # owners

    def own(self, place, is_element=False):
        """Refuse a change that another name would see.

        What is written into an element is seen by all names of one array, and a change
        of the parts of a list by those that stand for all of it.
        """
        memory, name = self.frame.memory, place.id
        others = [
            other
            for other, value in self.frame.env.items()
            if other != name
            and is_mutable(value)
            and memory.of(other) == memory.of(name)
            and not (is_element and self.frame.reading.are_one(other, name))
            and (is_element or self.is_whole(value, name))
        ]
        if self.frame.env[name].token in self.frame.entry.tokens:
            others += self.frame.inside.others(name)
        is_inner = len(self.frame.unit.active) > 1
        others = [other for other in others if other.isidentifier()]
        if others:
            raise self.refusal(place, name, others)
        if is_inner and self.frame.inside.written(name, place):
            return
        if is_inner and memory.of(name) in self.frame.given:
            what = f"{name} belongs to who calls this function, and is changed"
            raise self.frame.refuse(place, what, "a new one that is returned")

    def refusal(self, place, name, others):
        """What is raised of a change that other names would see, of the author's."""
        own = names_in(self.frame.source.node)
        name = name if name in own else "a list"
        other = next((other for other in others if other in own), "another one")
        what = f"{name} is changed, which {other} is too"
        return self.frame.refuse(place, what, "a copy of it")

    def is_whole(self, value, name):
        """Whether a value may be, or hold, the list of a name: it is as deep."""
        if value == Record({}, list):
            return True
        if is_growing(value) or value.container is list and not is_nested(value):
            return depth(value) >= depth(self.frame.env[name])
        return is_nested(value)

    def refuse_copies(self, name, token, node):
        """Refuse a change of a list that is in an array too, by another name."""
        memory, least = self.frame.memory, depth(self.frame.env[name])
        for other, value in self.frame.env.items():
            if other != name and memory.of(other) == memory.of(name):
                if holds_growing(value, least) and token not in tokens_of([value]):
                    raise self.refusal(node, name, [other])

    def bound(self, name, value, source, is_item=False):
        """A name is bound to what an expression gives, or to an item of that."""
        if not is_mutable(value):
            return
        bases = (
            sorted(self.sharers(source, value, is_item)) if source is not None else []
        )
        memory = self.frame.memory
        if bases == [name]:
            return
        cells = [memory.of(base) for base in bases]
        memory.bind(name, None)
        for cell in cells:
            memory.unions.join(memory.of(name), cell)

    def sharers(self, source, value, is_item=False):
        """The names whose lists and dicts a value may hold, or be."""
        env = self.frame.env
        names = {n for n in objects_in(source) if is_mutable(env.get(n))}
        lists = [record for record in records_in(value) if is_mutable(record)]
        if not any(map(holds_rows, lists)) and all(map(has_own_token, lists)):
            own = set(tokens_of(lists))
            return {name for name in names if own & set(tokens_of([env[name]]))}
        return set() if not is_item and self.is_copy(source, value) else names

    def is_copy(self, source, value):
        """Whether an expression gives a new list, and nothing in it has a name."""
        if is_nested(value):
            return False
        if isinstance(source, gast.Subscript):
            return isinstance(source.slice, gast.Slice)
        if isinstance(source, gast.Call):
            is_method = getattr(source.func, "attr", None) == "copy"
            return is_method or self.is_of_type(source.func)
        return isinstance(source, _COPIES)

    def is_of_type(self, function):
        """Whether what was called is a type, by a name that may stand for more now.

        An entry of a table is none: its key may be another by now.
        """
        if not isinstance(function, (gast.Name, gast.Attribute)):
            return False
        called = self.frame.alternatives.whole(function)
        return isinstance(getattr(called, "value", None), type)


def is_mutable(value):
    """Whether a value is, or holds, a list or a dict."""
    if not isinstance(value, Record):
        return False
    if value.container in (list, dict) or is_growing(value):
        return True
    return is_nested(value)


def is_nested(value):
    """Whether a value holds lists or dicts."""
    return isinstance(value, Record) and any(map(is_mutable, value.items.values()))
