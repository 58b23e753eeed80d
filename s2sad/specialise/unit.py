"""The functions that one derivative needs, each in plain form once.

Branches on what is known now are decided, structures are taken apart into their
numbers, callees are found by object and specialised in turn; what has no kind is
refused, in a branch by an error that is raised when the branch is reached.
"""

from s2sad.called.lending import Owning
from s2sad.facts.plain import Plain
from s2sad.facts.values import Record
from s2sad.known.comparable import Undetermined
from s2sad.known.constants import Fixed, Needed, Unknown
from s2sad.known.entry import Entry
from s2sad.known.growing import Regrown
from s2sad.lower.scalars import with_numbers
from s2sad.lower.statements import lowered
from s2sad.normalise.desugar import desugar
from s2sad.normalise.jumps import jumps
from s2sad.objects.attributes import Restart, Written
from s2sad.objects.surroundings import check_apart
from s2sad.specialise.aliases import without_aliases
from s2sad.specialise.alternatives import Recased
from s2sad.specialise.frame import Frame, Spread
from s2sad.specialise.repeats import without_repeats
from s2sad.specialise.written_out import WrittenOut
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, names_in
from s2sad.syntax.source import Source
from s2sad.watch import watched

_ROUNDS = 20
# So deep a function calls itself with lists, dicts or objects that are not alike.
_DEEP = 15


class Unit:
    """The functions that one derivative needs, each specialised once.

    `active` are the functions being specialised, the outermost first; `assumed` is what
    recursive ones gave in the last round, and `provisional` says which functions were
    written while others were only assumed. `parallel` are the names of functions with a
    loop over prange; `is_spread` tells whether the text depends on which axes have
    length 1; `statics` are the constants that were read, and where; `style` says
    whether whole arrays are worked on in loops or as they stand; `caught` are the
    exception classes that a try statement around takes; `fixed` are the keys of
    integers from outside on which the text depends; `unplanned` are the lists that
    callees fill in loops, and `changed` what functions that are passed change of what
    they captured; `replaced` are the items of lists that were taken in place of others
    that they had seemed to hold, and `counted` those whose length a loop changes;
    `asked` are the library functions whose text is being specialised, the outermost
    first; `written_out` says of loops whether they are. A unit that `keeps` is of what
    a function writes into objects, not of what it returns; one that `gives_number` is
    of a function that gives a number.
    """

    def __init__(self, taken=(), style="loops", keeps=False, gives_number=False):
        self.gives_number = gives_number
        self.functions, self.alike, self.style = {}, {}, style
        self.assumed, self.found_out, self.owning = {}, {}, set()
        self.active, self.asked = [], []
        self.recursive = set()
        self.recursive_names = set()
        self.provisional = {}
        self.is_spread, self.parallel = False, set()
        self.statics, self.locals, self.fixed = {}, set(), set()
        self.attributes, self.written_out = Written(keeps), {}
        self.unplanned, self.changed = set(), set()
        self.replaced, self.counted = set(), set()
        self.holds_none = self.asks_for_none = False
        self.defaults = {}  # what makes the parts that a defaultdict lacks
        self.exceptions = {}
        self.caught, self.is_from_numpy = frozenset(), False
        self.fresh = Fresh(taken)
        self.names = {}

    def function(
        self,
        source,
        node,
        name,
        values,
        captured=None,
        closure=None,
        given=None,
        memory=None,
    ):
        """The Plain of a function for argument values, and the leaves to call it with.

        `values` is {parameter: value}; of a `closure`, `captured` says what its free
        names are bound to; `given` is what is in places that were written before;
        `memory` gives an argument's, where they overlap.
        """
        entry = Entry(values, captured or {}, names_in(node), closure, given, memory)
        key = (source.function.__code__, build.origin(node), entry.key)
        key += (id(source.function.__globals__), _cells(source.function))
        key += tuple(source.types.items())
        if self.caught:
            key += (self.caught, self.is_from_numpy)
        if key in self.functions:
            return self.functions[key], entry.leaves
        for alike in self.alike.get(self.bare(key, entry), ()):
            known = any(alike is other for other in self.functions.values())
            if known and entry.sees(alike.seen):
                return alike, entry.leaves
        if key in self.active:
            return self.recursed(key), entry.leaves
        return self.specialised(key, source, node, name, entry), entry.leaves

    def function_name(self, wanted):
        """A name for a function that no function has, and no name in one."""
        found = Fresh(self.fresh.taken | self.locals)(wanted)
        self.fresh.taken.add(found)
        return found

    def bare(self, key, entry):
        """The key of a function for arguments, whatever was written before."""
        return (*key[:2], entry.bare_key, *key[3:])

    def take_over(self, written):
        """What a text that is read again depended on, this unit depends on too."""
        self.is_spread |= written.is_spread
        self.statics |= written.statics
        self.exceptions |= {
            n: c for n, c in written.names.items() if isinstance(c, type)
        }

    def recursed(self, key):
        """What is assumed of a function that is being specialised."""
        self.recursive.add(key)
        self.recursive_names.add(self.names[key])
        for inner in self.active[self.active.index(key) + 1 :]:
            self.provisional.setdefault(inner, set()).add(key)
        if self.assumed.get(key) is None:
            raise Undetermined
        return self.assumed[key]

    def specialised(self, key, source, node, name, entry):
        self.locals |= bound(*node.body) | _arguments(node)
        if sum(other[:2] == key[:2] for other in self.active) > _DEEP and entry.tokens:
            what = f"{node.name} calls itself, each time with a list of another length"
            raise source.refuse(node, what, "a loop, or an array that it fills")
        name = self.names.get(key) or self.function_name(name)
        self.names[key] = name
        self.active.append(key)
        try:
            plain = self.settled(key, source, node, name, entry)
        except Needed as needed:
            needed.define = needed.define or node
            self.fresh.taken.discard(self.names.pop(key))
            if len(self.active) == 1:
                raise Unknown.of(needed) from None
            raise
        except Undetermined:
            if len(self.active) > 1:
                raise
            what = f"{name} calls itself before it ever gives a value"
            raise source.refuse(node, what, "a return without the call") from None
        finally:
            self.active.pop()
            self.assumed.pop(key, None)
        plain = without_repeats(plain)
        watched("specialise", plain.node)
        if self.style == "loops":
            plain = without_aliases(with_numbers(lowered(plain), self))
            watched("lower", plain.node)
        self.functions[key] = plain
        self.locals |= bound(plain.node)
        plain.seen = entry.seen(plain.looked)
        self.alike.setdefault(self.bare(key, entry), []).append(plain)
        if not self.active:
            if self.recursive:
                self.link()
            check_apart(plain)
        return plain

    def link(self):
        """Functions call each other as they are now, not as they were assumed."""
        final = {plain.name: plain for plain in self.functions.values()}
        for plain in final.values():
            plain.written = None
            for name, callee in plain.callees.items():
                if type(callee) is Plain:
                    plain.callees[name] = final[name]

    def forget(self, keys):
        """Leave out functions that nothing calls."""
        for key in keys:
            plain = self.functions.pop(key)
            self.provisional.pop(key, None)
            self.fresh.taken.discard(self.names.pop(key))
            for alike in self.alike.values():
                alike[:] = [other for other in alike if other is not plain]

    def settled(self, key, source, node, name, entry):
        """The Plain of a function, again until what it assumes of itself is so."""
        rounds = 0
        while rounds < _ROUNDS:
            for inner in [k for k, v in self.provisional.items() if key in v]:
                self.functions.pop(inner, None)
                del self.provisional[inner]
            plain = self.attempted(key, source, node, name, entry)
            rounds += 1
            before = self.assumed.get(key)
            self.assumed[key] = plain
            if key not in self.recursive or _same_result(before, plain):
                return plain
        raise source.refuse(node, f"the kind of what {name} returns does not settle")

    def attempted(self, key, source, node, name, entry):
        """The Plain of a function, again for all in it that is not what it seemed.

        What was found out is kept for when a caller begins anew: otherwise each would
        let those that it calls begin twice, and these theirs four times.
        """
        grown, spread, options = self.found_out.setdefault(key, ({}, set(), {}))
        while True:
            is_inner, known = len(self.active) > 1, set(self.functions)
            definition = _plain_def(source, node, is_inner)
            found = grown, spread, options
            frame = Frame(self, source, definition, name, entry, key, found)
            try:
                return frame.plain()
            except (Fixed, Restart, WrittenOut):
                pass
            except Owning:
                self.owning.add(key)
            except Spread as found:
                spread |= found.names
            except Recased as found:
                options[found.name] = found.options
            except Regrown as found:
                if grown.get(found.name, found) == found.item:
                    what = f"what the list {found.name} holds does not settle"
                    raise source.refuse(node, what) from None
                grown[found.name] = found.item
            self.forget(self.functions.keys() - known)


def _arguments(node):
    """The names of all arguments of a def."""
    args = node.args
    names = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return {argument.id for argument in names if argument is not None}


def _cells(function):
    return tuple(id(cell) for cell in function.__closure__ or ())


def _same_result(before, plain):
    if before is None or before.result_kinds != plain.result_kinds:
        return False
    return _flags(before.result) == _flags(plain.result)


def _flags(result):
    """The flags that a result holds, which are known."""
    if isinstance(result, Record):
        return [flag for item in result.items.values() for flag in _flags(item)]
    is_flag = isinstance(getattr(result, "value", None), bool)
    return [result.value] if is_flag else []


def _plain_def(source, node, is_inner):
    prepared = Source(node, source.file, source.lines, source.function)
    return jumps(desugar(prepared), gives_none=is_inner)
