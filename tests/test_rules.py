"""Every rule proves itself: a rule cannot exist untested.

Rules are found by reading s2sad/rules/*.py, and their lines are evaluated as they
stand, once for each spelling of the function, without the compiler: the tangent
against mpmath, the adjoint against the tangent, the convention at every kink
against the table KINKS.
"""

import ast
import builtins
import copy
import itertools
import math
import random
import runpy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace

import mpmath
import numba
import numpy as np
import pytest

RULES = Path(__file__).parents[1] / "s2sad" / "rules"
MODULES = ("math", "numpy", "builtin")
NAMESPACES = {"math": vars(math), "numpy": vars(np), "builtin": vars(builtins)}
OPERATOR = "operator"
POINTS = 24
TOLERANCE = 1e-9
# What rounding to float32 leaves of a difference quotient: its epsilon over the step.
SINGLE = 5e-4
INF, NAN = math.inf, math.nan

ARRAY_SHAPES = {"VECTOR": (3,), "MATRIX": (3, 3), "ARRAY": (3, 3), "ARRAYS": (4,)}
# A module of tools, not of rules, is not run: it may import what is above the rules.
RULE_MODULES = {
    path.stem: runpy.run_path(str(path))
    for path in sorted(RULES.glob("*.py"))
    if "\n    z = " in path.read_text()
}
OF_NUMBERS = runpy.run_path(str(RULES / "spellings.py"))["SPELLINGS"]
SPELLINGS = {**RULE_MODULES["arrays"]["SPELLINGS"], **OF_NUMBERS}
# The modules of functions of numbers: the names of their rules are unique.
OWN_MODULES = {"exponential", "trigonometric", "piecewise", "rounding", "special"}
INACTIVE = RULE_MODULES["rounding"]["INACTIVE"]


# --- reading the rules ---------------------------------------------------------------


def _sets(line, name):
    """Whether a line of a rule is an assignment to this name."""
    return isinstance(line, ast.Assign) and line.targets[0].id == name


@dataclass(frozen=True)
class Rule:
    """One function of a rules module, and the module's names."""

    tree: ast.FunctionDef
    module: str
    names: dict

    @property
    def name(self):
        return self.tree.name

    @property
    def lines(self):
        return self.tree.body[1:] if self.doc else self.tree.body

    @property
    def doc(self):
        return ast.get_docstring(self.tree)

    @property
    def pattern(self):
        return self.lines[0].value

    @property
    def callee(self):
        call = self.pattern
        is_bare = isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        return call.func.id if is_bare else None

    @property
    def params(self):
        return [a.arg for a in self.tree.args.args]

    @cached_property
    def tangent(self):
        """The expression of the `z_dot` line; None when the rule is inactive."""
        found = [s.value for s in self.lines[1:] if _sets(s, "z_dot")]
        return found[0] if found else None

    @cached_property
    def shares(self):
        """{name: value} of what several adjoint lines read."""
        made = [s for s in self.lines[1:] if isinstance(s, ast.Assign)]
        return {s.targets[0].id: s.value for s in made if not _sets(s, "z_dot")}

    @cached_property
    def adjoint(self):
        """{parameter: the line that adds to its bar}."""
        found = {}
        for line in self.lines[1:]:
            if isinstance(line, ast.AugAssign):
                subscripted = isinstance(line.target, ast.Subscript)
                place = line.target.value if subscripted else line.target
                found[place.id.removesuffix("_bar")] = line
        return found

    @property
    def spellings(self):
        """The modules the pattern's function has a name in."""
        if self.callee is None:
            return [OPERATOR]
        names = SPELLINGS.get(self.callee, ())
        found = [m for m, name in zip(MODULES, names, strict=False) if name]
        return [m for m in found if m != "math" or not self.has_complex]

    def is_scalar_only(self):
        return any(
            isinstance(n, ast.IfExp | ast.BoolOp)
            for s in self.lines
            for n in ast.walk(s)
        )

    def note(self, param):
        """The annotation of a parameter, as text."""
        notes = {a.arg: a.annotation for a in self.tree.args.args}
        note = notes[param]
        assert note is not None, f"{self.module}.{self}: {param} needs a domain"
        return note.value if isinstance(note, ast.Constant) else ast.unparse(note)

    def is_of_arrays(self):
        """Whether a parameter is annotated with a rank, "VECTOR", not a domain."""
        notes = [a.annotation for a in self.tree.args.args]
        return any(isinstance(note, ast.Constant) for note in notes)

    @property
    def is_holomorphic(self):
        """Whether the rule says that it holds for complex numbers as it stands."""
        note = self.tree.returns
        return note is not None and ast.unparse(note) == "HOLOMORPHIC"

    @property
    def has_complex(self):
        """Whether the rule has parameters that are complex."""
        return "COMPLEX" in map(self.note, self.params)

    def is_of_reals(self):
        """Whether the rule is tried with real numbers, and gives such."""
        return self.module != "complex_numbers" and not self.has_complex

    def is_constant(self, param):
        """Whether a parameter has no derivative: an integer, a literal, an axis."""
        return self.note(param) in ("INTEGER", "LITERAL", "AXIS", "SIZE", "SHAPE")

    def siblings(self):
        """The free names of all lines: called functions and constants."""
        known = {"z", "z_dot", "z_bar", "math", "np"}
        known |= {p + s for p in self.params for s in ("", "_dot", "_bar")}
        known |= self.shares.keys()
        return {n for line in self.lines for n in free_names(line)} - known

    def __repr__(self):
        return self.name


def free_names(tree):
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}


def is_rule(node):
    """Whether the first statement under the docstring is `z = ...`."""
    if not isinstance(node, ast.FunctionDef):
        return False
    body = node.body[1:] if ast.get_docstring(node) else node.body
    first = body[0] if body else None
    return isinstance(first, ast.Assign) and ast.unparse(first.targets[0]) == "z"


def discover():
    for stem, names in RULE_MODULES.items():
        for node in ast.parse((RULES / f"{stem}.py").read_text()).body:
            if is_rule(node):
                yield Rule(node, stem, names)


ALL = list(discover())
SPELLED = [(rule, module) for rule in ALL for module in rule.spellings]
ACTIVE = [(rule, module) for rule, module in SPELLED if rule.tangent is not None]
OF_REALS = [(rule, module) for rule, module in ACTIVE if rule.is_of_reals()]
ELEMENTWISE = [(rule, module) for rule, module in OF_REALS if not rule.is_of_arrays()]
OF_ARRAYS = [(rule, module) for rule, module in OF_REALS if rule.is_of_arrays()]
OF_COMPLEX = [
    (rule, module)
    for rule, module in ACTIVE
    if module != "math" and (rule.is_holomorphic or not rule.is_of_reals())
]
ON_ARRAYS = [
    (rule, module)
    for rule, module in ELEMENTWISE
    if module in ("numpy", OPERATOR) and not rule.is_scalar_only()
]


def per_rule(rules):
    return pytest.mark.parametrize("rule", rules, ids=lambda r: f"{r.module}.{r}")


def per_spelling(pairs):
    ids = [f"{rule.module}.{rule}-{module}" for rule, module in pairs]
    return pytest.mark.parametrize(("rule", "module"), pairs, ids=ids)


# --- evaluating their lines ----------------------------------------------------------


def spelled(name, rule, module):
    """The object a free name of a rule means beside this spelling."""
    if callable(rule.names.get(name)) and name not in {r.name for r in ALL}:
        return rule.names[name]
    wanted = ("numpy", "math", "builtin") if module == OPERATOR else (module,)
    for each in wanted:
        spelling = SPELLINGS[name][MODULES.index(each)]
        if spelling:
            return NAMESPACES[each][spelling]
    raise KeyError(f"{name} has no spelling in {module}, but {rule} has one")


def space_for(tree, rule, module, values):
    """What the names of a line mean; z is computed only where it is read."""
    names = free_names(tree)
    space = {n: spelled(n, rule, module) for n in names & rule.siblings()}
    space |= values | {"np": np, "math": math}
    if "z" in names:
        space["z"] = evaluate(rule.pattern, rule, module, values)
    return space


def evaluate(expression, rule, module, values):
    tree = ast.fix_missing_locations(ast.Expression(expression))
    space = space_for(expression, rule, module, values)
    return eval(compile(tree, repr(rule), "eval"), space)


def literals(rule, values):
    found = {p: values[p] for p in rule.params if rule.note(p) == "LITERAL"}
    return {p: v if isinstance(v, int) else float(v) for p, v in found.items()}


class Fold(ast.NodeTransformer):
    """Put constants for names and take what is zero out of a line, structurally."""

    def __init__(self, constants):
        self.constants = constants

    def visit_Name(self, node):
        known = node.id in self.constants
        return ast.Constant(self.constants[node.id]) if known else node

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return node.operand if is_zero(node.operand) else node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        left, right = is_zero(node.left), is_zero(node.right)
        if (isinstance(node.op, ast.Mult) and (left or right)) or (
            isinstance(node.op, ast.Div) and left
        ):
            return ast.Constant(0)
        if isinstance(node.op, ast.Add | ast.Sub) and right:
            return node.left
        if isinstance(node.op, ast.Add) and left:
            return node.right
        if isinstance(node.op, ast.Sub) and left:
            return ast.UnaryOp(ast.USub(), node.right)
        return node


class Shared(ast.NodeTransformer):
    """Writes out what several lines of a rule read."""

    def __init__(self, shares):
        self.shares = shares

    def visit_Name(self, node):
        return copy.deepcopy(self.shares.get(node.id, node))


def is_zero(node):
    return isinstance(node, ast.Constant) and node.value == 0


def tangent_of(rule, module, values, active):
    """The tangent with only the arguments `active` active."""
    zeros = {p + "_dot": 0 for p in rule.params if p not in active}
    text = ast.parse(ast.unparse(rule.tangent), mode="eval").body
    folded = Fold(zeros | literals(rule, values)).visit(text)
    return evaluate(folded, rule, module, values)


def bar_of(rule, module, values, param):
    """What the adjoint line of an argument makes of a bar of zeros."""
    line = ast.parse(ast.unparse(rule.adjoint[param])).body[0]
    line = Shared(rule.shares).visit(line)
    line.value = Fold(literals(rule, values)).visit(line.value)
    bar = param + "_bar"
    zeros = {bar: np.zeros(np.shape(values[param]))[()]}
    space = space_for(line.value, rule, module, values) | zeros
    space |= {n: spelled(n, rule, module) for n in free_names(line) & rule.siblings()}
    tree = ast.fix_missing_locations(ast.Module([line], []))
    exec(compile(tree, repr(rule), "exec"), space)
    return space[bar]


def bars_of(rule, module, values):
    return {p: bar_of(rule, module, values, p) for p in rule.adjoint}


# --- drawing points ------------------------------------------------------------------


def domain(rule, param):
    """The values of a constant, or intervals."""
    note = rule.note(param)
    if note == "AXIS":
        return (0, 1)
    value = eval(note, dict(rule.names))
    if rule.is_constant(param):
        is_divisor = isinstance(getattr(rule.pattern, "op", None), ast.Div)
        return tuple(v for v in value if v or not is_divisor)
    return value if isinstance(value[0], tuple) else (value,)


def draw(rule, param, random_):
    where = random_.choice(domain(rule, param))
    return where if rule.is_constant(param) else np.float64(random_.uniform(*where))


def draw_array(rule, param, random_, shape):
    if rule.is_constant(param):
        return draw(rule, param, random_)
    entries = [draw(rule, param, random_) for _ in range(math.prod(shape))]
    return np.array(entries).reshape(shape)


def points(rule):
    """A fixed sample of the domain."""
    random_ = random.Random(f"{rule.module}.{rule}")
    return [{p: draw(rule, p, random_) for p in rule.params} for _ in range(POINTS)]


def with_dots(rule, values, random_):
    """The values, and random directions and a random seed of their shape."""
    shape = np.broadcast_shapes(*(np.shape(v) for v in values.values()))
    some = np.array([random_.uniform(0.5, 2.0) for _ in range(math.prod(shape))])
    full = {}
    for k, p in enumerate(p for p in rule.params if not rule.is_constant(p)):
        full[p + "_dot"] = (some * (-1.3) ** k).reshape(shape)[()]
    full["z_bar"] = (some[::-1] - 2.5).reshape(shape)[()]
    return values | full


# --- what the derivative should be ---------------------------------------------------


def mp_fmod(x, y):
    return x - y * mp_trunc(x / y)


def mp_trunc(x):
    return mpmath.floor(x) if x > 0 else mpmath.ceil(x)


def mp_round(x, digits=0):
    return mpmath.nint(x * mpmath.mpf(10) ** digits) / mpmath.mpf(10) ** digits


def mp_copysign(x, y):
    return abs(x) if y > 0 else -abs(x)


ORACLE = {
    "arcsin": mpmath.asin,
    "arccos": mpmath.acos,
    "arctan": mpmath.atan,
    "arctan2": mpmath.atan2,
    "arcsinh": mpmath.asinh,
    "arccosh": mpmath.acosh,
    "arctanh": mpmath.atanh,
    "exp2": lambda x: mpmath.mpf(2) ** x,
    "log2": lambda x: mpmath.log(x, 2),
    "logaddexp": lambda x, y: mpmath.log(mpmath.exp(x) + mpmath.exp(y)),
    "logaddexp2": lambda x, y: mpmath.log(mpmath.power(2, x) + mpmath.power(2, y), 2),
    "cbrt": lambda x: mp_copysign(mpmath.cbrt(abs(x)), x),
    "lgamma": lambda x: mpmath.log(abs(mpmath.gamma(x))),
    "log_base": mpmath.log,
    "pow": mpmath.power,
    "square": lambda x: x * x,
    "reciprocal": lambda x: 1 / x,
    "negative": lambda x: -x,
    "positive": lambda x: x,
    "deg2rad": mpmath.radians,
    "rad2deg": mpmath.degrees,
    "abs": abs,
    "absolute": abs,
    "fabs": abs,
    "fmod": mp_fmod,
    "copysign": mp_copysign,
    "nextafter": lambda x, y: x,
    "max": max,
    "min": min,
    "maximum": max,
    "minimum": min,
    "fmax": max,
    "fmin": min,
    "trunc": mp_trunc,
    "rint": mp_round,
    "round": mp_round,
    "around": mp_round,
}


def exact_partial(rule, values, param):
    """The derivative of the pattern by one argument, in 60 digits."""
    with mpmath.workdps(60):
        h = mpmath.mpf(10) ** -20
        exact = {
            p: v if rule.is_constant(p) else mpmath.mpf(v) for p, v in values.items()
        }
        names = {n: oracle(n) for n in free_names(rule.pattern) - set(rule.params)}
        code = compile(ast.Expression(rule.pattern), repr(rule), "eval")
        up = eval(code, names | exact | {param: exact[param] + h})
        down = eval(code, names | exact | {param: exact[param] - h})
        return float((up - down) / (2 * h))


def oracle(name):
    found = ORACLE.get(name) or getattr(mpmath, name, None)
    assert found, f"{name} is unknown to mpmath: add it to ORACLE"
    return found


def close(a, b, scale=0.0):
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), scale)


# --- the tests -----------------------------------------------------------------------


def test_rules_are_found():
    assert len(ALL) >= 60
    assert {rule.module for rule in ALL} >= OWN_MODULES


@per_rule(ALL)
def test_form(rule):
    """A pattern, then nothing or one tangent and a bar line for each of its dots."""
    assert all(rule.note(param) for param in rule.params)
    assert rule.spellings, f"{rule.callee} has no spelling"
    if rule.tangent is None:
        assert len(rule.lines) == 1
        return
    assert ast.unparse(rule.lines[1]).startswith("z_dot = ")
    lines = rule.lines[2 + len(rule.shares) :]
    assert all(isinstance(line, ast.AugAssign) for line in lines)
    assert len(rule.adjoint) == len(lines)
    dots = {n for n in free_names(rule.tangent) if n.endswith("_dot")}
    assert dots == {p + "_dot" for p in rule.adjoint}
    assert not any(rule.is_constant(p) for p in rule.adjoint)
    for bar in rule.adjoint.values():
        line = Shared(rule.shares).visit(copy.deepcopy(bar))
        names = [n.id for n in ast.walk(line) if isinstance(n, ast.Name)]
        assert names.count("z_bar") == 1


@per_spelling(SPELLED)
def test_every_name_has_a_spelling(rule, module):
    for name in rule.siblings():
        spelled(name, rule, module)


@pytest.mark.parametrize("name", sorted(SPELLINGS))
def test_spellings_exist(name):
    assert len(SPELLINGS[name]) == len(MODULES)
    assert any(SPELLINGS[name])
    for module, spelling in zip(MODULES, SPELLINGS[name], strict=True):
        assert spelling is None or spelling in NAMESPACES[module]


@pytest.mark.parametrize("name", INACTIVE)
def test_inactive_functions_have_no_rule(name):
    assert name in SPELLINGS
    assert name not in {rule.callee for rule in ALL}


def test_every_spelling_leads_somewhere():
    """Each function that can be spelled has a rule, or is known to be inactive."""
    served = {rule.callee for rule in ALL} | {rule.name for rule in ALL} | set(INACTIVE)
    assert set(OF_NUMBERS) - served <= {
        "pi",
        "nan",
        "where",
    }


@per_spelling(ELEMENTWISE)
def test_tangent_is_the_derivative(rule, module):
    for at in points(rule):
        values = with_dots(rule, at, random.Random(0))
        expected = {
            p: exact_partial(rule, at, p) * values[p + "_dot"]
            for p in rule.params
            if not rule.is_constant(p)
        }
        scale = sum(map(abs, expected.values()))
        whole = tangent_of(rule, module, values, rule.params)
        assert close(whole, sum(expected.values()), scale), at
        for p, part in expected.items():
            assert close(tangent_of(rule, module, values, [p]), part, scale), (p, at)


@per_spelling(ELEMENTWISE)
def test_adjoint_is_the_transpose(rule, module):
    for at in points(rule):
        values = with_dots(rule, at, random.Random(1))
        bars = bars_of(rule, module, values)
        terms = [bar * values[p + "_dot"] for p, bar in bars.items()]
        scale = sum(map(abs, terms))
        dot = tangent_of(rule, module, values, rule.params)
        assert abs(sum(terms) - values["z_bar"] * dot) <= 1e-12 * scale, at
        for (p, bar), term in zip(bars.items(), terms, strict=True):
            dot = tangent_of(rule, module, values, [p])
            assert abs(term - values["z_bar"] * dot) <= 1e-12 * scale, (p, bar, at)


@pytest.mark.parametrize("shape", [(7,), (3, 5)], ids=["rank1", "rank2"])
@per_spelling(ON_ARRAYS)
def test_arrays_are_served_like_scalars(rule, module, shape):
    random_ = random.Random(f"{rule}{shape}")
    at = {p: draw_array(rule, p, random_, shape) for p in rule.params}
    values = with_dots(rule, at, random_)
    whole = {"z_dot": tangent_of(rule, module, values, rule.params)}
    whole |= bars_of(rule, module, values)
    for index in itertools.product(*map(range, shape)):
        here = {n: v[index] if np.ndim(v) else v for n, v in values.items()}
        alone = {"z_dot": tangent_of(rule, module, here, rule.params)}
        alone |= bars_of(rule, module, here)
        for name, value in alone.items():
            full = np.broadcast_to(whole[name], shape)[index]
            np.testing.assert_allclose(full, value, rtol=1e-14, atol=0.0)


def draw_for_rank(rule, param, random_):
    """An argument of a rule of arrays, away from every kink."""
    note = rule.note(param)
    if rule.is_constant(param):
        return draw(rule, param, random_)
    if note == "ANYTHING" and param not in rule.adjoint:
        return random_.random() < 0.5
    shape = ARRAY_SHAPES[note] if note != "ANYTHING" else ()
    return random_array(shape, random_)


def random_array(shape, random_):
    """Entries in (0.3, 3), none close to another."""
    n = math.prod(shape)
    places = random_.sample(range(n), n)
    entries = [0.3 + 2.7 * (k + random_.uniform(0.2, 0.8)) / n for k in places]
    return np.array(entries).reshape(shape)[()]


def difference(f, h=1e-3):
    """f'(0) to order 8."""
    weights = (4 / 5, -1 / 5, 4 / 105, -1 / 280)
    steps = enumerate(weights, 1)
    return sum(w * (f(k * h) - f(-k * h)) for k, w in steps) / h


@per_spelling(OF_ARRAYS)
def test_rules_of_arrays(rule, module):
    """The tangent against differences, and the adjoint against the tangent."""
    random_ = random.Random(f"{rule.module}.{rule}")
    for _ in range(POINTS):
        at = {p: draw_for_rank(rule, p, random_) for p in rule.params}
        for p in rule.adjoint:
            dot = random_array(np.shape(at[p]), random_)
            values = at | {q + "_dot": 0.0 * at[q] for q in rule.adjoint}
            values[p + "_dot"] = dot
            tangent = tangent_of(rule, module, values, rule.params)

            def moved(t, p=p, dot=dot, at=at):
                return evaluate(rule.pattern, rule, module, at | {p: at[p] + t * dot})

            is_single = np.asarray(tangent).dtype == np.float32
            rtol, exact = (SINGLE, SINGLE) if is_single else (TOLERANCE, 1e-12)
            np.testing.assert_allclose(tangent, difference(moved), rtol=rtol)
            values["z_bar"] = random_array(np.shape(moved(0.0)), random_)
            bar = bar_of(rule, module, values, p)
            forward = np.sum(values["z_bar"] * tangent)
            assert abs(np.sum(bar * dot) - forward) <= exact * abs(forward)


def draw_complex(rule, param, random_):
    """An argument of a rule that holds for complex numbers; some are real."""
    note = rule.note(param)
    if rule.is_constant(param):
        return draw(rule, param, random_)
    if note == "COMPLEX":
        low, high = rule.names["COMPLEX"]
        real = random_.uniform(low.real, high.real)
        return np.complex128(real + 1j * random_.uniform(low.imag, high.imag))
    if note == "ANYTHING" and param not in rule.adjoint:
        return random_.random() < 0.5
    if note in ARRAY_SHAPES or note == "ANYTHING":
        value = random_array(ARRAY_SHAPES.get(note, ()), random_)
        some = np.array(random_array(np.shape(value), random_))
        is_complex = rule.is_holomorphic or random_.random() < 0.5
        return value + 1j * some[()] if is_complex else value
    real = draw(rule, param, random_)
    if not rule.is_holomorphic:
        return real
    return np.complex128(real + 1j * random_.uniform(*rule.names["HOLOMORPHIC"]))


def direction(value, random_):
    """A change of a number or array, complex where that is complex."""
    change = random_array(np.shape(value), random_)
    if np.iscomplexobj(value):
        return change * (0.8 - 0.6j)
    return change


@per_spelling(OF_COMPLEX)
def test_rules_hold_for_complex_numbers(rule, module):
    """The tangent against differences; the adjoint is its transpose, over the reals."""
    random_ = random.Random(f"{rule.module}.{rule}")
    for _ in range(POINTS):
        at = {p: draw_complex(rule, p, random_) for p in rule.params}
        for p in rule.adjoint:
            dot = direction(at[p], random_)
            values = at | {q + "_dot": 0.0 * at[q] for q in rule.adjoint}
            values[p + "_dot"] = dot
            tangent = tangent_of(rule, module, values, rule.params)

            def moved(t, p=p, dot=dot, at=at):
                return evaluate(rule.pattern, rule, module, at | {p: at[p] + t * dot})

            expected = difference(moved)
            np.testing.assert_allclose(tangent, expected, rtol=1e-8, atol=1e-10)
            values["z_bar"] = direction(moved(0.0), random_)
            bar = complex_bar_of(rule, module, values, p)
            forward = np.sum(values["z_bar"] * tangent)
            gap = np.sum(bar * dot) - forward
            assert abs(np.real(gap)) <= 1e-12 * max(1.0, abs(forward)), at


def complex_bar_of(rule, module, values, param):
    """What an adjoint line adds, before the real part is taken for a real argument."""
    line = ast.parse(ast.unparse(rule.adjoint[param])).body[0]
    line = Shared(rule.shares).visit(line)
    line.value = Fold(literals(rule, values)).visit(line.value)
    space = space_for(line.value, rule, module, values)
    space[param + "_bar"] = np.zeros(np.shape(values[param]), complex)[()]
    tree = ast.fix_missing_locations(ast.Module([line], []))
    exec(compile(tree, repr(rule), "exec"), space)
    return space[param + "_bar"]


@per_spelling([(r, m) for r, m in SPELLED if r.tangent is None])
def test_a_rule_without_lines_has_derivative_zero(rule, module):
    for at in points(rule):
        evaluate(rule.pattern, rule, module, at)
        for p in rule.params:
            assert rule.is_constant(p) or exact_partial(rule, at, p) == 0.0, at


# Rule (module.rule outside the modules of functions of numbers), point, derivative by
# each argument. Every rule with a docstring, which states a convention, has a row.
KINKS = [
    ("log", (0.0,), (INF,)),
    ("log1p", (-1.0,), (INF,)),
    ("log2", (0.0,), (INF,)),
    ("log10", (0.0,), (INF,)),
    ("sqrt", (0.0,), (INF,)),
    ("cbrt", (0.0,), (INF,)),
    ("hypot", (0.0, 0.0), (NAN, NAN)),
    ("hypot", (0.0, -2.0), (0.0, -1.0)),
    ("pow", (0.0, 0.0), (0.0, 0.0)),
    ("pow", (0.0, 2.0), (0.0, 0.0)),
    ("pow", (0.0, 1.0), (1.0, 0.0)),
    ("pow", (0.0, 0.5), (INF, 0.0)),
    ("pow", (-2.0, 3.0), (12.0, NAN)),
    ("power", (0.0, 0.0), (0.0, 0.0)),
    ("power", (0.0, 2.0), (0.0, 0.0)),
    ("power", (0.0, 1.0), (1.0, 0.0)),
    ("power", (0.0, 0.5), (INF, 0.0)),
    ("power", (-2.0, 3.0), (12.0, NAN)),
    ("arcsin", (1.0,), (INF,)),
    ("arcsin", (-1.0,), (INF,)),
    ("arccos", (1.0,), (-INF,)),
    ("arccos", (-1.0,), (-INF,)),
    ("arctan2", (0.0, 0.0), (NAN, NAN)),
    ("arctan2", (0.0, -2.0), (-0.5, 0.0)),
    ("arccosh", (1.0,), (INF,)),
    ("arctanh", (1.0,), (INF,)),
    ("arctanh", (-1.0,), (INF,)),
    ("abs", (0.0,), (0.0,)),
    ("abs", (-0.0,), (0.0,)),
    ("absolute", (0.0,), (0.0,)),
    ("absolute", (-0.0,), (0.0,)),
    ("fabs", (0.0,), (0.0,)),
    ("fabs", (-0.0,), (0.0,)),
    ("copysign", (2.0, 0.0), (1.0, 0.0)),
    ("copysign", (-2.0, 0.0), (-1.0, 0.0)),
    ("copysign", (-2.0, -0.0), (1.0, 0.0)),
    ("copysign", (0.0, -3.0), (-1.0, 0.0)),
    ("nextafter", (1.0, 1.0), (1.0, 0.0)),
    ("fmod", (6.0, 2.0), (1.0, -3.0)),
    ("fmod", (-6.0, 2.0), (1.0, 3.0)),
    ("max", (1.5, 1.5), (1.0, 0.0)),
    ("min", (1.5, 1.5), (1.0, 0.0)),
    ("maximum", (1.5, 1.5), (1.0, 0.0)),
    ("minimum", (1.5, 1.5), (1.0, 0.0)),
    ("fmax", (1.5, 1.5), (1.0, 0.0)),
    ("fmax", (NAN, 1.5), (0.0, 1.0)),
    ("fmax", (1.5, NAN), (1.0, 0.0)),
    ("fmin", (1.5, 1.5), (1.0, 0.0)),
    ("fmin", (NAN, 1.5), (0.0, 1.0)),
    ("fmin", (1.5, NAN), (1.0, 0.0)),
    ("floor", (2.0,), (0.0,)),
    ("ceil", (2.0,), (0.0,)),
    ("trunc", (2.0,), (0.0,)),
    ("rint", (2.5,), (0.0,)),
    ("round", (2.5,), (0.0,)),
    ("round_digits", (0.25, 1), (0.0, 0.0)),
    ("around", (2.5,), (0.0,)),
    ("around_digits", (0.25, 1), (0.0, 0.0)),
    ("sign", (0.0,), (0.0,)),
    ("arithmetic.divide", (1.0, 0.0), (INF, -INF)),
    ("arithmetic.divide", (0.0, 0.0), (INF, NAN)),
    ("arithmetic.remainder", (6.0, 2.0), (1.0, -3.0)),
    ("arithmetic.remainder", (-6.0, 2.0), (1.0, 3.0)),
    ("arithmetic.floor_divide", (6.0, 2.0), (0.0, 0.0)),
    ("arithmetic.power_literal", (0.0, 0), (0.0, 0.0)),
    ("arithmetic.power_literal", (0.0, 1), (1.0, 0.0)),
    ("arithmetic.power_literal", (0.0, 2), (0.0, 0.0)),
    ("arithmetic.power_literal", (0.0, 0.5), (INF, 0.0)),
    ("arithmetic.power_integer", (0.0, 0), (0.0, 0.0)),
    ("arithmetic.power_integer", (0.0, 1), (1.0, 0.0)),
    ("arithmetic.power_integer", (0.0, 2), (0.0, 0.0)),
    ("arithmetic.power_integer", (-2.0, 3), (12.0, 0.0)),
    ("arithmetic.power", (0.0, 0.0), (0.0, 0.0)),
    ("arithmetic.power", (0.0, 2.0), (0.0, 0.0)),
    ("arithmetic.power", (0.0, 1.0), (1.0, 0.0)),
    ("arithmetic.power", (0.0, 0.5), (INF, 0.0)),
    ("arithmetic.power", (-2.0, 3.0), (12.0, NAN)),
    ("arithmetic.power_arrays", (0.0, 0.0), (0.0, 0.0)),
    ("arithmetic.power_arrays", (0.0, 2.0), (0.0, 0.0)),
    ("arithmetic.power_arrays", (0.0, 1.0), (1.0, 0.0)),
    ("arithmetic.power_arrays", (0.0, 0.5), (INF, 0.0)),
    ("arithmetic.power_arrays", (-2.0, 3.0), (12.0, NAN)),
    ("arithmetic.power_of_array", (0.0, 0.0), (0.0, 0.0)),
    ("arithmetic.power_of_array", (0.0, 2.0), (0.0, 0.0)),
    ("arithmetic.power_of_array", (0.0, 1.0), (1.0, 0.0)),
    ("arithmetic.power_of_array", (0.0, 0.5), (INF, 0.0)),
    ("arithmetic.power_of_array", (-2.0, 3.0), (12.0, NAN)),
    ("arithmetic.power_to_array", (0.0, 0.0), (0.0, 0.0)),
    ("arithmetic.power_to_array", (0.0, 2.0), (0.0, 0.0)),
    ("arithmetic.power_to_array", (0.0, 1.0), (1.0, 0.0)),
    ("arithmetic.power_to_array", (0.0, 0.5), (INF, 0.0)),
    ("arithmetic.power_to_array", (-2.0, 3.0), (12.0, NAN)),
    ("arrays.max_of", ([1.0, 3.0, 3.0],), ([0.0, 1.0, 0.0],)),
    ("arrays.min_of", ([1.0, 0.5, 0.5],), ([0.0, 1.0, 0.0],)),
    ("complex_numbers.abs_complex", (0j,), (0.0,)),
    ("complex_numbers.absolute_complex", (0j,), (0.0,)),
    ("complex_numbers.power_of_complex", (0j, 0.0), (0.0, 0.0)),
    ("complex_numbers.power_of_complex", (0j, 2.0), (0.0, 0.0)),
    ("complex_numbers.power_of_complex", (0j, 1.0), (1.0, 0.0)),
    ("complex_numbers.power_to_complex", (0.0, 0j), (0.0, 0.0)),
    ("complex_numbers.power_to_complex", (0.0, 2 + 0j), (0.0, 0.0)),
    ("arrays.where", (True, 1.5, 1.5), (0.0, 1.0, 0.0)),
    ("arrays.where", (False, 1.5, 1.5), (0.0, 0.0, 1.0)),
]


def table_name(rule):
    return rule.name if rule.module in OWN_MODULES else f"{rule.module}.{rule.name}"


@per_rule([rule for rule in ALL if rule.doc])
def test_every_convention_is_in_the_table(rule):
    name = table_name(rule)
    rows = {each for each, _, _ in KINKS}
    assert name in rows, f"{name} states a convention: add its points to KINKS"


@pytest.mark.parametrize(("name", "point", "expected"), KINKS, ids=str)
def test_conventions_at_kinks(name, point, expected):
    """Both modes give what the docstring says, under every spelling."""
    rule = next(rule for rule in ALL if table_name(rule) == name)
    assert rule.doc, f"{name} has a convention: its docstring must say it"
    for module in rule.spellings:
        floats = [v if isinstance(v, int) else np.array(v)[()] for v in point]
        values = dict(zip(rule.params, floats, strict=True))
        for param, wanted in zip(rule.params, expected, strict=True):
            with np.errstate(all="ignore"):
                got = derivative_both_ways(rule, module, values, param)
            for each in got:
                np.testing.assert_array_equal(each, wanted, err_msg=module)


def derivative_both_ways(rule, module, values, param):
    """By the tangent line in each direction, and by the bar line, of one argument."""
    if param not in rule.adjoint:
        return [0.0]
    shape = np.shape(values[param])
    directions = [e.reshape(shape)[()] for e in np.eye(math.prod(shape))]
    dots = [
        tangent_of(rule, module, values | {param + "_dot": e}, [param])
        for e in directions
    ]
    bar = bar_of(rule, module, values | {"z_bar": np.float64(1.0)}, param)
    return [np.reshape(dots, shape), bar]


# --- digamma -------------------------------------------------------------------------


def digamma():
    return runpy.run_path(str(RULES / "special.py"))["digamma"]


def digamma_points():
    random_ = random.Random("digamma")
    near = [random_.uniform(-20.0, 20.0) for _ in range(300)]
    return near + [10.0 ** random_.uniform(-8.0, 6.0) for _ in range(100)]


@pytest.mark.parametrize("compiled", [numba.njit, lambda f: f], ids=["njit", "python"])
def test_digamma_has_fourteen_digits(compiled):
    function = compiled(digamma())
    for x in digamma_points():
        exact = mpmath.digamma(x)
        assert abs(function(x) - exact) <= 1e-14 * max(1.0, abs(exact)), x


@pytest.mark.parametrize("order", [1, 2, 3])
def test_derivatives_of_the_statements_of_digamma_are_polygamma(order):
    """The series is long enough to be differentiated, not only to be evaluated."""
    function = digamma()
    exact_math = {n: getattr(mpmath, n) for n in ("log", "sin", "cos", "pi", "floor")}
    exact_math["ceil"] = lambda x: int(mpmath.ceil(x))
    function.__globals__["math"] = SimpleNamespace(**exact_math)
    with mpmath.workdps(100):
        for x in digamma_points()[::5]:
            step = abs(x) * mpmath.mpf(10) ** -15
            got = mpmath.diff(function, mpmath.mpf(x), order, h=step)
            exact = mpmath.psi(order, mpmath.mpf(x))
            assert abs(got - exact) <= 1e-13 * max(abs(exact), x < 0.0), x
