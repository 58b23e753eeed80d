"""The programs of tests/programs, their derivatives in every mode, and references.

A program is differentiated by all its float leaves: scalars, arrays, tuples of them.
What it returns and, if it says WRITES, what it leaves in those arguments are its
outputs.
"""

import contextlib
import copy
import functools
import importlib.util
import inspect
import io
import itertools
import linecache
import types
import zlib
from pathlib import Path

import numpy as np

import s2sad

FOLDER = Path(__file__).parent / "programs"
NAMES = sorted(path.stem for path in FOLDER.glob("*.py"))
# Of whole-array code: see test_whole_arrays.
ARRAYS = sorted(path.stem for path in (FOLDER / "arrays").glob("*.py"))

AGREEMENT = 1e-9
DIFFERENCE = 1e-6
SINGLE_PRECISION = 2e-5

# NumPy adds up in pairs, loops one by one.
SUMS = ("np.sum", "np.mean", "np.dot", " @ ", ".sum(")
ROUNDING = 1e-14

_files = itertools.count(1)


# --- structures -----------------------------------------------------------------------


def is_float(value):
    """Whether a value is a float scalar or an array of floats."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f"
    return isinstance(value, float | np.floating)


def parts(value):
    """The parts of a structure, or None for a leaf."""
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, tuple | list) else None


def leaves(value):
    """The float leaves of a structure, in order."""
    inside = parts(value)
    if inside is not None:
        return [leaf for part in inside for leaf in leaves(part)]
    return [value] if is_float(value) else []


def mapped(function, value):
    """The structure with function(leaf) in each float leaf, None in any other."""
    inside = parts(value)
    if inside is None:
        return function(value) if is_float(value) else None
    return tuple(mapped(function, part) for part in inside)


def replaced(value, numbers):
    """The structure with its float leaves taken from an iterator."""
    inside = parts(value)
    if inside is None:
        return next(numbers) if is_float(value) else value
    return tuple(replaced(part, numbers) for part in inside)


def vector(value):
    """All float leaves of a structure, in one array of float64."""
    flat = [np.ravel(np.asarray(leaf, dtype=np.float64)) for leaf in leaves(value)]
    return np.concatenate(flat) if flat else np.zeros(0)


def moved(value, direction, step):
    """The structure, its float leaves moved along a direction, in float64."""
    pairs = zip(leaves(value), leaves(direction), strict=True)
    points = [np.float64(1.0) * x + step * np.float64(1.0) * v for x, v in pairs]
    return replaced(value, iter(points))


def random_like(value, seed):
    """A direction or seed: random floats in each float leaf, None in any other."""
    generator = np.random.default_rng(zlib.crc32(str(seed).encode()))

    def leaf(item):
        numbers = generator.uniform(0.3, 1.0, np.shape(item))
        numbers = numbers * generator.choice([-1.0, 1.0], np.shape(item))
        if isinstance(item, np.ndarray):
            return numbers.astype(item.dtype)
        return type(item)(numbers)

    return mapped(leaf, value)


def dot(first, second):
    """The inner product of two structures."""
    return float(np.dot(vector(first), vector(second)))


# --- comparisons ----------------------------------------------------------------------


def assert_close(got, expected, tolerance, words=""):
    """Every leaf agrees, relative to the largest number of all leaves."""
    got, expected = vector(got), vector(expected)
    assert got.shape == expected.shape, f"{words}: {got.shape} for {expected.shape}"
    if not expected.size:
        return
    scale = max(np.max(np.abs(expected)), 1e-3)
    error = np.max(np.abs(got - expected)) / scale
    assert error <= tolerance, f"{words}: {got} is not {expected}, off by {error:.1e}"


def assert_same(got, expected, words=""):
    """Every leaf is the same, to the last bit, with nan equal to nan."""
    got, expected = vector(got), vector(expected)
    same = np.array_equal(got, expected, equal_nan=True)
    assert same, f"{words}: {got.tolist()} is not {expected.tolist()}"


def assert_value(program, got, expected, words="the value"):
    """The value of a program: the same, up to the order in which its sums add up."""
    if program.adds_up:
        assert_close(got, expected, ROUNDING, words)
    else:
        assert_same(got, expected, words)


def assert_unwritten(arguments, before):
    """Arguments are what they were: kinds, numbers, everything."""
    if parts(before) is not None:
        assert type(arguments) is type(before)
        for now, then in zip(parts(arguments), parts(before), strict=True):
            assert_unwritten(now, then)
    elif isinstance(before, np.ndarray):
        assert arguments.dtype == before.dtype
        assert np.array_equal(arguments, before, equal_nan=True), "an input was written"


def differences(function, arguments, direction, step=1e-3):
    """The derivative of function(*arguments) by sixth-order central differences."""
    total = 0.0
    for k, weight in ((1, 45.0), (2, -9.0), (3, 1.0)):
        above = vector(function(*moved(arguments, direction, k * step)))
        below = vector(function(*moved(arguments, direction, -k * step)))
        total = total + weight * (above - below)
    return total / (60.0 * step)


def quiet(call, *arguments):
    """A call without what it prints, and without NumPy's warnings."""
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        return call(*arguments)


# --- wrappers, as text that s2sad can read --------------------------------------------


def made(text, name, **names):
    """A function of a text, with a source that inspection finds."""
    file = f"<program {next(_files)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    module = types.ModuleType(f"wrapped_{name}")
    module.__dict__.update(np=np, s2sad=s2sad, **names)
    exec(compile(text, file, "exec"), module.__dict__)
    return getattr(module, name)


def _total_lines(value, path):
    inside = parts(value)
    if inside is not None:
        for number, part in enumerate(inside):
            yield from _total_lines(part, f"{path}[{number}]")
    elif isinstance(value, np.ndarray):
        yield f"total += np.sum({path} * {path} + {path})"
    elif is_float(value):
        yield f"total += {path} * {path} + {path}"


# --- programs -------------------------------------------------------------------------


class Program:
    """One file of tests/programs, or of another folder."""

    def __init__(self, name, folder=FOLDER):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.name = name
        self.adds_up = any(word in inspect.getsource(module) for word in SUMS)
        self.function = getattr(module, name)
        signature = inspect.signature(self.function)
        bound = signature.bind(*module.EXAMPLE)
        bound.apply_defaults()
        self.example = tuple(bound.arguments.values())
        self.parameters = list(bound.arguments)
        self.writes = getattr(module, "WRITES", ())
        self.is_single = any(leaf.dtype == np.float32 for leaf in self._numpy_leaves())
        self.is_smooth = getattr(module, "SMOOTH", True) or self.is_single

    def __repr__(self):
        return f"Program({self.name})"

    def _numpy_leaves(self):
        return [leaf for leaf in leaves(self.example) if hasattr(leaf, "dtype")]

    def arguments(self):
        """Fresh copies of the example's arguments."""
        return copy.deepcopy(self.example)

    def numpy_arguments(self):
        """The same with float scalars of NumPy, whose arithmetic generated text has."""
        found = iter(
            [np.float64(v) if type(v) is float else v for v in leaves(self.arguments())]
        )
        return replaced(self.arguments(), found)

    @property
    def argnums(self):
        """The numbers of the arguments that hold floats."""
        return tuple(n for n, value in enumerate(self.example) if leaves(value))

    def floats(self, values):
        """Those of some values that belong to arguments with floats."""
        return tuple(values[n] for n in self.argnums)

    @functools.cached_property
    def written_numbers(self):
        return [self.parameters.index(name) for name in self.writes]

    def run(self, *arguments):
        """(result, *written arguments) of the program itself, arguments untouched."""
        arguments = copy.deepcopy(arguments)
        result = quiet(self.function, *arguments)
        return (result, *(arguments[n] for n in self.written_numbers))

    @functools.cached_property
    def result(self):
        """What the program returns, with float scalars of NumPy."""
        return self.run(*self.numpy_arguments())[0]

    @property
    def returns_a_scalar(self):
        return is_float(self.result) and not isinstance(self.result, np.ndarray)

    def direction(self, seed=0):
        """A random tangent of the arguments."""
        return random_like(self.example, f"{self.name}{seed}")

    def agreement(self):
        return SINGLE_PRECISION if self.is_single else AGREEMENT

    def difference(self):
        return SINGLE_PRECISION if self.is_single else DIFFERENCE

    # functions of the program

    @functools.cached_property
    def scalar(self):
        """The program as a function that writes nothing and returns one float."""
        if self.returns_a_scalar and not self.writes:
            return self.function
        lines = [f"{name} = {name}.copy()" for name in self.writes]
        called = f"PROGRAM({', '.join(self.parameters)})"
        total = list(_total_lines(self.result, "result"))
        lines += ([f"result = {called}"] if total else [called]) + ["total = 0.0"]
        for name, number in zip(self.writes, self.written_numbers, strict=True):
            total.extend(_total_lines(self.example[number], name))
        return self.text("total", [*lines, *total, "return total"])

    def text(self, suffix, lines, extra=(), **names):
        """A function around the program, written as a user writes it."""
        name = f"{self.name}_{suffix}"
        parameters = ", ".join([*self.parameters, *extra])
        body = "\n".join(f"    {line}" for line in lines)
        text = f"def {name}({parameters}):\n{body}\n"
        return made(text, name, PROGRAM=self.function, **names)

    @functools.cached_property
    def directions(self):
        """The names of the tangents of the arguments with floats."""
        return [f"{self.parameters[n]}_direction" for n in self.argnums]

    def _primals(self):
        return f"({', '.join(self.parameters)},)"

    def _tangents(self):
        words = ["None"] * len(self.parameters)
        for number, name in zip(self.argnums, self.directions, strict=True):
            words[number] = name
        return f"({', '.join(words)},)"

    @functools.cached_property
    def value_and_gradient(self):
        """The scalar and its gradient by all floats, in plain Python."""
        return s2sad.value_and_grad(self.scalar, argnums=self.argnums, jit=False)

    @functools.cached_property
    def gradient(self):
        """The gradient of the scalar by all floats, in plain Python."""
        return s2sad.grad(self.scalar, argnums=self.argnums, jit=False)

    @functools.cached_property
    def slope(self):
        """The derivative of the scalar in a direction, which is an argument."""
        call = f"s2sad.jvp(SCALAR, {self._primals()}, {self._tangents()})"
        lines = [f"return {call}[1]"]
        return self.text("slope", lines, self.directions, SCALAR=self.scalar)

    @functools.cached_property
    def curvature(self):
        """The second derivative of the scalar along a direction."""
        given = ", ".join([*self.parameters, *self.directions])
        along = f"lambda {', '.join(self.parameters)}: SLOPE({given})"
        lines = [
            f"LINE = {along}",
            f"return s2sad.jvp(LINE, {self._primals()}, {self._tangents()})[1]",
        ]
        return self.text("curvature", lines, self.directions, SLOPE=self.slope)

    @functools.cached_property
    def hessian_product(self):
        """The Hessian of the scalar times a direction, which is an argument."""
        call = f"s2sad.jvp(GRADIENT, {self._primals()}, {self._tangents()})"
        lines = [f"return {call}[1]"]
        return self.text("product", lines, self.directions, GRADIENT=self.gradient)


@functools.lru_cache(maxsize=16)
def program(name):
    """The program of this name."""
    return Program(name, FOLDER / "arrays" if name in ARRAYS else FOLDER)
