"""Statements that are split: one for each thing that a name in them may hold.

g = np.sin if c else np.cos         becomes     if c:
y = g(x)                                            g_case = 0
                                                else:
                                                    g_case = 1
                                                if g_case == 0:
                                                    y = np.sin(x)
                                                else:
                                                    y = np.cos(x)
"""

import contextlib
import copy

import gast

from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.values import Static
from s2sad.specialise.known import truth
from s2sad.specialise.options import is_one_of, narrowed, test_of
from s2sad.syntax import build
from s2sad.syntax.names import names_in

# What runs more than once, or later.
_LATER = (gast.Lambda, gast.ListComp, gast.SetComp, gast.DictComp, gast.GeneratorExp)


class Split(Exception):
    """A name is read of which it is not known what it holds."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


class Forked(Exception):
    """A choice in an expression is between things that are no numbers."""

    def __init__(self, node):
        super().__init__(node)
        self.node = node

    def branches(self, statement):
        """The statement in an if statement instead of the choice; None if it can't."""
        sides = [_with(statement, self.node, n) for n in ("body", "orelse")]
        if None in sides:
            return None
        body, orelse = ([side] for side in sides)
        found = gast.If(self.node.test, body, orelse)
        return gast.fix_missing_locations(gast.copy_location(found, statement))


class Forks:
    """The statements and tests of one function that read what may be several things."""

    def __init__(self, frame):
        self.frame = frame

    def run(self, method, node):
        """Specialise a statement; one for each thing that a name in it may hold."""
        names = self.frame.alternatives
        if not names.is_used:
            method(node)
            return
        names.begin(node)
        start, state = len(self.frame.buffers[-1]), self.frame.copied()
        undetermined, refusals = self.frame.undetermined, len(self.frame.refusals)
        try:
            method(node)
        except (Split, Forked) as found:
            del self.frame.buffers[-1][start:], self.frame.refusals[refusals:]
            self.frame.state, self.frame.undetermined = state, undetermined
            if isinstance(node, gast.Return):
                self.returned_anew(node)
            elif isinstance(found, Split):
                self.split(found.name, node)
            else:
                self.forked(found, node)
        names.settle()

    def forked(self, found, node):
        """A statement with a choice between things that are no numbers, in branches."""
        made = found.branches(node)
        if made is None:
            what = "a choice between things that are no numbers"
            raise self.frame.refuse(found.node, what, "an if statement")
        self.frame.statements.statement(made)

    def returned_anew(self, node):
        """A return whose value depends on what names hold: the value first."""
        name = self.frame.temporary("result")
        for line in (build.assign(name, node.value), build.returned(build.name(name))):
            line = gast.fix_missing_locations(gast.copy_location(line, node))
            self.frame.statements.statement(line)

    def answers(self, name, evaluate):
        """[(place, value or None, statements before it)] of what each option gives."""
        value, found = self.frame.env[name], []
        undetermined = self.frame.undetermined
        for place in value.container.possible:
            self.frame.env[name] = narrowed(value, (place,))
            refusals = len(self.frame.refusals)
            try:
                found.append((place, *self.frame.aside(evaluate)))
            except (RefusalError, NoKind):
                del self.frame.refusals[refusals:]
                found.append((place, None, []))
            finally:
                self.frame.env[name] = value
                self.frame.dead, self.frame.undetermined = False, undetermined
        return found

    def asked(self, node, name):
        """The truth of a node that reads such a name: of each option, in one test."""
        value = self.frame.env[name]
        answers = self.answers(name, lambda: self.frame.choices.test(node))
        kinds = [getattr(answer, "kind", None) for _, answer, _ in answers]
        if any(isinstance(kind, Array) for kind in kinds):
            raise Split(name)
        if any(before or answer is None for _, answer, before in answers):
            return self.noted(node)
        true = [place for place, answer, _ in answers if truth(answer) is True]
        false = [place for place, answer, _ in answers if truth(answer) is False]
        if len(true) == len(answers) or len(false) == len(answers):
            return Static(bool(true))
        parts = [test_of(value, true)] if true else []
        for place, answer, _ in answers:
            if place not in (*true, *false):
                test = self.frame.statements.condition(answer, node)
                is_last = len(true) == len(answers) - 1
                mine = [] if is_last else [test_of(value, [place])]
                joint = [*mine, test]
                parts.append(test if is_last else gast.BoolOp(gast.And(), joint))
        test = parts[0] if len(parts) == 1 else gast.BoolOp(gast.Or(), parts)
        return self.frame.expressions.expression(test)

    def noted(self, node):
        """The truth of a node in a name, bound by statements."""
        flag = self.frame.temporary("condition")
        asked = gast.copy_location(build.assign(flag, node), node)
        self.frame.statements.statement(gast.fix_missing_locations(asked))
        return self.frame.expressions.value(build.name(flag))

    @contextlib.contextmanager
    def where(self, node, taken):
        """What a test leaves possible where it holds (`taken`), or does not."""
        changed = {}
        for name in sorted(names_in(node) & self.frame.env.keys()):
            value = self.frame.env[name]
            if is_one_of(value) and len(value.container.possible) > 1:
                answers = self.answers(name, lambda: self.frame.choices.test(node))
                left = [p for p, a, _ in answers if truth(a) in (None, taken)]
                changed[name] = (value, narrowed(value, left))
        for name, (_, less) in changed.items():
            if less.container.possible:
                self.frame.env[name] = less
        try:
            yield
        finally:
            for name, (value, _) in changed.items():
                self.frame.env[name] = value

    def split(self, name, node):
        """A statement that reads such a name: one for each option that is possible."""
        value = self.frame.env[name]
        alive, start = [], len(self.frame.refusals)
        for place in value.container.possible:
            self.frame.env[name] = narrowed(value, (place,))
            out, after, dead = self.frame.branch([node])
            self.frame.env[name] = value
            if dead:
                test = test_of(value, [place])
                self.frame.emit(build.conditional(test, out))
            else:
                alive.append((place, out, after))
        refused = self.frame.refusals[start:]
        if not alive and len(refused) == len(value.container.possible):
            raise refused[0]
        if alive:
            self.joined(value, alive)
        else:
            self.frame.dead = True

    def joined(self, value, alive):
        """One of the statements of those options that do not raise."""
        (_, out, state), *others = reversed(alive)
        for place, body, after in others:
            test = test_of(value, [place])
            out = [_choice(test, body, out)] if body or out else []
            self.frame.statements.meet(after, False, state, False)
            state = self.frame.state
        self.frame.state = state
        self.frame.emit(*out)


def _choice(test, body, orelse):
    if not body:
        return build.conditional(build.opposite(test), orelse)
    return build.conditional(test, body, orelse)


def _with(tree, choice, side):
    """A statement, or part of one, with one side of a choice in its place, or None.

    What runs more than once, or later, is not looked into.
    """
    if tree is choice:
        return getattr(choice, side)
    if isinstance(tree, _LATER):
        return None
    for name, value in gast.iter_fields(tree):
        items = value if isinstance(value, list) else [value]
        for place, item in enumerate(items):
            if not isinstance(item, gast.AST) or isinstance(item, gast.stmt):
                continue
            found = _with(item, choice, side)
            if found is not None:
                made = copy.copy(tree)
                new = [*items[:place], found, *items[place + 1 :]]
                setattr(made, name, new if isinstance(value, list) else found)
                return made
    return None
