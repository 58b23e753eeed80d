"""Rules that users write in the form of the table, checked where they are declared."""

import inspect
import types
from dataclasses import dataclass, field
from typing import Any

import gast

from s2sad.errors import UsageError
from s2sad.syntax.names import listed, names_in
from s2sad.syntax.printer import text_of
from s2sad.syntax.source import plain_function, read

_FORM = "a rule is a def whose first line calls the function that gets it: z = f(x, y)"


@dataclass(frozen=True)
class UserRule:
    """A user's rule: its parameters stand in the order of the call in its pattern.

    `shares` are values with names that several adjoint lines read.
    """

    function: Any
    target: Any
    parameters: tuple
    tangent: gast.AST | None
    adjoints: dict
    shares: dict = field(default_factory=dict)


def user_rule(function):
    """The UserRule that a function declares; UsageError if it is none."""
    if not isinstance(function, types.FunctionType) or function.__name__ == "<lambda>":
        raise UsageError(f"{_FORM}; {function!r} is none")
    return _Reader(function).rule()


class _Reader:
    """Reads the lines of one rule."""

    def __init__(self, function):
        self.function = function
        self.source = read(function)
        self.node = self.source.node
        self.own = [argument.id for argument in self.node.args.args]
        self.tangent, self.adjoints, self.shares = None, {}, {}

    def rule(self):
        docstring = gast.get_docstring(self.node, clean=False) is not None
        pattern, *lines = self.node.body[docstring:] or [self.node]
        parameters = self.pattern_parameters(pattern)
        target = self.target(pattern, len(parameters))
        for line in lines:
            self.line(line)
        self.check_shares(lines)
        self.check_both_modes(lines[-1] if lines else pattern)
        return UserRule(
            self.function, target, parameters, self.tangent, self.adjoints, self.shares
        )

    def wrong(self, node, why):
        """A UsageError in one sentence that names the line."""
        place = self.source.place(node)
        text = place.text.strip()
        where = f"{self.function.__name__} ({place.file}:{place.line})"
        return UsageError(f"`{text}` in the rule {where}: {why}")

    # the pattern

    def pattern_parameters(self, node):
        """The names of the arguments, in the order of the call."""
        is_call = isinstance(node, gast.Assign) and isinstance(node.value, gast.Call)
        if not is_call:
            raise self.wrong(node, _FORM)
        if text_of(node.targets[0]) != "z" or len(node.targets) > 1:
            raise self.wrong(node, "a rule names the result of its function z")
        call = node.value
        names = [item.id for item in call.args if isinstance(item, gast.Name)]
        if call.keywords or len(names) < len(call.args):
            raise self.wrong(
                node, "the arguments are the rule's parameters, each by its position"
            )
        if sorted(names) != sorted(self.own):
            raise self.wrong(
                node, f"it takes each parameter of the rule once: {listed(self.own)}"
            )
        self.check_names(node)
        return tuple(names)

    def check_names(self, node):
        taken = {"z", "z_dot", "z_bar", *self.named("_dot"), *self.named("_bar")}
        for name in self.own:
            if name in taken:
                raise self.wrong(node, f"a parameter can't be called {name} in a rule")

    def target(self, pattern, count):
        """The function that gets the rule, which must take as many arguments."""
        target = self.meant(pattern.value.func)
        plain = plain_function(target)
        if target is self.function or not isinstance(plain, types.FunctionType):
            word = text_of(pattern.value.func)
            raise self.wrong(pattern, f"{word} is no Python function to give a rule to")
        taken = inspect.signature(plain).parameters.values()
        by_place = (
            inspect.Parameter.POSITIONAL_ONLY,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
        )
        if len(taken) != count or any(p.kind not in by_place for p in taken):
            words = ", ".join(map(str, taken))
            raise self.wrong(
                pattern, f"{plain.__name__} takes ({words}), all of them by position"
            )
        return target

    def meant(self, node):
        """What the pattern's function means; None if it means nothing."""
        around = inspect.getclosurevars(self.function).nonlocals
        try:
            return eval(text_of(node), self.function.__globals__, dict(around))
        except (NameError, AttributeError):
            return None

    # the other lines

    def line(self, node):
        if isinstance(node, gast.Assign) and text_of(node.targets[0]) == "z_dot":
            if self.tangent is not None:
                raise self.wrong(node, "z_dot has a line already")
            self.check_reads(node, ["z_bar", *self.named("_bar"), *self.shares])
            self.tangent = node.value
            return
        if self.is_share(node):
            self.check_reads(node, ["z_dot", *self.named("_dot"), *self.named("_bar")])
            self.shares[node.targets[0].id] = node.value
            return
        name = self.parameter_of(node)
        if name is None:
            raise self.wrong(
                node, "its lines are z_dot = ... and, for each x, x_bar += ..."
            )
        if name in self.adjoints:
            raise self.wrong(node, f"{name}_bar has a line already")
        self.check_reads(node, ["z_dot", *self.named("_dot"), *self.named("_bar")])
        self.adjoints[name] = node

    def is_share(self, node):
        """Whether a line names a value that several adjoint lines read."""
        if not isinstance(node, gast.Assign) or len(node.targets) > 1:
            return False
        place = node.targets[0]
        taken = {"z", *self.own, *self.shares}
        return (
            isinstance(place, gast.Name)
            and place.id not in taken
            and not place.id.endswith(("_dot", "_bar"))
        )

    def named(self, suffix):
        """The shadows of the parameters."""
        return [f"{name}{suffix}" for name in self.own]

    def parameter_of(self, node):
        """The parameter to whose adjoint a line adds, or None."""
        if not isinstance(node, gast.AugAssign):
            return None
        if not isinstance(node.op, (gast.Add, gast.Sub)):
            return None
        place = node.target
        place = place.value if isinstance(place, gast.Subscript) else place
        bars = dict(zip(self.named("_bar"), self.own))
        return bars.get(place.id) if isinstance(place, gast.Name) else None

    def check_reads(self, node, others):
        for name in sorted(names_in(node.value) & set(others)):
            raise self.wrong(node, f"it reads {name}, which it can't know")

    def check_shares(self, lines):
        """What several lines share is read by one."""
        read_names = set().union(
            *(names_in(line.value) for line in self.adjoints.values()),
            *map(names_in, self.shares.values()),
        )
        for node in lines:
            if self.is_shared(node) and node.targets[0].id not in read_names:
                raise self.wrong(node, "no line x_bar += ... reads it")

    def is_shared(self, node):
        return isinstance(node, gast.Assign) and node.value in self.shares.values()

    def check_both_modes(self, last):
        """An argument has a part in both modes or in none."""
        read_names = names_in(self.tangent) if self.tangent is not None else set()
        for name in self.own:
            dot, bar = f"{name}_dot" in read_names, name in self.adjoints
            if dot and not bar:
                raise self.wrong(last, f"a line {name}_bar += ... is missing")
            if bar and not dot:
                raise self.wrong(last, f"{name}_dot is missing in a line z_dot = ...")
