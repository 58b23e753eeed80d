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

import gast

from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.values import Static
from s2sad.known.comparable import truth
from s2sad.known.options import flag_of, narrowed, one_ofs, test_of
from s2sad.syntax import build
from s2sad.syntax.names import bound
from s2sad.syntax.parts import MAYBE, with_part
from s2sad.syntax.walk import walk

# What runs more than once, and what runs later.
_AGAIN = (gast.While,)
_LATER = (gast.Lambda, gast.ListComp, gast.SetComp, gast.DictComp, gast.GeneratorExp)


class Split(Exception):
    """What is read may be several things; the name of a flag tells them apart."""

    def __init__(self, flag):
        super().__init__(flag)
        self.flag = flag


class Hoisted(Exception):
    """A call gives one of several things, and its statement can't be split yet."""

    def __init__(self, call):
        super().__init__(call)
        self.call = call


class Forked(Exception):
    """A choice in an expression is between things that are no numbers."""

    def __init__(self, node):
        super().__init__(node)
        self.node = node

    def branches(self, statement):
        """The statement in an if statement instead of the choice; None if it can't."""
        sides = [
            with_part(statement, self.node, side, _LATER)
            for side in (self.node.body, self.node.orelse)
        ]
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
        except (Split, Forked, Hoisted) as found:
            del self.frame.buffers[-1][start:], self.frame.refusals[refusals:]
            self.frame.state, self.frame.undetermined = state, undetermined
            if isinstance(node, gast.Return):
                self.returned_anew(node)
            elif isinstance(found, Split):
                self.split(found.flag, node)
            elif isinstance(found, Hoisted):
                self.frame.statements.statement(self.hoisted(found.call, node))
            else:
                self.forked(found, node)
        names.settle()

    def can_hoist(self, call):
        """Whether a call may run before the statement in which it stands."""
        statement, test = self.frame.statements.now, self.frame.choices.now
        if not self.frame.alternatives.is_used:
            return False
        if test is not None and _is_first(test, call):
            return True
        return not isinstance(statement, _AGAIN) and _is_first(statement, call)

    def hoisted(self, call, node):
        """A statement, or a test, after a call in it, which has a name then."""
        name = self.frame.alternatives.named(self.frame.alternatives.whole(call), call)
        return with_part(node, call, name, _LATER)

    def forked(self, found, node):
        """A statement with a choice between things that are no numbers, in branches."""
        made = found.branches(node)
        if made is None:
            what = "a choice between things that are no numbers"
            raise self.frame.refuse(found.node, what, "an if statement")
        self.frame.rebound |= bound(node)  # on both sides
        self.frame.statements.statement(made)

    def returned_anew(self, node):
        """A return whose value depends on what names hold: the value first."""
        name = self.frame.temporary("result")
        for line in (build.assign(name, node.value), build.returned(build.name(name))):
            line = gast.fix_missing_locations(gast.copy_location(line, node))
            self.frame.statements.statement(line)

    def found(self, flag):
        """What a flag tells about, as it is known here."""
        held = (item for value in self.frame.env.values() for item in one_ofs(value))
        return next((item for item in held if flag_of(item) == flag), None)

    def narrow(self, flag, possible):
        """Names know from here on that fewer options are possible."""
        env = self.frame.env
        self.frame.env = {n: narrowed(v, flag, possible) for n, v in env.items()}

    def answers(self, flag, evaluate):
        """[(place, value or None, what is done before)] of what each option gives."""
        found = []
        for place in self.found(flag).container.possible:
            with self.tried():
                self.narrow(flag, (place,))
                refusals, held = len(self.frame.refusals), dict(self.frame.env)
                try:
                    value, before = self.frame.aside(evaluate)
                    new = self.frame.env.items()
                    changes = [n for n, v in new if n not in held or v is not held[n]]
                    found.append((place, value, [*before, *changes]))
                except (RefusalError, NoKind):
                    del self.frame.refusals[refusals:]
                    found.append((place, None, []))
        return found

    @contextlib.contextmanager
    def tried(self):
        """What is evaluated to see what it gives leaves nothing behind."""
        undetermined, state = self.frame.undetermined, self.frame.state
        self.frame.state = self.frame.copied()
        try:
            yield
        finally:
            self.frame.state = state
            self.frame.dead, self.frame.undetermined = False, undetermined

    def asked(self, node, flag):
        """The truth of a node that asks what a flag tells: of each option, in one."""
        value = self.found(flag)
        answers = self.answers(flag, lambda: self.frame.choices.test(node))
        kinds = [getattr(answer, "kind", None) for _, answer, _ in answers]
        if any(isinstance(kind, Array) for kind in kinds):
            raise Split(flag)
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
                parts.append(gast.BoolOp(gast.And(), [*mine, test]) if mine else test)
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
        env, asked = self.frame.env, set()
        if self.frame.alternatives.is_used:
            while (flag := self.flag_in(node)) is not None and flag not in asked:
                asked.add(flag)
                answers = self.answers(flag, lambda: self.frame.choices.test(node))
                left = [p for p, a, _ in answers if truth(a) in (None, taken)]
                self.narrow(flag, left or self.found(flag).container.possible)
        try:
            yield
        finally:
            self.frame.env = env

    def flag_in(self, node):
        """The flag that a test asks first, or None."""
        refusals = len(self.frame.refusals)
        with self.tried():
            try:
                self.frame.aside(lambda: self.frame.choices.truth(node))
            except Split as found:
                return found.flag
            except (RefusalError, NoKind, Forked):
                pass
            finally:
                del self.frame.refusals[refusals:]
        return None

    def split(self, flag, node):
        """A statement that asks what a flag tells: one for each possible option."""
        value, env = self.found(flag), self.frame.env
        if value is None:
            what = "a part of this statement is one of several things"
            raise self.frame.refuse(node, what, "a name for it, in a statement before")
        alive, start = [], len(self.frame.refusals)
        self.frame.rebound |= bound(node)  # once for each option
        for place in value.container.possible:
            self.narrow(flag, (place,))
            out, after, dead = self.frame.branch([node])
            self.frame.env = env
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
            out = [build.conditional(test, body, out)] if body or out else []
            self.frame.statements.meet(after, False, state, False)
            state = self.frame.state
        self.frame.state = state
        self.frame.emit(*out)


def _header(statement):
    """The expressions of a statement, not those of the statements in it."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        inner = gast.iter_child_nodes(node)
        waiting += [child for child in inner if not isinstance(child, gast.stmt)]


def _is_first(tree, call):
    """Whether a call is one that a statement, or a test, always makes, and at first."""
    if with_part(tree, call, call, (*_LATER, *MAYBE)) is None:
        return False
    return not any(_is_earlier(node, call) for node in _header(tree))


def _is_earlier(node, call):
    """Whether a node is a call that is made before another, and not with its result."""
    if not isinstance(node, gast.Call) or any(n is call for n in walk(node)):
        return False
    return (node.lineno, node.col_offset) < (call.lineno, call.col_offset)
