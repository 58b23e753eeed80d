"""Plain runs and compiled ones give the same numbers where Python alone would raise."""

import functools
import itertools
import math

import numpy as np
import pytest

import s2sad
from s2sad.compile.numba_cpu import numba_callable
from s2sad.compile.plain import namespace
from s2sad.rules.spellings import SPELLINGS

SPECIAL = (
    *(0.0, -0.0, -1.0, 0.5, -0.5, 2.0, math.inf, -math.inf, math.nan),
    *(1000.0, -1000.0, 1e308, -3.0, 171.5, 171.7, 1e-320, -171.5, -1e-310),
)
OPERATORS = ("x / y", "x // y", "x % y", "x**y")
CASTS = ("int(x)", "round(x)", "round(x, 2)")
OF_TWO = {"atan2", "hypot", "pow", "copysign", "nextafter"}
# Numba compiles these not at all, or of integers only.
NOT_OF_FLOATS = {"isclose", "gcd", "ldexp"}


def of_math():
    """Calls of all functions of math that s2sad spells and Numba compiles."""
    words = {word for word, _, _ in SPELLINGS.values() if word} - NOT_OF_FLOATS
    for word in sorted(words):
        if callable(getattr(math, word)):
            yield f"math.{word}(x, y)" if word in OF_TWO else f"math.{word}(x)"


EXPRESSIONS = (*OPERATORS, *CASTS, *of_math())


@functools.cache
def compiled_values():
    """[((x, y), the values of all expressions)], compiled as one function."""
    lines = [f"    out[{n}] = {text}" for n, text in enumerate(EXPRESSIONS)]
    lines.insert(0, f"    out = np.empty({len(EXPRESSIONS)})")
    head = "import math\nimport numpy as np\n\n\ndef f(x, y):"
    function = numba_callable("\n".join([head, *lines, "    return out\n"]), "f", {})
    return [(pair, function(*pair)) for pair in itertools.product(SPECIAL, repeat=2)]


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_plain_and_compiled_agree_on_special_numbers(text):
    module = f"import math\n\n\ndef f(x, y):\n    return {text}\n"
    plain = namespace(module, "f")["f"]
    place = EXPRESSIONS.index(text)
    for pair, values in compiled_values():
        with np.errstate(all="ignore"):
            got = float(plain(*pair))
        expected = values[place]
        np.testing.assert_allclose(got, expected, rtol=1e-13, err_msg=str(pair))
        if not math.isnan(got):
            assert math.copysign(1.0, got) == math.copysign(1.0, expected)


def root_of_a_negative(x):
    return math.sqrt(x - 3.0)


def logarithm_of_zero(x):
    return math.log(x - 2.0)


def overflow(x):
    return math.exp(1000.0 * x)


def power_of_a_zero_of_python(x):
    return (math.sin(x) - math.sin(x)) ** -1.0


def power_of_a_negative(x):
    return (-math.exp(x)) ** math.exp(0.3)


def remainder_in_place(x):
    y = math.exp(x)
    y %= math.sin(0.0)
    return y


def integer_of_infinity(x):
    return x * int(math.exp(1000.0 * x))


BEYOND_PYTHON = (
    root_of_a_negative,
    logarithm_of_zero,
    overflow,
    power_of_a_zero_of_python,
    power_of_a_negative,
    remainder_in_place,
    integer_of_infinity,
)


@pytest.mark.parametrize("function", BEYOND_PYTHON)
def test_derivatives_agree_where_python_raises(function):
    plain = s2sad.value_and_grad(function, jit=False)(2.0)
    compiled = s2sad.value_and_grad(function)(2.0)
    np.testing.assert_array_equal(plain, compiled)


def round(x):
    """A function of the user's with the name of a builtin."""
    return 2.0 * x


def calls_its_own_round(x):
    return round(x) * x


def test_a_function_with_the_name_of_a_builtin():
    assert s2sad.grad(calls_its_own_round, jit=False)(3.0) == 12.0


def test_integers_raise_as_in_python():
    for text in ("x / y", "x // y", "x % y", "x**-1"):
        plain = namespace(f"def f(x, y):\n    return {text}\n", "f")["f"]
        with pytest.raises(ZeroDivisionError):
            plain(0, 0)
