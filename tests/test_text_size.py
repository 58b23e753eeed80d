"""The text stays short: lines, allocations in inner loops, what a sweep saves."""

import ast
import functools
import io
import math
import statistics
import tokenize

import gast
import golden_texts
import pytest
from programs_under_test import FOLDER, NAMES, made, program, quiet

import s2sad
from s2sad.derivative import derivative
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Array
from s2sad.specialise.unit import Unit
from s2sad.structures import described
from s2sad.writers.request import Request

# A derivative is at most so many times as long as what it is the derivative of.
FACTOR = 3.0

LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
ALLOCATING = {"array", "arange", "copy", "empty", "full", "linspace", "ones", "zeros"}


def functions(text):
    """The functions at the top of a module."""
    return [n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef)]


def lines(text):
    """Lines of code in the functions of a module, without docstrings and comments."""
    counted = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in LAYOUT:
            counted.update(range(token.start[0], token.end[0] + 1))
    inside = set()
    for function in functions(text):
        inside.update(range(function.lineno, function.end_lineno + 1))
        if ast.get_docstring(function) is not None:
            doc = function.body[0]
            counted.difference_update(range(doc.lineno, doc.end_lineno + 1))
    return len(counted & inside)


def test_lines_are_counted():
    text = '"""Module."""\nimport math\n\n\ndef f(x):\n    """Doc\n    string."""\n'
    text += (
        "    # comment\n    y = (\n        x\n    )\n\n    return y  # z\n\n\nA = 1\n"
    )
    assert lines(text) == 5


@functools.cache
def primal_lines(name):
    return lines((FOLDER / f"{name}.py").read_text())


@functools.cache
def loop_lines(name):
    """Lines of a program as its derivatives begin with it: whole arrays in loops."""
    one = program(name)
    value = derivative(one.function, Request("value"), jit=False)
    return max(lines(quiet(s2sad.source, value, *one.arguments())), primal_lines(name))


@functools.cache
def lines_of(name, mode):
    """Lines of a derivative of the gradient of a program; of the gradient itself."""
    one = program(name)
    function = one.gradient
    if mode != "grad":
        function = derivative(one.gradient, Request(mode, one.argnums), jit=False)
    return lines(quiet(s2sad.source, function, *one.arguments()))


def median_of_ratios(above, below, names=NAMES):
    """The median over programs; a refusal is shown by test_programs, not here."""
    ratios = {}
    for name in names:
        try:
            ratios[name] = above(name) / below(name)
        except Exception:
            ratios[name] = math.inf
    worst = sorted(ratios, key=ratios.get)[-5:]
    found = statistics.median(ratios.values())
    print(f"median {found:.2f}, longest:", {n: round(ratios[n], 1) for n in worst})
    return found


def test_a_reverse_derivative_against_its_program():
    def above(name):
        return lines(golden_texts.kept(name, golden_texts.modes(name)[0]))

    assert median_of_ratios(above, loop_lines) <= FACTOR
    assert median_of_ratios(above, primal_lines) <= FACTOR


def test_a_forward_derivative_against_its_program():
    def above(name):
        return lines(golden_texts.kept(name, golden_texts.modes(name)[1]))

    assert median_of_ratios(above, primal_lines) <= 2.0


@pytest.mark.parametrize("mode", ["jvp", "vjp"])
def test_the_second_order_against_the_first(mode):
    def above(name):
        return lines_of(name, mode)

    # Every fifth program: test_programs writes them all, and this takes as long.
    found = median_of_ratios(above, lambda name: lines_of(name, "grad"), NAMES[::5])
    assert found <= FACTOR


# --- orders ---------------------------------------------------------------------------

TEN_LINES = """
def ten_lines(x):
    y = 0.5 * x
    s = 1.0
    for i in range(4):
        if s > x:
            s = s * math.sin(y)
        else:
            s = s + x * y
        y = y - 0.1 * s * x
    return s * y
"""


def test_order_four_of_a_ten_line_loop():
    function = made(TEN_LINES, "ten_lines", math=math)
    longer = []
    for order in range(1, 5):
        one = s2sad.nth_derivative(function, order, jit=False)
        longer.append(lines(s2sad.source(one, 0.7)))
    growth = [second / first for first, second in zip(longer, longer[1:])]
    assert max(growth) <= FACTOR, f"lines by order: {longer}"


# --- what a loop allocates, and what it saves -----------------------------------------


def innermost_loops(text):
    """The loops that hold no loop."""
    loops = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.For | ast.While)]
    for loop in loops:
        inside = [n for n in ast.walk(loop) if isinstance(n, ast.For | ast.While)]
        if len(inside) == 1:
            yield loop


def allocations(text):
    """The calls in innermost loops that make an array."""
    for loop in innermost_loops(text):
        for node in ast.walk(loop):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr.removesuffix("_like") in ALLOCATING:
                    yield ast.unparse(node)


def makes_arrays(name):
    """Whether innermost loops of a program compute whole arrays, which allocates."""
    one = golden_texts.derivative_in(name, golden_texts.modes(name)[0])
    values = one.bound(program(name).arguments(), {}).items()
    described_values = {key: described(key, value, []) for key, value in values}
    plain, _ = one.of_function(Unit(), described_values)
    return any(map(has_array_in_a_loop, with_callees(plain, [])))


def with_callees(plain, found):
    """A function with all it calls, each once."""
    if all(plain is not other for other in found):
        found.append(plain)
        for callee in plain.callees.values():
            with_callees(callee, found)
    return found


def has_array_in_a_loop(plain):
    """Whether an innermost loop has an operation that gives an array."""
    kinds, loops = plain.call_kinds(), (gast.For, gast.While)
    return any(
        isinstance(node, gast.BinOp | gast.Call)
        and isinstance(kind_or_none(node, kinds), Array)
        for loop in gast.walk(plain.node)
        if isinstance(loop, loops)
        and sum(isinstance(n, loops) for n in gast.walk(loop)) == 1
        for node in gast.walk(loop)
    )


def kind_or_none(node, kinds):
    try:
        return kind_of(node, kinds)
    except NoKind:
        return None


# Calls in their innermost loops write arrays; they are reversed from copies of these.
WRITTEN_BY_CALLS = {"helper_that_writes_views", "nested_function_over_an_array"}


@pytest.mark.parametrize("name", sorted({*NAMES} - WRITTEN_BY_CALLS))
def test_innermost_loops_allocate_nothing(name):
    texts = [golden_texts.kept(name, mode) for mode in golden_texts.modes(name)]
    found = [line for text in texts for line in allocations(text)]
    program_text = (FOLDER / f"{name}.py").read_text()
    assert not found or makes_arrays(name) or list(allocations(program_text)), found


def saved(text):
    """The names of what a forward sweep saves in arrays or lists."""
    names = [
        node.targets[0].id
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and "_saved" in node.targets[0].id
        and is_new(node.value)
    ]
    return sorted(names)


def is_new(value):
    return isinstance(value, ast.List) or ast.unparse(value).startswith("np.empty(")


# Arrays that a reverse sweep needs: one for each carried scalar whose value it reads,
# and for each exp or tanh that the forward sweep runs for their sake.
SAVED = {
    "black_scholes_call": 0,
    "fibonacci_pair": 1,
    "garch_likelihood": 1,
    "gravitational_energy": 0,
    "independent_accumulations": 1,
    "ising_energy": 0,
    "kepler_by_newton": 1,
    "lennard_jones_with_cutoff": 0,
    "logistic_regression_loss": 0,
    "loop_invariant_nonlinear_factor": 1,
    "lotka_volterra_misfit": 2,
    "lstm_cell": 4,
    "monte_carlo_asian_option": 2,
    "pendulum_by_runge_kutta": 2,
    "product_with_zeros": 1,
    "repeated_overwriting_of_a_scalar": 0,
    "sums_of_arrays": 0,
    "update_two_arguments": 1,
    "wave_equation_leapfrog": 1,
    "while_until_large": 1,
}


@pytest.mark.parametrize("name", SAVED)
def test_saved_arrays(name):
    names = saved(golden_texts.kept(name, golden_texts.modes(name)[0]))
    assert len(names) <= SAVED[name], names
