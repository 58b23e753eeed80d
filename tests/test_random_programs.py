"""Random programs: differentiated right, or refused by an S2SADError, never otherwise.

A program is a text drawn from a small grammar of scalar and array statements, loops and
branches. Reverse against forward mode: the inner products agree.
"""

import linecache
import math
import textwrap
from itertools import count

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

import s2sad

SCALARS = ("x", "s", "t", "u")
ARRAYS = ("a", "b", "c")
SIZE = 4
TOLERANCE = 1e-8
_files = count()

one_of = st.sampled_from
NUMBERS = one_of(("0.5", "-1.5", "2.0", "2", "0.0"))
SETTINGS = {
    "max_examples": 40,
    "phases": [Phase.generate],
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}


# --- the grammar ----------------------------------------------------------------------


def indices(counters):
    fixed = ("0", "1", "-1", "n")
    varying = [word for i in counters for word in (i, f"{i} - 1", f"n - {i}")]
    return one_of((*fixed, *varying))


def atoms(counters, arrays):
    elements = st.builds("{}[{}]".format, one_of(ARRAYS), indices(counters))
    choices = [one_of(SCALARS), NUMBERS]
    if counters:
        choices.append(one_of(counters))
    return st.one_of(*choices, *([elements] if arrays else []))


def numbers(counters, arrays):
    """Expressions of a number; their values and slopes stay moderate."""
    forms = (
        "({} + {})",
        "({} - {})",
        "({} * {})",
        "({} / (1.0 + {} ** 2))",
        "min({}, {})",
        "max({}, {})",
        "np.sin({} * {})",
        "math.tanh({} - {})",
        "np.sqrt(2.0 + np.cos({} + {}))",
        "np.exp(-abs({} - {}))",
        "({} if {} > 0.3 else -0.5)",
    )
    pair = atoms(counters, arrays)
    once = st.builds(str.format, one_of(forms), pair, pair)
    twice = st.builds(str.format, one_of(forms), once, pair)
    whole = ["np.sum({0} * {1})", "np.dot({0}, {1})", "np.max({0} - {1})"]
    sums = st.builds(str.format, one_of(whole), one_of(ARRAYS), one_of(ARRAYS))
    return st.one_of(pair, once, twice, *([sums] if arrays else []))


def array_values(counters):
    forms = (
        "{0} * {1}",
        "{0} + {2}",
        "np.sin({0}) - {1}",
        "{0} / (2.0 + {1} * {1})",
        "{0}.copy()",
        "{0}[::-1] * {2}",
        "np.where({0} > 0.3, {1}, {2})",
        "np.abs({0}) + {2}",
        "{0}",
    )
    number = numbers(counters, arrays=False)
    names = one_of(ARRAYS)
    return st.builds(str.format, one_of(forms), names, names, number)


def conditions(counters, arrays):
    value = atoms(counters, arrays)
    return st.builds("{} {} {}".format, value, one_of((">", "<=", "<")), value)


def simple(counters, arrays):
    """A statement of one line."""
    value = numbers(counters, arrays)
    target = one_of(SCALARS[1:])
    operators = one_of(("=", "+=", "-=", "*=", "="))
    # of two names: CPython 3.11.2 gives one that stands there twice the first value
    names = st.permutations(SCALARS[1:])
    found = [
        st.builds("{} {} {}".format, target, operators, value),
        st.builds("{0[0]}, {0[1]} = {0[1]}, {1}".format, names, value),
    ]
    if arrays:
        element = st.builds("{}[{}]".format, one_of("bc"), indices(counters))
        found += [
            st.builds("{} {} {}".format, element, operators, value),
            st.builds("{} = {}".format, one_of("bc"), array_values(counters)),
            st.builds("{} {} {}".format, one_of("bc"), one_of(("+=", "*=")), value),
            st.builds("{}[1:3] {} {}".format, one_of("bc"), operators, value),
        ]
    return st.one_of(*found)


@st.composite
def blocks(draw, depth, counters=(), arrays=False):
    """A few statements, nested to a depth."""
    lines = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(one_of(("line", "line", "if", "for", "while"))) if depth else "line"
        make = {"line": line, "if": branch, "for": loop, "while": counted}[kind]
        lines += make(draw, depth, counters, arrays)
    return lines


def indented(lines):
    return textwrap.indent("\n".join(lines), "    ").split("\n")


def line(draw, depth, counters, arrays):
    return [draw(simple(counters, arrays))]


def branch(draw, depth, counters, arrays):
    lines = [f"if {draw(conditions(counters, arrays))}:"]
    lines += indented(draw(blocks(depth - 1, counters, arrays)))
    if counters and draw(st.booleans()):
        lines.append("    " + draw(one_of(("break", "continue"))))
    if draw(st.booleans()):
        lines += ["else:", *indented(draw(blocks(depth - 1, counters, arrays)))]
    return lines


def loop(draw, depth, counters, arrays):
    counter = "ij"[min(len(counters), 1)]
    bounds, first = draw(one_of(BOUNDS))
    body = draw(blocks(depth - 1, (*counters, counter), arrays))
    start, end = draw(carried(f"{counter} == {first}", counter, counters, arrays))
    return [f"for {counter} in {bounds}:", *indented([*start, *body, *end])]


BOUNDS = (("range(n)", 0), ("range(1, 3)", 1), ("range(2, -1, -1)", 2), ("range(0)", 0))


@st.composite
def carried(draw, is_first, counter, counters, arrays):
    """(lines at the start, at the end of a trip): what one leaves to the next."""
    number, name = draw(numbers(counters, arrays)), f"p_{counter}"
    begun = [f"if {is_first}:", f"    {name} = {number}", "else:"]
    choices = [
        ([], []),
        ([*begun, f"    {name} = {name} * 0.5 + s", f"t += {name} * u"], []),
        ([f"if not {is_first}:", f"    s += {name} * 0.3"], [f"{name} = {number}"]),
    ]
    if arrays:
        array, name = draw(array_values(counters)), f"d_{counter}"
        begun = [f"if {is_first}:", f"    {name} = {array}", "else:"]
        choices += [
            ([*begun, f"    {name} = {name} * 0.5 + b", f"t += {name}[1] * u"], []),
            ([f"if not {is_first}:", f"    b = b + {name}"], [f"{name} = {array}"]),
            ([f"{name} = {array}", f"b, {name} = {name}, b"], [f"s += {name}[0]"]),
        ]
    return draw(one_of(choices))


def counted(draw, depth, counters, arrays):
    """A while loop, kept finite by a counter of its own."""
    trips = f"trips_{len(counters)}_{depth}"
    test = draw(conditions(counters, arrays))
    body = draw(blocks(depth - 1, (), arrays))
    lines = [f"while {trips} < 3 and {test}:", f"    {trips} += 1", *indented(body)]
    return [f"{trips} = 0", *lines]


@st.composite
def programs(draw, arrays):
    lines = ["s = x * 1.5", "t = 0.5", "u = a[0] * x"]
    lines += ["b = a.copy()", "c = a * x"] if arrays else []
    lines += draw(blocks(2, (), arrays))
    result = "s + t * u" + (" + np.sum(b) * c[1]" if arrays else "")
    lines = indented([*lines, f"return {result}"])
    return "\n".join(["def f(x, a, n):", *lines]) + "\n"


# --- the check ------------------------------------------------------------------------


def function(text):
    """The function f of a program, its text where s2sad finds it."""
    file = f"<random program {next(_files)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = {"np": np, "math": math}
    exec(compile(text, file, "exec"), names)
    return names["f"]


def derivatives(f, x, a):
    """(values of f in three modes, both inner products)."""
    x_dot, a_dot = 0.7, np.array([0.3, -1.1, 0.4, 0.9])
    seeds = (x_dot, a_dot, 0)
    forward, slope = s2sad.jvp(f, (x, a.copy(), 3), seeds, jit=False)
    value, pullback = s2sad.vjp(f, x, a.copy(), 3, jit=False)
    x_bar, a_bar, *_ = pullback(1.0)
    both = s2sad.value_and_grad(f, argnums=(0, 1), jit=False)
    both, (x_bar2, a_bar2) = both(x, a.copy(), 3)
    along = x_bar * x_dot + np.dot(a_bar, a_dot)
    along2 = x_bar2 * x_dot + np.dot(a_bar2, a_dot)
    return (value, forward, both), (slope, along, along2)


def checked(text):
    f, x, a = function(text), 0.8, np.array([0.6, -0.4, 1.2, 0.9])
    try:
        with np.errstate(all="ignore"):
            expected = f(x, a.copy(), 3)
    except (ArithmeticError, ValueError, NameError):
        assume(False)
    assume(math.isfinite(expected) and abs(expected) < 1e6)
    try:
        values, slopes = derivatives(f, x, a)
    except s2sad.S2SADError:
        return
    except Exception as error:
        raise AssertionError(f"{type(error).__name__}: {error} from\n{text}") from None
    assert all(np.shape(s) == () for s in slopes), f"a slope is an array of\n{text}"
    scale = max(1.0, *map(abs, slopes))
    close = max(slopes) - min(slopes) <= TOLERANCE * scale
    close = close and np.allclose(values, expected, rtol=1e-12, atol=1e-12)
    assert close, f"values {values}, not {expected}; slopes {slopes} of\n{text}"


@pytest.mark.parametrize("arrays", [False, True], ids=["scalars", "arrays"])
def test_a_random_program_is_differentiated_or_refused(arrays):
    settings(**SETTINGS)(given(programs(arrays))(checked))()
