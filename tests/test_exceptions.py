"""The user's exceptions: the same class from the same inputs as in the primal.

The arguments are the same where compiled code can make them; of a text its words and
integers are, `...` stands for the rest. PYTEST_DONT_REWRITE: its assertions are read.
"""

# ruff: noqa: B011, B016, F521, SIM108, UP031

import math
import pdb

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad


class OwnError(Exception):
    """Takes what it must, by position or by keyword."""

    def __init__(self, text, code):
        super().__init__(text)
        self.code = code


class PointError(Exception):
    """Takes more than it is given, by names that stand apart."""

    def __init__(self, text, trips=None, point=None, *, code=1):
        super().__init__(text)


class TextError(Exception):
    """Takes one text only."""

    def __init__(self, text):
        super().__init__(text.upper())


def other_class():
    """Another class of the same name."""

    class OwnError(Exception):
        pass

    return OwnError


OTHER = other_class()
FORMAT = "x is {} and n is {}"
KNOWN = KeyError("known")


def f_string(x, n):
    if x < 0.0:
        raise ValueError(f"n is {n}, x is {x:.3f} in {FORMAT!r}")
    return x * x


def f_string_of_integers(x, n):
    if x < 0.0:
        raise ValueError(f'it\'s "n" {{}}: {n}\n')
    return x * x


def percent(x, n):
    if x < 0.0:
        raise ValueError("x is %f, n is %d: 5%%" % (x, n))
    return x * x


def percent_of_one(x, n):
    if x < 0.0:
        raise ValueError("n is %s" % n)
    return x * x


def joined(x, n):
    if x < 0.0:
        raise ValueError("x is " + str(x) + ", n is " + repr(n))
    return x * x


def formatted(x, n):
    if x < 0.0:
        raise ValueError(FORMAT.format(x, n))
    return x * x


def malformed_format(x, n):
    if x < 0.0:
        raise ValueError("{".format(x))
    return x * x


def error_in_a_lambda(x, n):
    return (lambda y: y * y if y > 0.0 else fails("negative"))(x)


def error_in_a_recursion(x, n):
    if x < -4.0:
        raise ValueError("n is", n)
    if n == 0:
        return x * x
    return error_in_a_recursion(x - 1.0 if x < 0.0 else x, n - 1)


def text_in_a_name(x, n):
    if x < 0.0:
        text = "x is " + str(x)
        raise ValueError(text)
    return x * x


def text_of_one_class(x, n):
    if x < 0.0:
        raise TextError(f"x is {x}")
    return x * x


def unsupported_argument(x, n):
    if x < 0.0:
        raise ValueError(sorted([x]), "text")
    return x * x


def values(x, n):
    if x < 0.0:
        raise ValueError(n, None, "text", True, -1.5, (n, "part"))
    return x * x


def a_number_that_nothing_else_reads(x, n):
    y = math.sin(x) * 3.0
    if x < 0.0:
        raise ValueError("y", y)
    return x * x


def keyword_after_a_default(x, n):
    if x < 0.0:
        raise PointError("text", point=x)
    return x * x


def keyword_argument(x, n):
    if x < 0.0:
        raise OwnError("text", code=n)
    return x * x


def classes_of_one_name(x, n):
    if x < -10.0:
        raise OTHER("other")
    if x < 0.0:
        raise OwnError("own", 1)
    return x * x


def an_object(x, n):
    if x < 0.0:
        raise KNOWN
    return x * x


def from_another(x, n):
    if x < 0.0:
        raise ValueError("from") from KNOWN
    return x * x


def from_none(x, n):
    if x < 0.0:
        raise ValueError("from") from None
    return x * x


def bare_raise(x, n):
    if x < 0.0:
        raise
    return x * x


def assertion_of_a_tuple(x, n):
    assert x > 0.0, ("tuple", 1)
    return x * x


def assertion_of_a_number(x, n):
    assert x > 0.0, n
    return x * x


def assertion_of_an_f_string(x, n):
    assert x > 0.0, f"n is {n}"
    return x * x


def assertion_in_a_loop(x, n):
    y = x
    for i in range(n):
        y = y * x
        assert y > 0.0, i
    return y


def always(x, n):
    raise NotImplementedError


def always_with_a_text(x, n):
    raise NotImplementedError("later", n)


def always_false(x, n):
    assert False, "never here"


def fails(text):
    raise ValueError(text)


def checks(x):
    assert x > 0.0, "x must be positive"


def checks_all(a):
    for i in range(len(a)):
        if a[i] < 0.0:
            raise ValueError("negative", i)


def normalises(a):
    if a[0] < 0.0:
        raise ZeroDivisionError("nothing to divide by")
    a[0] = 1.0


def doubles(x):
    assert x > 0.0
    return 2.0 * x


def returned_failure(x, n):
    if x < 0.0:
        return fails("negative")
    return x * x


def called_failure(x, n):
    if x < 0.0:
        fails("negative")
    return x * x


def failure_in_place_of_a_value(x, n):
    if x < 0.0:
        y = fails("negative")
    else:
        y = x * x
    return y


def failure_in_a_choice(x, n):
    return x * x if x > 0.0 else fails("negative")


def failure_as_an_operand(x, n):
    x > 0.0 or fails("negative")
    return x * x


def failure_always(x, n):
    return fails("always")


def helper_that_checks(x, n):
    checks(x)
    return x * x


def helper_that_checks_in_a_loop(x, n):
    for i in range(n):
        checks(x - i * 0.1)
    return x * x


def helper_that_loops(x, n):
    checks_all(np.array([x, x]))
    return x * x


def helper_that_writes(x, n):
    a = np.array([x, x])
    normalises(a)
    return x * x


def helper_whose_value_is_not_taken(x, n):
    doubles(x)
    return x * x


def integer_division(x, n):
    return x * x * (1 // (n - n))


def integer_remainder(x, n):
    return x * x * (1 % (n - n))


# name: the arguments of the exception that a derivative raises, None for the primal's
RAISING = {
    f_string: ("n is 3, x is ... in ...",),
    f_string_of_integers: None,
    percent: ("x is ..., n is 3: 5%",),
    percent_of_one: None,
    joined: ("x is ..., n is 3",),
    formatted: ("x is ... and n is 3",),
    malformed_format: ("...",),
    error_in_a_lambda: None,
    error_in_a_recursion: None,
    text_in_a_name: ("x is ...",),
    text_of_one_class: ("X IS ...",),
    unsupported_argument: ("...", "text"),
    values: None,
    a_number_that_nothing_else_reads: None,
    keyword_argument: None,
    keyword_after_a_default: None,
    classes_of_one_name: None,
    an_object: None,
    from_another: None,
    from_none: None,
    bare_raise: None,
    assertion_of_a_tuple: None,
    assertion_of_a_number: None,
    assertion_of_an_f_string: None,
    assertion_in_a_loop: None,
    always: None,
    always_with_a_text: None,
    always_false: None,
    returned_failure: None,
    called_failure: None,
    failure_in_place_of_a_value: None,
    failure_in_a_choice: None,
    failure_as_an_operand: None,
    failure_always: None,
    helper_that_checks: None,
    helper_that_checks_in_a_loop: None,
    helper_that_loops: None,
    helper_that_writes: None,
    helper_whose_value_is_not_taken: None,
    integer_division: ("division by zero",),
    integer_remainder: ("division by zero",),
}
ALWAYS = (always, always_with_a_text, always_false, failure_always)
ALWAYS += (integer_division, integer_remainder)
# What a person meets most is compiled, too.
COMPILED = (
    f_string,
    f_string_of_integers,
    values,
    keyword_argument,
    classes_of_one_name,
    assertion_of_a_tuple,
    assertion_in_a_loop,
    always_with_a_text,
    returned_failure,
    helper_that_checks,
    helper_that_writes,
    integer_remainder,
)


def raised(call):
    with pytest.raises(Exception) as caught:
        call()
    return caught.value


def assert_raises_as_the_primal(function, derivative):
    own = raised(lambda: function(-2.0, 3))
    got = raised(lambda: derivative(-2.0, 3))
    assert type(got) is type(own)
    expected = RAISING[function]
    assert got.args == (own.args if expected is None else expected)


def along(function, jit):
    return lambda x, n: s2sad.jvp(function, (x, n), (1.0, None), jit=jit)


MODES = {
    "grad": lambda f, jit: s2sad.grad(f, jit=jit),
    "value_and_grad": lambda f, jit: s2sad.value_and_grad(f, jit=jit),
    "jvp": along,
    "second order": lambda f, jit: s2sad.grad(s2sad.grad(f, jit=jit), jit=jit),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("function", RAISING)
def test_exceptions_are_those_of_the_primal(function, mode):
    assert_raises_as_the_primal(function, MODES[mode](function, False))


@pytest.mark.parametrize("function", COMPILED)
def test_compiled_exceptions_are_those_of_the_primal(function):
    assert_raises_as_the_primal(function, MODES["value_and_grad"](function, True))


@pytest.mark.parametrize("function", [f for f in RAISING if f not in ALWAYS])
def test_where_nothing_is_raised(function):
    value, slope = s2sad.value_and_grad(function, jit=False)(2.0, 3)
    assert value == function(2.0, 3)
    step = 1e-6
    expected = (function(2.0 + step, 3) - function(2.0 - step, 3)) / (2.0 * step)
    assert slope == pytest.approx(expected)


# --- what is neither raised nor computed ----------------------------------------------


def stops_in_a_debugger(x):
    breakpoint()
    pdb.set_trace()
    return x * x


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_a_breakpoint_is_left_out(jit):
    assert s2sad.grad(stops_in_a_debugger, jit=jit)(3.0) == 6.0


def cube(x):
    y = x * x
    return y * x


def takes_no_value(x):
    cube(x)
    return x * x


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_a_call_whose_value_is_not_taken(jit):
    assert s2sad.grad(takes_no_value, jit=jit)(3.0) == 6.0


def compares_texts(x):
    return x if f"{x}" == "1.0" else x * x


def asks_for_the_length(x):
    return x * len(f"{x}")


def converts_a_text(x):
    return x * float(f"{x}")


def raises_no_class(x):
    raise "text"


def leaves_the_process(x):
    raise SystemExit(1)


REFUSED = {
    compares_texts: "a text with values in it is compared",
    asks_for_the_length: "a text with values in it is computed with",
    converts_a_text: "a text with values in it is used as a number",
    raises_no_class: "what is raised is no exception class",
    leaves_the_process: "what is raised is no exception class",
}


@pytest.mark.parametrize("function", REFUSED)
def test_what_has_no_meaning_is_refused(function):
    with pytest.raises(s2sad.RefusalError, match=REFUSED[function]):
        s2sad.grad(function, jit=False)(1.0)


def checked(x):
    if x < 0.0:
        raise ValueError("negative")
    return x


def in_a_test(x):
    if checked(x) > 1.0:
        note = 3.0  # noqa: F841
    return x * x


def in_a_bound(x):
    for _ in range(int(checked(x))):
        note = 3.0  # noqa: F841
    return x * x


def in_a_while(x):
    n = 0.0
    while checked(x + n) < 2.0:
        n += 1.0
    return x * x


@pytest.mark.parametrize("function", [in_a_test, in_a_bound, in_a_while])
def test_a_check_is_made_where_nothing_else_comes_of_it(function):
    made = s2sad.grad(function, jit=False)
    assert made(1.5) == 3.0
    with pytest.raises(ValueError, match="negative"):
        made(-1.5)


def ones_where_positive(a):
    out = np.empty(len(a))
    for i in range(len(a)):
        if a[i] < 0.0:
            raise ValueError("negative")
        out[i] = 1.0
    return out


def count_by_a_helper(x):
    return np.sum(ones_where_positive(x)) + x[0]


def test_a_helper_that_adds_no_adjoint_raises_as_well():
    made = s2sad.grad(count_by_a_helper, jit=False)
    np.testing.assert_array_equal(made(np.ones(2)), [1.0, 0.0])
    with pytest.raises(ValueError, match="negative"):
        made(np.array([1.0, -1.0]))


SCALES = {"one": 1.0}


def missing_entry(x):
    try:
        scale = SCALES["two"]
    except KeyError:
        scale = 2.0
    return scale * x * x


def missing_part(x):
    try:
        y = x * 2.0
        y = y * {"a": x}["b"]
    except LookupError:
        y = y * x * 3.0
    else:
        y = y * 100.0
    finally:
        y = y * 2.0
    return y


def missing_attribute(x):
    try:
        x = x.values
    except AttributeError:
        x = x * x
    return x


def no_length(x):
    try:
        count = len(x)
    except TypeError:
        count = 7
    return count * x * x


@pytest.mark.parametrize(
    "function", [missing_entry, missing_part, missing_attribute, no_length]
)
def test_what_always_raises_is_taken(function):
    check_plain(function, 1.5)


def test_what_always_raises_is_refused_where_nothing_takes_it():
    with pytest.raises(s2sad.RefusalError, match="no attribute values"):
        s2sad.grad(lambda x: x.values)(np.ones(2))


@pytest.mark.parametrize("mode", [s2sad.grad, s2sad.value_and_grad])
def test_of_two_errors_the_first_is_raised(mode):
    def function(x):
        s = 0.0
        for i in range(3):
            if x[i] > 100.0:
                raise ValueError("first")
            s += math.exp(x[i])
        if x[0] > 1.0:
            raise KeyError("second")
        return s

    with pytest.raises(ValueError, match="first"):
        mode(function, jit=False)(np.array([2.0, 200.0, 1.0]))
