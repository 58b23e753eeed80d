"""The functions that one derivative needs, each in plain form once.

Branches on what is known now are decided, structures are taken apart into their
numbers, callees are found by object and specialised in turn; what has no kind is
refused, in a branch by an error that is raised when the branch is reached.
"""

from s2sad.facts.plain import Plain
from s2sad.specialise.desugar import desugar
from s2sad.specialise.entry import Entry
from s2sad.specialise.frame import Frame
from s2sad.specialise.growing import Regrown
from s2sad.specialise.jumps import jumps
from s2sad.specialise.known import Undetermined
from s2sad.syntax.names import Fresh, names_in
from s2sad.syntax.source import Source
from s2sad.watch import watched

_ROUNDS = 20


class Unit:
    """The functions that one derivative needs, each specialised once.

    `active` are the functions being specialised, the outermost first; `assumed` is what
    recursive ones gave in the last round, and `provisional` says which functions were
    written while others were only assumed. `parallel` are the names of functions with a
    loop over prange; `is_spread` tells whether the text depends on which axes have
    length 1; `statics` are the constants that were read, and where; `caught` are the
    exception classes that a try statement around takes.
    """

    def __init__(self, taken=()):
        self.functions = {}
        self.assumed = {}
        self.active = []
        self.recursive = set()
        self.recursive_names = set()
        self.provisional = {}
        self.is_spread, self.parallel = False, set()
        self.statics = {}
        self.exceptions = {}
        self.caught, self.is_from_numpy = frozenset(), False
        self.fresh = Fresh(taken)
        self.names = {}

    def function(self, source, node, name, values, captured=None, closure=None):
        """The Plain of a function for argument values, and the leaves to call it with.

        `values` is {parameter: value}; of a `closure`, `captured` says what its free
        names are bound to.
        """
        entry = Entry(values, captured or {}, names_in(node), closure)
        key = (source.function.__code__, node.lineno, node.col_offset, entry.key)
        key += (id(source.function.__globals__), _cells(source.function))
        if self.caught:
            key += (self.caught, self.is_from_numpy)
        if key in self.functions:
            return self.functions[key], entry.leaves
        if key in self.active:
            return self.recursed(key), entry.leaves
        return self.specialised(key, source, node, name, entry), entry.leaves

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
        name = self.names.get(key) or self.fresh(name)
        self.names[key] = name
        self.active.append(key)
        try:
            plain = self.settled(key, source, node, name, entry)
        except Undetermined:
            if len(self.active) > 1:
                raise
            what = f"{name} calls itself before it ever gives a value"
            raise source.refuse(node, what, "a return without the call") from None
        finally:
            self.active.pop()
            self.assumed.pop(key, None)
        watched("specialise", plain.node)
        self.functions[key] = plain
        if not self.active and self.recursive:
            self.link()
        return plain

    def link(self):
        """Functions call each other as they are now, not as they were assumed."""
        final = {plain.name: plain for plain in self.functions.values()}
        for plain in final.values():
            plain.written = None
            for name, callee in plain.callees.items():
                if type(callee) is Plain:
                    plain.callees[name] = final[name]

    def settled(self, key, source, node, name, entry):
        """The Plain of a function, again until what it assumes of itself is so."""
        for _ in range(_ROUNDS):
            for inner in [k for k, v in self.provisional.items() if key in v]:
                self.functions.pop(inner, None)
                del self.provisional[inner]
            plain = self.attempted(source, node, name, entry)
            before = self.assumed.get(key)
            self.assumed[key] = plain
            if key not in self.recursive or _same_result(before, plain):
                return plain
        raise source.refuse(node, f"the kind of what {name} returns does not settle")

    def attempted(self, source, node, name, entry):
        """The Plain of a function, again for each list that is not what it seemed."""
        grown = {}
        while True:
            try:
                definition = _plain_def(source, node)
                return Frame(self, source, definition, name, entry, grown).plain()
            except Regrown as found:
                if grown.get(found.name, found) == found.item:
                    what = f"what the list {found.name} holds does not settle"
                    raise source.refuse(node, what) from None
                grown[found.name] = found.item


def _cells(function):
    return tuple(id(cell) for cell in function.__closure__ or ())


def _same_result(before, plain):
    return before is not None and before.result_kinds == plain.result_kinds


def _plain_def(source, node):
    prepared = Source(node, source.file, source.lines, source.function)
    return jumps(desugar(prepared))
