"""Derivatives that the user gives: rules in the form of the table, jvps and vjps.

Each becomes two plain functions, a tangent and an adjoint, which take the place of
those that s2sad would write.
"""

import inspect
import weakref
from typing import Any

from s2sad.compile.plain import namespace_of
from s2sad.errors import UsageError
from s2sad.rules.table import read_rule
from s2sad.syntax.printer import text_of
from s2sad.syntax.source import plain_function

_registry = weakref.WeakKeyDictionary()


class Custom:
    """The derivative functions that were given for one function."""

    def __init__(self, function):
        self.function = function
        self.parameters = list(inspect.signature(function).parameters)
        self.rule: Any = None
        self.jvp = self.forward = self.backward = None

    def tangent(self, floats):
        """A function of the arguments and of the tangents of the `floats`, or None."""
        dots = [f"{p}_dot" for p in floats]
        head = [*self.parameters, *dots]
        if self.rule is not None:
            lines = [f"z = function({', '.join(self.parameters)})"]
            lines += [f"z_dot = {text_of(self.rule.tangent)}", "return z, z_dot"]
            return self.driver("tangent", head, lines)
        if self.jvp is None:
            return None
        primals = "".join(f"{p}, " for p in self.parameters)
        tangents = "".join(
            f"{p}_dot, " if p in floats else "0.0, " for p in self.parameters
        )
        return self.driver(
            "tangent", head, [f"return jvp(({primals}), ({tangents}))"], jvp=self.jvp
        )

    def adjoint(self, numbers, arrays):
        """A function of the arguments, the seed and the shadows of arrays, or None."""
        head = [*self.parameters, "z_bar", *(f"{p}_bar" for p in arrays)]
        if self.rule is not None:
            return self.driver("adjoint", head, self.rule_lines(numbers, arrays))
        if self.backward is not None:
            return self.driver(
                "adjoint",
                head,
                self.backward_lines(numbers, arrays),
                forward=self.forward,
                backward=self.backward,
            )
        if self.jvp is not None and not arrays:
            return self.driver(
                "adjoint", head, self.transposed_lines(numbers), jvp=self.jvp
            )
        return None

    def rule_lines(self, numbers, arrays):
        lines = [f"z = function({', '.join(self.parameters)})"]
        lines += [f"{p}_bar = 0.0" for p in numbers]
        lines += [
            text_of(line)
            for p, line in self.rule.adjoints.items()
            if p in numbers or p in arrays
        ]
        return [*lines, *_returned(numbers)]

    def backward_lines(self, numbers, arrays):
        arguments = ", ".join(self.parameters)
        lines = [f"z, residuals = forward({arguments})"]
        lines += ["parts = backward(residuals, z_bar)"]
        place = {p: n for n, p in enumerate(self.parameters)}
        lines += [f"{p}_bar += parts[{place[p]}]" for p in arrays]
        lines += [f"{p}_bar = parts[{place[p]}]" for p in numbers]
        return [*lines, *_returned(numbers)]

    def transposed_lines(self, numbers):
        """The adjoint of a jvp of numbers: its partial derivatives, one by one."""
        primals = "".join(f"{p}, " for p in self.parameters)
        lines = []
        for number in numbers:
            units = "".join(f"{float(p == number)}, " for p in self.parameters)
            lines.append(f"z, {number}_part = jvp(({primals}), ({units}))")
            lines.append(f"{number}_bar = {number}_part * z_bar")
        return [*lines, *_returned(numbers)]

    def driver(self, suffix, parameters, lines, **names):
        """A Python function of this text, in the surroundings of the user's."""
        name = f"{self.function.__name__}_{suffix}"
        body = "\n".join(f"    {part}" for line in lines for part in line.split("\n"))
        text = f"def {name}({', '.join(parameters)}):\n{body}\n"
        around = (self.rule or self).surroundings
        return namespace_of(text, name, {**around, "function": self.function, **names})[
            name
        ]

    @property
    def surroundings(self):
        return self.function.__globals__


def _returned(names):
    return [f"return {', '.join(f'{p}_bar' for p in names)}"] if names else []


def custom_of(function):
    """The Custom of a function, or None."""
    return _registry.get(function) if inspect.isfunction(function) else None


def called(function):
    """A function that does nothing but call this one, which has a derivative given."""
    names = ", ".join(inspect.signature(function).parameters)
    name = function.__name__
    text = f"def {name}({names}):\n    return function({names})\n"
    return namespace_of(text, name, {"function": function})[name]


def _registered(function):
    function = plain_function(function)
    if not inspect.isfunction(function):
        raise UsageError(f"a derivative can't be given for {function!r}: no function")
    return _registry.setdefault(function, Custom(function))


class _Rule:
    """A user's rule and where its names are looked up."""

    def __init__(self, rule, surroundings):
        self.tangent, self.adjoints = rule.tangent, rule.adjoints
        self.surroundings = surroundings


def rule(function):
    """Add a rule in the form of the table: pattern, tangent and adjoint lines.

    The function is read, never called. Its first line is the pattern, a call of the
    function that gets the rule; `_dot` lines are the tangent, `_bar` lines the adjoint.

    >>> import math, s2sad
    >>> def softplus(x):
    ...     return math.log1p(math.exp(x))
    >>> @s2sad.rule
    ... def softplus_rule(x):
    ...     z = softplus(x)
    ...     z_dot = x_dot / (1.0 + math.exp(-x))
    ...     x_bar += z_bar / (1.0 + math.exp(-x))
    >>> s2sad.grad(softplus)(0.0)
    0.5
    """
    found = read_rule(function, function)
    name = getattr(getattr(found.pattern, "func", None), "id", None)
    variables = dict(inspect.getclosurevars(function).nonlocals)
    surroundings = {**function.__globals__, **variables}
    target = surroundings.get(name)
    if target is None or target is function:
        raise UsageError(
            "the first line of a rule is a call of the function that gets it: "
            "z = f(x, y)"
        )
    custom = _registered(target)
    custom.rule = _Rule(found, surroundings)
    return function


def custom_jvp(function):
    """Keep a function opaque: its tangent is the one given with `function.defjvp`.

    `defjvp(jvp)`, also as a decorator, takes
    jvp(primals, tangents) -> (value, tangent).
    In reverse mode it serves functions of numbers.

    >>> import math, s2sad
    >>> @s2sad.custom_jvp
    ... def f(x):
    ...     return math.sin(x)
    >>> @f.defjvp
    ... def f_jvp(primals, tangents):
    ...     (x,), (x_dot,) = primals, tangents
    ...     return math.sin(x), 2.0 * x_dot
    >>> s2sad.grad(f)(0.3)
    2.0
    """
    custom = _registered(function)

    def defjvp(jvp):
        custom.jvp = plain_function(jvp)
        return jvp

    function.defjvp = defjvp
    return function


def custom_vjp(function):
    """Keep a function opaque: its adjoint is the one given with `function.defvjp`.

    `defvjp(forward, backward)` takes forward(*arguments) -> (value, residuals) and
    backward(residuals, value_bar) -> a tuple with the adjoint of each argument.

    >>> import s2sad
    >>> @s2sad.custom_vjp
    ... def clipped(x):
    ...     return x
    >>> clipped.defvjp(lambda x: (x, x), lambda x, x_bar: (min(x_bar, 1.0),))
    >>> s2sad.grad(lambda x: 5.0 * clipped(x))(2.0)
    1.0
    """
    custom = _registered(function)

    def defvjp(forward, backward):
        custom.forward = plain_function(forward)
        custom.backward = plain_function(backward)

    function.defvjp = defvjp
    return function
