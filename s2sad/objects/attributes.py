"""What a function writes into objects: attributes, entries, lists that grow.

def count(self, x):                 def count(x, self_calls):
    self.calls += 1         to          self_calls += 1
    return x * self.calls               return x * self_calls, self_calls

What is written has a name of its own in each function, begun with what was there when
it is read or written in a branch. It is returned beside the result, and the caller has
it in turn; what called the derivative puts it into the object.
"""

import dataclasses
from typing import Any

import gast

from s2sad.facts.kinds import Scalar, Stack
from s2sad.facts.plain import Hidden
from s2sad.facts.results import result_of
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.known.comparable import shown
from s2sad.known.functions import wrapped
from s2sad.normalise.unread import without_unread
from s2sad.syntax import build
from s2sad.syntax.names import names_in


class Restart(Exception):
    """A function is specialised anew: what it writes has names from its beginning."""


@dataclasses.dataclass(frozen=True)
class Place:
    """An attribute of an object, an entry of a list or dict, or what a list gets."""

    owner: Any
    name: Any
    how: str = "attribute"

    @property
    def key(self):
        return (id(self.owner), self.name, self.how)

    def store(self, value):
        """Put a value where the function put it."""
        if self.how == "attribute":
            object.__setattr__(self.owner, self.name, value)
        elif self.how == "entry":
            self.owner[self.name] = value
        elif self.how == "grown":
            self.owner.extend(value)
        else:
            self.owner.append(value)


class Written:
    """The places that the functions of one unit write, and objects in the making.

    `dicts` are the objects whose `__dict__` was read, by the identity of that.
    """

    def __init__(self, keeps=False):
        self.keeps = keeps
        self.places = {}
        self.written = set()
        self.grown = set()
        self.blanks = {}
        self.making = []
        self.dicts = {}

    @property
    def changes(self):
        """Whether anything is written into objects."""
        return bool(self.written or self.grown)

    def take_over(self, other):
        """What a unit inside this one writes, this one writes."""
        self.written |= other.written
        self.grown |= other.grown

    def blank(self, class_):
        """An object without attributes, the same for each that is made one by one."""
        key = (class_, self.making.count(class_))
        if key not in self.blanks:
            self.blanks[key] = object.__new__(class_)
        return self.blanks[key]

    def settled(self, place):
        """A place as all name it: what is in the __dict__ of an object is its own."""
        if place.how == "entry" and id(place.owner) in self.dicts:
            return Place(self.dicts[id(place.owner)], place.name)
        return place

    def is_blank(self, owner):
        return any(owner is blank for blank in self.blanks.values())


class Attributes:
    """The places that one function writes."""

    def __init__(self, frame):
        self.frame, self.shared = frame, frame.unit.attributes
        self.names, self.looked = {}, set()
        self.places = {}

    # reading

    def read(self, place, node):
        """What is in a place that was written, or None if it never was."""
        place = self.shared.settled(place)
        self.looked.add(place.key)
        if place.key in self.names:
            name = self.names[place.key]
            if self.frame.env.get(name) is None and not self.clashes(name):
                return None
            return self.frame.surroundings.look(gast.copy_location(_n(name), node))
        given = self.frame.entry.given.get(place.key)
        return None if given is None else self.passed(given, place.key)

    def clashes(self, name):
        """Whether a place holds other things on other paths, not nothing on one."""
        return name in self.frame.env and name in self.frame.alternatives.clashes

    def passed(self, value, key):
        """What the caller has in a place, as hidden arguments."""
        if isinstance(value, Record):
            items = {k: self.passed(item, (*key, k)) for k, item in value.items.items()}
            return Record(items, value.container, ("place", key))
        if not isinstance(value, Expression):
            return value
        key, hidden = ("place", key), self.frame.hidden
        if key not in hidden:
            _, name, _, *path = key[1]
            name = self.frame.fresh("_".join(map(str, ["self", name, *path])))
            hidden[key] = Hidden(key, name, None, value.kind)
        return Expression(build.name(hidden[key].name), value.kind)

    def given(self):
        """{key: value} of all places as a callee is to see them."""
        found = dict(self.frame.entry.given)
        for key, name in self.names.items():
            if self.frame.env.get(name) is not None:
                found[key] = self.frame.env[name]
        return found

    def check_entries(self, owner, node):
        """Refuse to look at all entries of a dict that was given new ones."""
        places = {(id(owner), "entry")}
        if id(owner) in self.shared.dicts:
            places.add((id(self.shared.dicts[id(owner)]), "attribute"))
        for key in self.given():
            if (key[0], key[2]) in places:
                if isinstance(owner, dict) and key[1] not in owner:
                    what = "a dict that got a new entry is looked through"
                    raise self.frame.refuse(node, what, "its entries, by their keys")

    def supplied(self, hidden_key):
        """What a callee reads in a place: the Expression that stands there now."""
        _, (owner, name, how, *path) = hidden_key
        key = (owner, name, how)
        if key in self.names:
            value = self.frame.env[self.names[key]]
            for part in path:
                if not isinstance(value, Record):
                    what = f"{name} holds one thing here, and several elsewhere"
                    raise self.frame.refuse(self.frame.node, what, "two attributes")
                value = value.items[part]
            return value
        value, key = self.frame.entry.given[key], (owner, name, how)
        for part in path:
            value, key = value.items[part], (*key, part)
        return self.passed(value, key)

    # writing

    def write(self, place, value, node):
        """Put a value into a place."""
        place = self.shared.settled(place)
        if place.key not in self.names:
            self.named(place, node)
        if not self.shared.is_blank(place.owner):
            self.shared.written.add(place.key)
        name = self.names[place.key]
        self.frame.assignments.assign_name(name, value, node)

    def named(self, place, node):
        """Give a place its name, at the beginning of the function if need be."""
        own = self.shared.places.setdefault(self.frame.key, {})
        if self.frame.conditional and not self.is_born_here(place):
            own[place.key] = place
            raise Restart
        self.add(place)

    def is_born_here(self, place):
        """Whether a place is of an object in the making, made by this function."""
        making = self.shared.making
        return bool(making) and making[-1] == (self.frame, place.owner)

    def add(self, place):
        hint = getattr(place.owner, "__name__", type(place.owner).__name__).lower()
        hint = "self" if place.how == "attribute" else hint
        name = self.frame.temporary(f"{hint}_{place.name}")
        self.frame.rebound.add(name)
        self.names[place.key], self.places[place.key] = name, place

    def begin(self):
        """The places that are written in branches and loops, as they are at first."""
        for place in self.shared.places.get(self.frame.key, {}).values():
            given = self.frame.entry.given.get(place.key)
            if given is not None:
                value = self.passed(given, place.key)
            elif place.how == "grown":
                value = Expression(gast.List([], gast.Load()), Stack(None))
            else:
                value = self.before(place)
            self.add(place)
            if value is not None:
                name = self.names[place.key]
                self.frame.assignments.assign_name(name, value, self.frame.node)

    def before(self, place):
        """What is in a place when the derivative is called, or None."""
        node, base = self.frame.node, Static(place.owner, hint="self")
        if place.how == "attribute":
            self.frame.surroundings.guard_presence(place.owner, place.name)
            if not hasattr(place.owner, place.name):
                return None
            load = gast.Attribute(build.name("self"), place.name, gast.Load())
            load = gast.copy_location(load, node)
            return self.frame.surroundings.attribute(base, load)
        try:
            return self.frame.surroundings.entry(base, place.name, node)
        except (KeyError, IndexError):
            return None

    # lists that grow

    def append(self, owner, value, node):
        """`owner.append(value)` of a list from outside."""
        self.shared.grown.add(id(owner))
        is_top = len(self.frame.unit.active) == 1
        if is_top and not self.shared.keeps:
            return
        place = Place(owner, "grown", "grown")
        is_number = isinstance(getattr(value, "kind", None), Scalar)
        if is_top and is_number and (self.frame.conditional or place.key in self.names):
            return self.grown(place, value, node)
        if self.frame.conditional or place.key in self.names:
            what = "a list from outside grows in a branch or loop"
            raise self.frame.refuse(node, what, "a list of the function's own")
        count = sum(p.how == "append" for p in self.places.values())
        self.write(Place(owner, count, "append"), value, node)

    def grown(self, place, value, node):
        """The numbers that a list gets in a loop, in a list of their own."""
        if place.key not in self.names:
            own = self.shared.places.setdefault(self.frame.key, {})
            own[place.key] = place
            raise Restart
        self.shared.written.add(place.key)
        stack = self.frame.env[self.names[place.key]]
        self.frame.calls.stack_method(stack, "append", [value], node)

    # returning

    def finished(self, body):
        """(the body, the result) of the function, with the places it wrote."""
        result = self.result(body)
        if self.names and len(self.frame.unit.active) == 1:
            body = self.unread(body)
        return body, result

    def unread(self, body):
        """Leave out what is written into places, and read by nothing else."""
        callees = self.frame.callees.keys()
        body = without_unread(body, set(self.names.values()), callees)
        used = names_in(*body)
        for key, item in list(self.frame.hidden.items()):
            if item.name not in used:
                del self.frame.hidden[key]
        return body

    def result(self, body):
        """What the function returns with the places it wrote; its body is changed."""
        more = [*self.frame.identities.returned(), *self.frame.names_outside()]
        if not (self.places or more) or self.frame.dead or self.frame.undetermined:
            return self.frame.result
        is_top = len(self.frame.unit.active) == 1
        if is_top and not self.shared.keeps:
            return self.frame.result
        own = self.frame.result
        own = Static(None) if own is None or is_top else own
        values = [own, *(self.value(place) for place in self.places.values()), *more]
        made = result_of(tuple_record(values))
        if body and isinstance(body[-1], gast.Return):
            body.pop()
        leaves = [leaf.node for leaf in made.leaves()]
        if leaves:
            one = leaves[0] if len(leaves) == 1 else build.tuple_of(leaves)
            body.append(gast.copy_location(build.returned(one), self.frame.node))
        return made

    def value(self, place):
        """What is in a place at the end, as it can be returned."""
        value = self.frame.env.get(self.names[place.key])
        if value is None:
            self.frame.alternatives.read(self.names[place.key])
            what = (
                f"{place.name} is written on one path and not, or otherwise, on another"
            )
            raise self.frame.refuse(self.frame.node, what, "one kind on all paths")
        if len(self.frame.unit.active) > 1:
            value = wrapped(value, self.frame.closures.carried)
        if isinstance(value, Record):
            return value.map(lambda leaf: self.kept(leaf, place))
        return self.kept(value, place)

    def kept(self, leaf, place):
        if not isinstance(leaf, (Expression, Static)):
            what = f"{shown(leaf)} is put into {place.name}"
            raise self.frame.refuse(self.frame.node, what, "numbers and arrays")
        return leaf

    def taken(self, plain, value, caller, node):
        """The result of a call, the places that the callee wrote taken over."""
        self.looked |= plain.looked
        if not (plain.places or plain.outside) or not isinstance(value, Record):
            return value
        own, *parts = value.items.values()
        more = parts[len(plain.places) :]
        for place, part in zip(plain.places, parts):
            if place.how == "append":
                count = sum(p.how == "append" for p in self.places.values())
                place = Place(place.owner, count, "append")
                if self.frame.conditional:
                    what = "a list from outside grows in a branch or loop"
                    raise self.frame.refuse(node, what, "a list of its own")
            self.write(place, part, node)
        for change, part in zip(plain.outside, more):
            change(self.frame, *caller, part, node)
        return own

    def check_apart(self, unit, plain, node):
        """A derivative inside a function neither writes nor reads what is written."""
        if unit.attributes.changes:
            what = "the derivative of a function that writes into an object, in another"
            raise self.frame.refuse(node, what, "a derivative that is called outside")
        given = self.given()
        written = {key[:2] for key in given}
        written |= {("entries", key[0]) for key in given if key[2] == "entry"}
        read = {h.key for h in plain.hidden} | set(unit.statics)
        if written & set(map(_place_of, read)):
            what = "what was written into an object is read in a derivative"
            raise self.frame.refuse(node, what, "an argument of the function")

    # objects in the making

    def made(self, class_, init, arguments, keywords, node, items=None):
        """The Record of an object whose __init__, or __post_init__, runs."""
        blank = self.shared.blank(class_)
        self.shared.making.append((self.frame, blank))
        try:
            for name, value in (items or {}).items():
                self.write(Place(blank, name), value, node)
            given = [Static(blank, hint="self"), *arguments]
            self.frame.objects.call(init, given, keywords, node)
            found = {
                place.name: self.frame.env[self.names[key]]
                for key, place in self.places.items()
                if place.owner is blank
            }
        finally:
            self.shared.making.pop()
            for key in [k for k, p in self.places.items() if p.owner is blank]:
                name = self.names[key]
                if isinstance(self.frame.env.get(name), Record):
                    del self.frame.env[name]  # it belongs to the object from here on
                del self.places[key], self.names[key]
        return Record(found, class_, object())


def _n(name):
    return build.name(name)


def _place_of(key):
    """The place that what was read of an object is in."""
    if key[0] == "object":
        key = key[1]
    return key[1:3] if key[0] in ("entry", "presence") else key[:2]
