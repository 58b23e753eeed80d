"""Derivatives that the user gives: rules in the form of the table, jvps and vjps.

Each becomes two plain functions, a tangent and an adjoint, which take the place of
those that s2sad would write.
"""

import inspect
import types
import weakref
from typing import Any

from s2sad.custom.drivers import (
    jvp_adjoint,
    jvp_tangent,
    refusal_at,
    rule_adjoint,
    rule_tangent,
    vjp_adjoint,
)
from s2sad.custom.given import Opaque
from s2sad.errors import UsageError
from s2sad.facts.kinds import Array
from s2sad.rules.user import UserRule, user_rule
from s2sad.syntax.marks import mark
from s2sad.syntax.source import plain_function

_registry = weakref.WeakKeyDictionary()


class Custom:
    """The derivatives that were given for one function."""

    def __init__(self, function):
        self.function = function
        self.name = "function" if _is_lambda(function) else function.__name__
        self.parameters = list(inspect.signature(function).parameters)
        self.refuse = refusal_at(function, self.name)
        self.rule: UserRule | None = None
        self.unread: Any = None
        self.jvp: Any = None
        self.vjp: tuple | None = None
        self.opaque = Opaque(self)
        self.promised = []

    def __s2sad__(self, frame, arguments, keywords, node):
        """A call of the function inside one that is differentiated."""
        if self.unread is not None:
            self.rule, self.unread = user_rule(self.unread), None
        self.check_given()
        return self.opaque.call(frame, arguments, keywords, node)

    def check_given(self):
        if self.rule is None and self.jvp is None and self.vjp is None:
            made, defined = self.promised[-1]
            raise self.refuse(
                f"is a {made} without a derivative: {defined} was never called",
                f"{self.name}.{defined}(...) before it is differentiated",
            )

    def tangent(self, given, active):
        """(a function, the values of its parameters): the value and its tangent."""
        if self.rule is not None:
            return rule_tangent(given, active, self.rule)
        if self.jvp is not None:
            return jvp_tangent(given, self.jvp)
        raise self.refuse(
            "has a vjp only, so it has no tangent", "s2sad.custom_jvp or s2sad.rule"
        )

    def varied(self, given, active):
        """The leaf parameters whose tangents the tangent takes: a jvp takes all."""
        return list(active) if self.rule is not None else given.floats

    def adjoint(self, given, active):
        """(a function, the values of its parameters): the adjoints of the active."""
        if self.rule is not None:
            return rule_adjoint(given, active, self.rule)
        if self.vjp is not None:
            return vjp_adjoint(given, active, *self.vjp)
        if any(isinstance(given.kinds[leaf], Array) for leaf in active):
            raise self.refuse(
                "takes arrays and has a jvp only, so it has no adjoint",
                "s2sad.custom_vjp or s2sad.rule",
            )
        return jvp_adjoint(given, active, self.jvp)

    def drivers(self, given):
        """All that may be asked for of a call, for all that it may be asked by."""
        if self.rule is not None:
            known = self.rule.adjoints
            pairs = zip(self.rule.parameters, given.structure)
            active = [
                leaf
                for name, (_, leaves, _) in pairs
                for leaf, _ in leaves
                if name in known and leaf in given.floats
            ]
            return [self.tangent(given, active), self.adjoint(given, active)]
        found = [self.tangent(given, given.floats)] if self.jvp is not None else []
        if self.vjp is not None:
            found.append(self.adjoint(given, given.floats))
        return found


def _is_lambda(function):
    return function.__name__ == "<lambda>"


def custom_of(function):
    """The Custom of a function, or None."""
    is_function = inspect.isfunction(function)
    return _registry.get(plain_function(function)) if is_function else None


def check_met(function):
    """Refuse to differentiate the body of a function that has a derivative given."""
    custom = custom_of(function)
    if custom is not None:
        raise custom.refuse(
            "has a derivative of its own, and is called by another object that stands "
            "for it, such as one that Numba compiled before",
            f"a call of {custom.name} itself",
        )


def _registered(function):
    plain = plain_function(function)
    if not isinstance(plain, types.FunctionType):
        raise UsageError(f"a derivative can't be given for {function!r}: no function")
    custom = _registry.get(plain)
    if custom is None:
        custom = _registry[plain] = Custom(plain)
    mark(plain, custom.__s2sad__)
    plain.is_text = custom.opaque.is_text
    return custom


def rule(function):
    """Add a rule in the form of the table: pattern, tangent and adjoint lines.

    The function is read, never called. Its first line is the pattern, a call of the
    function that gets the rule; the `z_dot` line is the tangent, `_bar` lines are the
    adjoint, and may share values that other lines name. An argument stands in both or,
    if it has no derivative, in none.

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
    found = user_rule(function)
    _registered(found.target).rule = found
    return function


def rule_of(target):
    """Add a rule to a function of s2sad's own, read when the function is first met."""

    def declare(function):
        _registered(target).unread = function
        return function

    return declare


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
    custom.promised.append(("custom_jvp", "defjvp"))

    def defjvp(jvp):
        custom.jvp = _given("defjvp", jvp)
        return jvp

    function.defjvp = defjvp
    return function


def custom_vjp(function):
    """Keep a function opaque: its adjoint is the one given with `function.defvjp`.

    `defvjp(forward, backward)` takes forward(*arguments) -> (value, residuals) and
    backward(residuals, value_bar) -> a tuple with the adjoint of each argument, None
    where there is none. Second derivatives are those of these two functions.

    >>> import s2sad
    >>> @s2sad.custom_vjp
    ... def clipped(x):
    ...     return x
    >>> clipped.defvjp(lambda x: (x, x), lambda x, x_bar: (min(x_bar, 1.0),))
    >>> s2sad.grad(lambda x: 5.0 * clipped(x))(2.0)
    1.0
    """
    custom = _registered(function)
    custom.promised.append(("custom_vjp", "defvjp"))

    def defvjp(forward, backward):
        custom.vjp = _given("defvjp", forward), _given("defvjp", backward)

    function.defvjp = defvjp
    return function


def _given(taker, function):
    """The Python function of a derivative that is given."""
    plain = plain_function(function)
    if not isinstance(plain, types.FunctionType):
        raise UsageError(f"{taker} takes Python functions, not {function!r}")
    plain.is_derivative = True
    return plain
