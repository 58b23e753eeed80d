"""Every construct that s2sad refuses: at the door with its place, in a branch later.

Each case is a few lines for the middle of a function of an array x, an integer n and a
dataclass box; `$` stands before the place that the refusal points to.
"""

import linecache
import runpy
import textwrap
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from derivative_checks import check_plain
from scipy import special

import s2sad

LEVEL = 1.0
TABLE = {"a": 1.0}
NUMBERS = [1.0, 2.0]
ROW = np.array([1.0, 2.0])


@dataclass
class Box:
    value: float


def doubled(x):
    return x * 2.0


def places(n):
    yield from range(n)


# name: (lines, what is refused, a word of what to write instead: "" for any,
# None where the user is to correct a mistake)
STATEMENTS = {
    "list that grows under a loop": (
        "L = [x[0], x[1]]\n$for i, v in enumerate(L):\n    if i < 1:\n"
        "        L.append(v)\ns = sum(L)",
        "L grows or shrinks while a loop goes over it",
        "list(L)",
    ),
    "list that shrinks under a loop": (
        "L = []\nfor v in x:\n    L.append(v)\ns = 0.0\n"
        "$for v in L:\n    s += v\n    if s < 1.0:\n        del L[0]",
        "L grows or shrinks while a loop goes over it",
        "list(L)",
    ),
    "nan_to_num in place": (
        "s = $np.nan_to_num(x, copy=False)[0]",
        "nan_to_num that writes into its argument",
        "x[:] = np.nan_to_num(x)",
    ),
    "an array without axes with two names": (
        "a = np.array(x[0])\nb = a\n$b += 1.0\ns = a * b",
        "b is an array without axes that is held elsewhere",
        "b = b + ...",
    ),
    "a write into a copy": (
        "k = np.array([1, 0])\n$x[k][0] = 2.0",
        "what an index array takes is a copy",
        "x[k[i]] = ...",
    ),
    "decorator of a def inside": (
        "@$doubled\ndef inner(y):\n    return y\ns = inner(x[0])",
        "the decorator of inner, inside a function, is not supported",
        "",
    ),
    "try of what is no exception": (
        "try:\n    s = x[1]\nexcept $doubled:\n    s = 0.0",
        "what is caught is no exception class",
        "",
    ),
    "NumPy that raises": (
        "with $np.errstate(divide='raise'):\n    s = x[1]",
        "np.errstate that raises is not supported",
        "an if",
    ),
    "with": (
        "$with open('f') as f:\n    s = x[1]",
        "with is not supported",
        "",
    ),
    "class": (
        "$class C:\n    pass",
        "a class inside a function is not supported",
        "",
    ),
    "del of an element": (
        "$del x[0]",
        "del of a part of an array is not supported",
        "",
    ),
    "match": (
        "$match n:\n    case {'a': s, **others}:\n        s = x[1]",
        "a pattern with **rest is not supported",
        "if and elif",
    ),
    "list changed under another name": (
        "t = [v for v in x]\nu = t\n$u.append(1.0)",
        "u is changed, which t is too",
        "a copy",
    ),
    "array changed that a list holds": (
        "t = []\nfor i in range(n + 1):\n    t.append(x)\n$x[0] = 1.0",
        "an array is written that a list holds",
        "append(a.copy())",
    ),
    "loop over a number": ("for v in $s:\n    s = v", "a loop over a float64", ""),
    "range of floats": (
        "$for i in range(s):\n    s = x[0]",
        "a bound of range is not an integer",
        "",
    ),
    "attribute of an argument written": (
        "$box.value = s",
        "an argument is written",
        "returned",
    ),
    "shape of an array written": (
        "$x.shape = (2, 1)",
        "an attribute is written",
        "array",
    ),
    "list of the module written at a varying index": (
        "$NUMBERS[n] = s",
        "a table is written at a key that is not constant",
        "np.array",
    ),
    "attribute of a module written": (
        "$np.level = s",
        "an attribute of a module is written",
        "returned",
    ),
    "array written into an element": (
        "t = x.copy()\n$t[0] = x",
        "a float64[:] is written where a float64 stands",
        None,
    ),
    "list written at a varying index": (
        "t = [doubled, doubled]\n$t[int(x[0])] = doubled",
        "a list is written at an index that is not constant",
        "np.array",
    ),
    "two values in three names": (
        "$t, u, v = x[0], x[1]",
        "2 values are unpacked into 3 names",
        None,
    ),
}
EXPRESSIONS = {
    "assignment expression": (
        "s = s * ($s := x[0])",
        "s is assigned to inside an expression that reads it",
        "before",
    ),
    "generator kept in a name": (
        "t = $(v * v for v in x)\ns = sum(t) + max(t)",
        "what can be gone through once is kept, or passed on",
        "a list",
    ),
    "generator function": (
        "s = s * np.sort($places(n))[0]",
        "places yields: what it gives comes one by one",
        "list(places(...))",
    ),
    "function that NumPy makes of another": (
        "s = $np.frompyfunc(lambda v: v * v, 1, 1)(x)[0]",
        "np.frompyfunc is not supported",
        "np.array([f(v) for v in x])",
    ),
    "set comprehension": (
        "t = ${v * v for v in x}",
        "a set comprehension is not supported",
        "",
    ),
    "dict comprehension": (
        "t = ${v: s for v in x}",
        "a dict whose keys are not constants",
        "an array",
    ),
    "set": ("t = ${s, 2}", "a set of what is not constant", ""),
    "starred array in a call": (
        "s = np.sum($*x)",
        "an array is spread over arguments",
        "",
    ),
    "double star of an array": (
        "s = $doubled(**x)",
        "a float64[:] is spread over keyword arguments",
        "a dict",
    ),
    "order of complex numbers": (
        "t = $s * 1j < 1.0",
        "complex numbers have no order",
        "abs",
    ),
    "remainder of a complex number": (
        "t = $s * 1j % 2.0",
        "complex numbers have no // and no %",
        "parts",
    ),
    "rounded complex numbers": (
        "t = $np.floor(x * 1j)",
        "np.floor(...) of complex numbers is not supported",
        "abs",
    ),
    "integer of a complex number": (
        "t = $int(s * 1j)",
        "int(...) of complex numbers is not supported",
        "parts",
    ),
    "norm of complex numbers": (
        "t = $np.linalg.norm(x * 1j)",
        "norm of complex numbers is not supported",
        "parts",
    ),
    "complex number in a real array": (
        "$x[0] = s * 1j",
        "a complex128 is written where a float64 stands",
        "complex",
    ),
    "string as index": ("s = x[$'a']", "'a' is used as a number", "number"),
    "floats added to integers": (
        "k = np.arange(3)\n$k += x[:3]",
        "a float is put into a int[:]",
        ".astype(float)",
    ),
    "floats added to a part of integers": (
        "k = np.arange(3)\n$k[:2] *= 1.5",
        "a float is put into a int[:]",
        ".astype(float)",
    ),
    "float as index of a sum": ("$x[s] += 1.0", "an index is a float", "int(...)"),
    "float as bound of a slice": (
        "s = np.sum(x[:$s])",
        "a bound of a slice is a float",
        "int(...)",
    ),
    "float as index": ("s = $x[0.5]", "an index is a float", "int(...)"),
    "too many indices": (
        "s = $x[0, 1]",
        "too many indices for an array of rank 1",
        None,
    ),
    "index of a number": ("s = $n[0]", "int can't be indexed", None),
    "dict of varying keys": (
        "t = ${n: s}",
        "a dict whose keys are not constants",
        "",
    ),
    "extend of a list of the module": (
        "$NUMBERS.extend([1.0])",
        "extend is called",
        "",
    ),
    "an axis that is not known": (
        "n = len(x)\ns = $np.prod(x, axis=n)",
        "an axis is not a constant",
        "axis=0",
    ),
    "einsum": ("s = $np.einsum('ii', x)", "the subscripts ii of an array", ""),
    "an axis that is not there": (
        "s = $np.prod(x, axis=1)",
        "axis 1 of an array of rank 1",
        "",
    ),
    "write into what may be a view": (
        "t = np.ravel(x)\n$t[0] = s",
        "t is written",
        "a copy at first",
    ),
    "maximum at places": (
        "t = x.copy()\n$np.maximum.at(t, [0, 0], s)",
        "this function's .at is not supported",
        "loop",
    ),
    "mode of a pad": ("s = np.sum($np.pad(x, 1, mode='linear_ramp'))", "mode", ""),
    "where without initial": (
        "s = $np.max(x, where=x > 0.0)",
        "where= without initial=",
        "initial=",
    ),
    "norm of an order that no matrix has": (
        "s = $np.linalg.norm(np.outer(x, x), 3)",
        "this order of a matrix norm",
        "fro",
    ),
    "fft": ("t = $np.fft.hfft(x)", "np.fft.hfft is not supported", ""),
    "random numbers": (
        "s = s * $np.random.rand()",
        "np.random.rand is not supported",
        "",
    ),
    "where without an output argument": (
        "t = $np.sin(x, where=x > 0.0)",
        "where= without out=",
        "np.where",
    ),
    "default of min": ("s = $min(x, default=0.0)", "default= of min", "without it"),
    "largest of tuples": (
        "s = $max((x[0], 1.0), (x[1], 2.0))[1]",
        "tuples, lists or rows are compared",
        "key=",
    ),
    "largest tuple of a list": (
        "s = $max([(x[0], 1.0), (x[1], 2.0)])[1]",
        "tuples, lists or rows are compared",
        "key=",
    ),
    "largest tuple of a list of any length": (
        "t = [(v, -v) for v in x]\ns = $max(t)[1]",
        "tuples, lists or rows are compared",
        "key=",
    ),
    "largest of tables": (
        "s = $min(NUMBERS, [3.0, 1.0])[1]",
        "tuples, lists or rows are compared",
        "key=",
    ),
    "sorted tuples": (
        "s = $sorted([(x[0], 1.0), (x[1], 2.0)])[0][1]",
        "tuples or lists are sorted, whose order is not known",
        "np.argsort",
    ),
    "eval": ("s = $eval('s')", "eval is called", "a Python function"),
    "bits of a float": ("s = $s & 1", "bits", ""),
    "shifted float": ("s = $s << 1", "bits", ""),
    "inverted float": ("s = $~s", "bits", ""),
    "array as condition": ("s = 1.0 if not $x else 2.0", "float64[:]", ""),
    "identity of numbers": ("if $s is n:\n    s = 0.0", "is of a", "=="),
    "value of two kinds": (
        "t = $x if n > 1 else s",
        "a value that is either float64[:] or float64 has no kind",
        "",
    ),
    "name of two kinds": (
        "if n > 1:\n    t = [s, x]\nelse:\n    t = s\ns = $t * 1.0",
        "t is of one kind on one path and of another on the other",
        "two names",
    ),
    "call of a number": ("t = $s(1.0)", "a float64 is called", None),
    "call of a module": ("t = $np(1.0)", "numpy is called", None),
    "helper without its argument": (
        "s = $doubled()",
        "doubled is called without its argument x",
        None,
    ),
    "misspelt function": ("s = $np.sinn(s)", "numpy has no attribute sinn", None),
    "unknown name": ("s = $unknown * s", "unknown is not defined", None),
    "missing module": ("$import no_such_module", "no_such_module", None),
    "misspelt import": ("$from math import sinn", "math has no attribute sinn", None),
    "returned text": ("$return 'a'", "'a'", "number"),
    "returned function": ("$return doubled", "a function is returned", ""),
    "name read before it is written": ("s = $late * s\nlate = s", "late", None),
}
CASES = {**STATEMENTS, **EXPRESSIONS}
# What a name is is a fact about all branches together.
UNDEFERRED = {"name read before it is written"}
DEFERRED = [name for name in CASES if name not in UNDEFERRED]
# These are right as statements of the function itself: they can't stand in a branch.
WHOLE = {
    "generator": (
        "def f(x, n, box):\n    $yield x[0]\n",
        "yield is not supported",
        "",
    ),
    "global": (
        "def f(x, n, box):\n    $global LEVEL\n    LEVEL = x[0]\n    return LEVEL\n",
        "global is not supported",
        "",
    ),
    "coroutine": (
        "async def f(x, n, box):\n    return x[0]\n",
        "async",
        "",
    ),
}


def defined(text):
    """The f of a text, and the line and column (from 0) of `$` in it."""
    before, mark, _ = text.partition("$")
    place = (before.count("\n") + 1, len(before.rpartition("\n")[2])) if mark else None
    text = text.replace("$", "", 1)
    file = f"<refused {len(linecache.cache)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = dict(globals())
    exec(compile(text, file, "exec"), names)
    return names["f"], file, place, text.splitlines()


def in_a_function(lines, around=None):
    """The text of a function with these lines in its middle, in a branch or loop."""
    head = "def f(x, n, box):\n    s = x[0] * x[1]\n"
    depth = 1
    if around:
        head, depth = f"{head}    {around}:\n", 2
    return head + textwrap.indent(lines, "    " * depth) + "\n    return s\n"


BRANCH = "if x[0] < 0.0"
LOOPS = ("for _ in range(n - 1)", "while x[0] < 0.0", "for _ in np.zeros(n - 1)")


def refusal(function):
    """The refusal of the gradient of a function."""
    with pytest.raises(s2sad.S2SADError) as caught:
        s2sad.grad(function, jit=False)(np.array([2.0, 3.0]), 1, Box(1.0))
    assert type(caught.value) is s2sad.RefusalError
    return caught.value


DOOR = {
    **{name: (in_a_function(case[0]), *case[1:]) for name, case in CASES.items()},
    **WHOLE,
}


@pytest.mark.parametrize("name", DOOR)
def test_a_refusal_shows_file_line_column_and_caret(name):
    text, what, _ = DOOR[name]
    function, file, place, lines = defined(text)
    error = refusal(function)
    first, source, caret, *_ = str(error).split("\n")
    assert what in first
    if place is not None:
        row, column = place
        assert first.startswith(f"{file}:{row}:{column + 1}: ")
        assert source == "    " + lines[row - 1]
        assert caret == " " * (4 + column) + "^"


@pytest.mark.parametrize("name", [n for n in DOOR if DOOR[n][2] is not None])
def test_a_refusal_says_what_to_write_instead(name):
    text, _, instead = DOOR[name]
    last = str(refusal(defined(text)[0])).split("\n")[-1]
    assert last.startswith("Instead: ")
    assert instead in last


@pytest.mark.parametrize("name", DEFERRED)
def test_a_branch_that_is_not_taken_forbids_nothing(name):
    function, *_ = defined(in_a_function(CASES[name][0], BRANCH))
    x = np.array([2.0, 3.0])
    gradient = s2sad.grad(function, jit=False)(x, 1, Box(1.0))
    np.testing.assert_array_equal(gradient, [3.0, 2.0])


def assert_reached(name, jit):
    lines, what, _ = CASES[name]
    function, file, place, _ = defined(in_a_function(lines, BRANCH))
    derivative = s2sad.grad(function, jit=jit)
    with pytest.raises(s2sad.S2SADError) as caught:
        derivative(np.array([-2.0, 3.0]), 1, Box(1.0))
    assert type(caught.value) is s2sad.ReachedError
    row, column = place
    assert f"{file}:{row}:{column + 1}: " in str(caught.value)
    assert what in str(caught.value)


@pytest.mark.parametrize("name", DEFERRED)
def test_a_branch_that_is_taken_raises_with_its_place(name):
    assert_reached(name, jit=False)


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("name", DEFERRED)
def test_a_loop_that_does_not_run_forbids_nothing(name, loop):
    function, file, place, _ = defined(in_a_function(CASES[name][0], loop))
    derivative = s2sad.grad(function, jit=False)
    gradient = derivative(np.array([2.0, 3.0]), 1, Box(1.0))
    np.testing.assert_array_equal(gradient, [3.0, 2.0])
    with pytest.raises(s2sad.ReachedError) as caught:
        derivative(np.array([-2.0, 3.0]), 2, Box(1.0))
    row, column = place
    assert f"{file}:{row}:{column + 1}: " in str(caught.value)


@pytest.mark.parametrize("loop", ["for _ in range(3)", "while True"])
def test_a_loop_that_runs_is_refused_at_once(loop):
    function, *_ = defined(in_a_function("s = $hash(x)\nbreak", loop))
    assert "hash is called" in str(refusal(function))


def loses_a_name(x, n):
    for _ in range(n):
        y = hash(x)
    return y


def test_a_name_that_a_refused_loop_binds():
    with pytest.raises(s2sad.RefusalError, match="hash is called"):
        s2sad.grad(loses_a_name, jit=False)(3.0, 1)


def of_numbers(x):
    if x < 0.0:
        with open("f"):
            x = 2.0 * x
    return x * x


def of_arrays(x):
    s = x[0] * x[1]
    if x[0] < 0.0:
        s = np.sum(np.random.permutation(x))
    return s


COMPILED_CASES = (
    (of_numbers, 3.0, -3.0, 6.0, "with is not supported"),
    (of_arrays, np.array([2.0, 3.0]), np.array([-2.0, 3.0]), [3.0, 2.0], "random"),
)


@pytest.mark.parametrize("function, x, beyond, slope, what", COMPILED_CASES)
def test_a_compiled_branch_that_is_taken_raises(function, x, beyond, slope, what):
    derivative = s2sad.grad(function)
    np.testing.assert_array_equal(derivative(x), slope)
    with pytest.raises(s2sad.ReachedError) as caught:
        derivative(beyond)
    assert f"{Path(__file__).name}:" in str(caught.value)
    assert what in str(caught.value)
    np.testing.assert_array_equal(derivative(x), slope)


@pytest.mark.parametrize("mode", ["jvp", "vjp", "hessian"])
def test_other_modes_raise_in_a_branch_too(mode):
    calls = {
        "jvp": lambda x: s2sad.jvp(of_numbers, (x,), (1.0,), jit=False)[1],
        "vjp": lambda x: s2sad.vjp(of_numbers, x, jit=False)[1](1.0)[0],
        "hessian": lambda x: s2sad.hessian(of_numbers, jit=False)(x) * x,
    }
    assert calls[mode](3.0) == 6.0
    with pytest.raises(s2sad.ReachedError, match="with is not supported"):
        calls[mode](-3.0)


def writes_the_surroundings(x):
    ROW[0] = x * x
    return ROW[0] * x


def test_an_array_of_the_module_that_is_written():
    """It is differentiated as an argument that is written would be, or refused."""
    before = ROW.copy()
    try:
        gradient = s2sad.grad(writes_the_surroundings, jit=False)(2.0)
    except s2sad.S2SADError:
        np.testing.assert_array_equal(ROW, before)
    else:
        assert gradient == 12.0
    ROW[:] = before


# --- returns of several kinds ---------------------------------------------------------


def gives_none(x):
    if x > 100.0:
        return None
    return x * x


def gives_nothing(x):
    if x > 100.0:
        return
    return x * x


def gives_a_pair(x):
    if x > 100.0:
        return x, x
    return x * x


def gives_a_text(x):
    return "large" if x > 100.0 else x * x


def gives_none_in_the_end(x):
    if x < 100.0:
        return x * x
    return None


def gives_none_in_a_loop(x):
    for _ in range(3):
        if x > 100.0:
            return None
    for i in range(3):
        if x > i:
            return x * x
    return x


def gives_many_things(x):
    if x > 300.0:
        return "large"
    if x > 200.0:
        return x, x
    if x > 100.0:
        return np.array([x])
    return x * x


def calls_what_gives_none(x):
    return 1.0 * gives_none(x)


ODD_RETURNS = (
    (gives_none, "None is returned here, a float64 on another path"),
    (gives_nothing, "None is returned here"),
    (gives_a_pair, "a tuple is returned here"),
    (gives_a_text, "what gives_a_text returns is 'large'"),
    (gives_none_in_the_end, "None is returned here"),
    (gives_none_in_a_loop, "None is returned here"),
    (gives_many_things, "a tuple is returned here"),
    (calls_what_gives_none, "None is used as a number"),
)


@pytest.mark.parametrize("function, what", ODD_RETURNS)
def test_a_return_of_another_kind_is_refused_where_it_is_reached(function, what):
    derivative = s2sad.grad(function, jit=False)
    assert derivative(3.0) == 6.0
    assert s2sad.grad(derivative, jit=False)(3.0) == 2.0
    with pytest.raises(s2sad.ReachedError, match=what):
        derivative(250.0)


def ends_in_a_branch(x):
    if x < 100.0:
        return x * x


def ends_in_a_loop(x):
    for i in range(3):
        if x < i + 98.0:
            return x * x


@pytest.mark.parametrize("function", [ends_in_a_branch, ends_in_a_loop])
def test_a_function_that_may_end_without_a_result(function):
    derivative = s2sad.grad(function, jit=False)
    assert derivative(3.0) == 6.0
    with pytest.raises(NotImplementedError, match="ends here without returning"):
        derivative(250.0)


def reads_late(x):
    s = late * x  # noqa: F821
    late = 1.0
    return s + late


def calls_what_reads_late(x):
    return reads_late(x)


def counts_down(n):
    if n == 0:
        raise ValueError("nothing is left")
    counts_down(n - 1)


def calls_a_procedure(x):
    counts_down(3)
    return x * x


def never_ends(x):
    return never_ends(2.0 * x)


@pytest.mark.parametrize(
    "function, what",
    [
        (calls_what_reads_late, "late is read before it is written"),
        (never_ends, "every path of never_ends ends in a recursion"),
        (calls_a_procedure, "counts_down calls itself and returns nothing"),
    ],
)
def test_what_has_no_kind_in_the_end(function, what):
    with pytest.raises(s2sad.RefusalError, match=what):
        s2sad.grad(function, jit=False)(3.0)


def test_what_nests_too_deeply_for_python_is_refused(tmp_path):
    place = tmp_path / "long_sum.py"
    place.write_text(f"def long_sum(x):\n    return {' + '.join(['x'] * 400)}\n")
    found = runpy.run_path(str(place))
    with pytest.raises(s2sad.RefusalError, match="nest too deeply"):
        s2sad.grad(found["long_sum"], jit=False)(1.0)


def test_what_else_is_in_a_file_may_nest_as_deep_as_it_likes(tmp_path):
    place = tmp_path / "beside_a_long_sum.py"
    long_sum = f"def long_sum(x):\n    return {' + '.join(['x'] * 400)}\n"
    place.write_text(f"{long_sum}\n\ndef square(x):\n    return x * x\n")
    found = runpy.run_path(str(place))
    assert s2sad.grad(found["square"], jit=False)(3.0) == 6.0


# --- wrong inputs of library functions ------------------------------------------------

ALONG = {
    "cumsum": lambda x, axis: np.sum(np.cumsum(x, axis=axis)),
    "cumprod": lambda x, axis: np.sum(np.cumprod(x, axis=axis)),
    "nancumsum": lambda x, axis: np.sum(np.nancumsum(x, axis=axis)),
    "accumulate": lambda x, axis: np.sum(np.maximum.accumulate(x, axis=axis)),
    "sort": lambda x, axis: np.sum(np.sort(x, axis=axis) * x),
    "argsort": lambda x, axis: np.sum(x[np.argsort(x, axis=axis)] * x),
    "partition": lambda x, axis: np.sum(np.partition(x, 1, axis=axis) * x),
    "gradient": lambda x, axis: np.sum(np.gradient(x, axis=axis)),
    "unwrap": lambda x, axis: np.sum(np.unwrap(x, axis=axis)),
    "softmax": lambda x, axis: np.sum(special.softmax(x, axis=axis) * x),
    "log_softmax": lambda x, axis: np.sum(special.log_softmax(x, axis=axis) * x),
    "apply_along_axis": lambda x, axis: np.apply_along_axis(np.sum, axis, x),
}


@pytest.mark.parametrize("name", ALONG)
@pytest.mark.parametrize("axis", [1, -2])
def test_a_vector_has_one_axis(name, axis):
    x = np.array([0.5, -0.3, 0.8])
    with pytest.raises(Exception, match="out of bounds"):
        ALONG[name](x, axis)
    with pytest.raises(s2sad.RefusalError, match=f"axis {axis} of an array of rank 1"):
        s2sad.grad(ALONG[name], jit=False)(x, axis)
    check_plain(lambda x: ALONG[name](x, axis + 1 if axis < 0 else axis - 1), x)


@pytest.mark.parametrize(
    "name, function",
    [
        ("linspace", lambda x, n: np.sum(x[0] * np.linspace(0.0, 1.0, n))),
        ("roll", lambda x, n: np.sum(np.roll(x, n) * x)),
    ],
)
def test_what_is_refused_in_a_loop_of_a_library_function_says_its_name(name, function):
    with pytest.raises(s2sad.S2SADError, match=f"in numpy.{name}: an index is a float"):
        s2sad.grad(function, jit=False)(ROW, 2.0)
