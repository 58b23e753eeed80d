"""The texts that call what a user gave: a tangent and an adjoint of one function."""

import types

import gast

from s2sad.compile.plain import registered
from s2sad.custom.answers import (
    Answer,
    adjoints,
    called,
    fitted,
    is_float_leaf,
    mapped,
    residuals,
    ruled_tangent,
    transposed,
    units,
    value_and_tangent,
)
from s2sad.errors import RefusalError
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record, Static
from s2sad.syntax import build
from s2sad.syntax.fold import ZERO, fold, is_zero
from s2sad.syntax.names import Fresh, names_in, renamed
from s2sad.syntax.printer import text_of
from s2sad.syntax.source import read


def refusal_at(function, name):
    """Makes refusals that say what a function of the user's does, and show it."""

    def refuse(what, instead=None):
        source = read(function)
        return RefusalError(f"{name} {what}", instead, source.place(source.node))

    return refuse


class Driver:
    """A function in the making, of the arguments of a call and what belongs to them."""

    def __init__(self, given, active, names):
        self.given, self.active, self.names = given, active, names
        self.values = dict(zip(names, (value for _, _, value in given.structure)))
        self.fresh = Fresh(names)
        self.lines, self.cells = [], {}

    def shadows(self, suffix, is_wanted):
        """Parameters for the shadows of the arguments: their names, in order."""
        shadows = [self.fresh.suffixed(name, suffix) for name in self.names]
        for name, argument in zip(shadows, self.given.structure):
            self.values[name] = self.shadow(argument, is_wanted)
        return shadows

    def shadow(self, argument, is_wanted):
        _, leaves, value = argument
        parameters = iter(leaves)

        def leaf(item):
            if not isinstance(item, Expression):
                return Static(0.0)
            name, kind = next(parameters)
            wanted = name in self.active and is_wanted(kind)
            return Expression(build.name(name), kind) if wanted else Static(0.0)

        return mapped(value, leaf)

    def seed(self):
        """A parameter for the adjoint of the result: its name."""
        name = self.fresh.suffixed("z", "_bar")
        self.values[name] = mapped(
            self.given.result, lambda v: v if is_float_leaf(v) else Static(0.0)
        )
        return name

    def function(self, suffix, lines, around=None, **cells):
        """The Python function of this text.

        Its free names are cells or, where `around` is a function, mean what they mean
        there.
        """
        name = f"{self.given.custom.name}_{suffix}"
        outer = around.__code__.co_freevars if around is not None else ()
        names = [*cells, *(word for word in outer if word not in cells)]
        body = "\n".join(f"        {line}" for line in lines)
        head = f"    def {name}({', '.join(self.values)}):"
        text = f"def _make({', '.join(names)}):\n{head}\n{body}\n    return {name}\n"
        found = {}
        exec(compile(text, registered(text, name), "exec"), found)
        made = found["_make"](*cells.values(), *[None] * (len(names) - len(cells)))
        return _moved(made, around) if around is not None else made


def _moved(function, around):
    """A function where the names of another one are live."""
    cells = dict(zip(around.__code__.co_freevars, around.__closure__ or ()))
    own = zip(function.__code__.co_freevars, function.__closure__ or ())
    closure = tuple(cells.get(name) or cell for name, cell in own)
    return types.FunctionType(
        function.__code__, around.__globals__, function.__name__, None, closure
    )


def _is_array(kind):
    return isinstance(kind, Array)


def jvp_tangent(given, jvp):
    """(the tangent by a jvp, the values of its parameters)."""
    driver = Driver(given, given.floats, given.custom.parameters)
    primals = _tuple(driver.names)
    dots = driver.shadows("_dot", lambda kind: True)
    answer = Answer(value_and_tangent, given, refusal_at(jvp, _name(jvp)))
    cells = {"_jvp": _call_of(given, jvp, "jvp"), "_answer": answer}
    lines = [f"return _answer(_jvp({primals}, {_tuple(dots)}))"]
    return driver.function("tangent", lines, **cells), driver.values


def jvp_adjoint(given, active, jvp):
    """(the adjoint of numbers by their tangents, the values of its parameters)."""
    driver = Driver(given, active, given.custom.parameters)
    primals, arguments = _tuple(driver.names), ", ".join(driver.names)
    refuse = refusal_at(jvp, _name(jvp))
    if any(given.kinds[leaf].is_complex for leaf in active):
        raise refuse("gives no adjoints of complex numbers", "s2sad.custom_vjp")
    cells = {
        "_jvp": _call_of(given, jvp, "jvp"),
        "_answer": Answer(transposed, given, refuse),
    }
    bar, parts = driver.seed(), []
    for n, leaf in enumerate(active):
        cells[f"_units_{n}"] = Answer(units, given, refuse, leaf)
        parts.append(f"_answer(_jvp({primals}, _units_{n}({arguments})), {bar})")
    return driver.function(
        "adjoint", [f"return {', '.join(parts)}"], **cells
    ), driver.values


def vjp_adjoint(given, active, forward, backward):
    """(the adjoint by a vjp, the values of its parameters)."""
    driver = Driver(given, active, given.custom.parameters)
    bar = driver.seed()
    shadows = driver.shadows("_bar", _is_array)
    ahead, back = (refusal_at(f, _name(f)) for f in (forward, backward))
    cells = {"_forward": _call_of(given, forward, "forward")}
    cells["_backward"] = _call_of(given, backward, "backward")
    cells["_residuals"] = Answer(residuals, given, ahead)
    cells["_answer"] = Answer(adjoints, given, back, set(active))
    parts = f"_backward(_residuals(_forward({', '.join(driver.names)})), {bar})"
    has_numbers = any(not _is_array(given.kinds[leaf]) for leaf in active)
    line = f"_answer({', '.join([parts, *shadows])})"
    lines = [f"return {line}" if has_numbers else line]
    return driver.function("adjoint", lines, **cells), driver.values


def _call_of(given, function, role):
    """Calls a function of the user's, which may return None among other values."""
    return Answer(called, given, refusal_at(function, _name(function)), function, role)


def _tuple(names):
    return f"({''.join(f'{name}, ' for name in names)})"


def _name(function):
    word = function.__name__
    return "a lambda" if word == "<lambda>" else word


# rules


def rule_actives(given, active, rule):
    """{leaf parameter: parameter of the rule} of the active ones; it must know all.

    A rule without derivative lines is of a constant.
    """
    refuse = rule_refusal(rule)
    if isinstance(given.result, Record):
        raise refuse(f"is of {given.custom.name}, which returns several values")
    found = {}
    for name, (own, leaves, value) in zip(rule.parameters, given.structure):
        for leaf, _ in leaves:
            if leaf not in active:
                continue
            if isinstance(value, Record):
                raise refuse(f"is of numbers and arrays, but {own} has parts", _VJP)
            if rule.adjoints and name not in rule.adjoints:
                raise refuse(
                    f"says nothing about {name}",
                    f"{name}_dot in the line of z_dot and a line {name}_bar += ..., "
                    "with a factor 0.0 if it has no derivative",
                )
            found[leaf] = name
    return found


_VJP = "s2sad.custom_jvp or s2sad.custom_vjp"


def rule_refusal(rule):
    return refusal_at(rule.function, f"the rule {rule.function.__name__}")


def rule_tangent(given, active, rule):
    """(the tangent by a rule, the values of its parameters)."""
    known = rule_actives(given, active, rule).values()
    driver = Driver(given, active, rule.parameters)
    driver.shadows("_dot", lambda kind: True)
    gone = {f"{name}_dot": ZERO for name in rule.parameters if name not in known}
    dot = _without(rule.tangent, gone) if rule.tangent is not None else ZERO
    lines = [
        f"z = _function({', '.join(driver.names)})",
        f"return _answer(z, {text_of(dot)})",
    ]
    answer = Answer(ruled_tangent, given, rule_refusal(rule))
    cells = {"_function": given.custom.function, "_answer": answer}
    return driver.function("tangent", lines, rule.function, **cells), driver.values


def _without(tangent, gone):
    """A tangent without the terms of arguments that don't vary; the rest as it was."""
    if not names_in(tangent) & gone.keys():
        return tangent
    tangent = renamed(tangent, gone)
    keep = {id(n) for n in gast.walk(tangent) if not any(map(is_zero, gast.walk(n)))}
    return fold(tangent, keep)


def rule_adjoint(given, active, rule):
    """(the adjoint by a rule, the values of its parameters)."""
    known = rule_actives(given, active, rule)
    driver = Driver(given, active, rule.parameters)
    driver.seed()
    driver.shadows("_bar", _is_array)
    lines = [f"z = _function({', '.join(driver.names)})"]
    lines += [f"{name} = {text_of(value)}" for name, value in rule.shares.items()]
    cells, numbers = {"_function": given.custom.function}, []
    for leaf, name in known.items():
        kind, line = given.kinds[leaf], rule.adjoints.get(name)
        cells[f"_fit_{name}"] = Answer(fitted, given, rule_refusal(rule), kind)
        if not _is_array(kind):
            numbers.append(_number_text(name, line))
        elif line is not None:
            lines.append(_sum_text(name, line))
    lines.append(f"return {', '.join(numbers)}" if numbers else "pass")
    return driver.function("adjoint", lines, rule.function, **cells), driver.values


def _number_text(name, line):
    """What `x_bar += e` adds to the adjoint of a number."""
    if line is None:
        return "0.0"
    sign = "" if isinstance(line.op, gast.Add) else "-"
    return f"{sign}_fit_{name}({text_of(line.value)})"


def _sum_text(name, line):
    """`x_bar += e` with e summed to the shape of an array x."""
    if isinstance(line.target, gast.Subscript):
        return text_of(line)
    sign = "+" if isinstance(line.op, gast.Add) else "-"
    return f"{name}_bar {sign}= _fit_{name}({text_of(line.value)})"
