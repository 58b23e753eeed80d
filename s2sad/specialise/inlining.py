"""Calls whose functions are written out in their place, if short or if need be.

y = square(x)           becomes     y = x * x
"""

import gast

from s2sad.facts import effects
from s2sad.facts.nouns import element_noun
from s2sad.facts.shapes import axis_of
from s2sad.facts.values import Expression, Record, Static
from s2sad.facts.written import written_parameters
from s2sad.syntax.names import bound, names_in, renamed
from s2sad.syntax.walk import walk

# A definition of more statements is a function in the text as well.
_FEW = 8


class Inlining:
    """Writes out the functions that one function calls."""

    def __init__(self, frame):
        self.frame = frame

    def must_inline(self, plain, leaves):
        """Whether a call would make two names for one array that the callee hides.

        A function that returns an array it was given, or one array twice, or that
        writes one of two arguments that are the same array, is written out where it
        is called.
        """
        return effects.returns_shared(plain) or self.writes_shared(plain, leaves)

    def writes_shared(self, plain, leaves):
        """Whether a function writes one of two arguments that may overlap."""
        bases = list(map(self.memory_of, leaves))
        shared = [b for b in bases if b is not None and bases.count(b) > 1]
        places = dict(zip(plain.parameters, bases))
        return any(places.get(p) in shared for p in written_parameters(plain))

    def memory_of(self, leaf):
        """What memory an argument stands for, or None."""
        return self.frame.memory.of(effects.base_name(leaf))

    def parameter(self, plain, name, node):
        """An argument in a name, that of the parameter or of an element."""
        wanted = plain.source.is_definition and element_noun(node)
        return self.frame.stored(Expression(node, plain.kinds[name]), wanted or name)

    def inlined(self, plain, leaves):
        """The body of a function in place of its call, its names made new."""
        new_names = self.new_names(plain, leaves)
        self.frame.callees.update(plain.callees)
        self.frame.filled |= {new_names.get(name, name) for name in plain.filled}
        self.share(plain, new_names)
        *body, last = [renamed(node, new_names) for node in plain.node.body]
        kept = {new_names[name] for name in plain.in_place - plain.rows_written}
        with self.frame.lists.changing(kept):
            return self.written_out(plain, body, last)

    def written_out(self, plain, body, last):
        """The value of a call whose statements stand here."""
        for part in walk(gast.Module([*body, last], [])):
            self.frame.lists.check(part)
        if not isinstance(last, gast.Return):
            lines = [n for n in (*body, last) if not isinstance(n, gast.Pass)]
            self.frame.emit(*lines)
            return plain.result if isinstance(plain.result, Record) else Static(None)
        self.frame.emit(*body)
        values = last.value.elts if isinstance(last.value, gast.Tuple) else [last.value]
        if not isinstance(plain.result, Record):
            return Expression(values[0], plain.result_kinds[0])
        parts = iter(values)
        return plain.result.map(lambda leaf: Expression(next(parts), leaf.kind))

    def share(self, plain, new_names):
        """Names of a function that is written out share memory as they did there."""
        frame = self.frame
        for pairs, join in (
            (effects.Classes(plain).parent.items(), frame.memory.share),
            (effects.loans(plain), frame.lending.lend),
        ):
            for first, second in pairs:
                join(new_names.get(first, first), new_names.get(second, second))

    def new_names(self, plain, leaves):
        """{name in a function: the name here} where its body is written out."""
        arguments = dict(zip(plain.parameters, leaves))
        for hidden in plain.hidden:
            arguments[hidden.name] = self.frame.surroundings.again(hidden).node
        assigned = bound(*plain.node.body)
        lists = {p: n.id for p, n in arguments.items() if _is_list(plain, p, n)}
        new_names = dict(lists)
        for name in plain.parameters:
            node = arguments[name]
            is_same = name not in assigned and not names_in(node) & {*lists.values()}
            if name in lists:
                continue
            if is_same and isinstance(node, gast.Name):
                new_names[name] = node.id
            elif is_same and axis_of(node, self.frame.kinds()):
                new_names[name] = node
            else:
                stored = self.parameter(plain, name, node)
                new_names[name] = stored.node.id
                self.frame.inlined.add(stored.node.id)
        for name in sorted(assigned - set(plain.parameters)):
            new_names[name] = self.frame.temporary(name)
            self.frame.inlined.add(new_names[name])
            self.frame.bind(new_names[name], plain.kinds[name])
        return new_names


def _is_list(plain, name, node):
    """Whether an argument is the array, or the number, of a list that is changed."""
    return name in plain.in_place and isinstance(node, gast.Name)


def is_straight(body):
    """Whether statements are few and run once, so that a call may hold them."""
    blocks = (gast.For, gast.While, gast.If, gast.Raise)
    is_once = not any(isinstance(n, blocks) and not _is_check(n) for n in body)
    return is_once and len(body) <= _FEW


def passes_on(body):
    """Whether a function only hands what it is given to one of NumPy's."""
    value = body[0].value if isinstance(body[0], gast.Return) else None
    if isinstance(value, gast.Constant):
        return False
    if isinstance(value, gast.Call) and isinstance(value.func, gast.Attribute):
        parts = [*value.args, *(k.value for k in value.keywords)]
    elif isinstance(value, gast.IfExp):
        parts = [value.test, value.body, value.orelse]
    else:
        parts = [value]
    return all(isinstance(n, (gast.Name, gast.Constant)) for n in parts)


def _is_check(node):
    """Whether a statement does nothing but raise where a test holds."""
    if not isinstance(node, gast.If) or node.orelse or len(node.body) != 1:
        return False
    return isinstance(node.body[0], gast.Raise)
