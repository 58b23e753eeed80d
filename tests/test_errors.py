"""What a user gets wrong, and what s2sad says to it; the user's own exceptions.

A wrong call raises an S2SADError with one sentence that holds the values. An exception
of the function that is differentiated comes through as it is.
"""

import functools
import linecache
import math
import operator
import warnings
from dataclasses import dataclass

import numpy as np
import pytest

import s2sad

A = np.array([1.0, 2.0])


@dataclass
class Box:
    value: float


class OwnError(ValueError):
    """An exception class of the user's."""


# --- functions that users differentiate -----------------------------------------------


def square(x):
    return x * x


def product(x, y):
    return x * y


def power(x, n):
    return x**n


def doubled(x):
    return x * 2.0


def sum_of_squares(x):
    return np.sum(x * x)


def first_two(x):
    return x[0] * x[1]


def length(x):
    return len(x)


def truncated(x):
    return int(x)


def nothing(x):
    x * x


def three(x):
    return x, x, x


def listed(x):
    return [x, x]


def with_a_flag(x):
    return x > 0.0, x * x


READ_ONLY = np.zeros(2)
READ_ONLY.flags.writeable = False


def of_a_dict(p):
    return p["a"] * p["b"]


def misspelt(x):
    return np.sinn(x)


def misspelt_import(x):
    from math import sinn

    return sinn(x)


def missing_module(x):
    import no_such_module

    return no_such_module.sin(x)


def no_arguments():
    return 1.0


def reads_a_missing_name(x):
    return x * undefined  # noqa: F821


def reads_before_writing(x):
    y = late * x  # noqa: F821
    late = 1.0
    return y + late


def helper_called_wrongly(x):
    return square(x, x)


def unpacks_too_many(x):
    a, b, c = x, x
    return a * b * c


def leaves_its_table(x):
    t = (x, x)
    return t[5]


def annotated_by_nothing(x):
    return x


def without_source():
    """A function whose text is nowhere."""
    names = {}
    exec("def unseen(x):\n    return x * x if x else x\n", names)
    return names["unseen"]


def with_changed_source():
    """A function whose file was changed after it was read."""
    names, file = {}, "<changed>"
    exec(compile("def changed(x):\n    return x * x\n", file, "exec"), names)
    text = "\n\n\nx = 1\n"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    return names["changed"]


# --- wrong calls ----------------------------------------------------------------------

grad, vjp, jvp = s2sad.grad, s2sad.vjp, s2sad.jvp
USAGE, SOURCE, REFUSAL = s2sad.UsageError, s2sad.SourceError, s2sad.RefusalError
ONE_NUMBER = "grad needs a function that returns one number; "
ONLY_FLOATS = ": only floats have derivatives; pass a float (2.0, not 2)"
TAKES = "s2sad takes float64, float32, complex128, integer and bool arrays"
NO_PYTHON = "is not a Python function, so it has no source to differentiate"

# name: (call, class, what the message holds)
ARGUMENT_NUMBERS = {
    "argnums out of range": (
        lambda: grad(product, argnums=2)(1.0, 2.0),
        USAGE,
        "argnums 2 is out of range: product takes 2 arguments",
    ),
    "argnums below the range": (
        lambda: grad(product, argnums=-3)(1.0, 2.0),
        USAGE,
        "argnums -3 is out of range: product takes 2 arguments",
    ),
    "one of the argnums out of range": (
        lambda: grad(product, argnums=(0, 5))(1.0, 2.0),
        USAGE,
        "argnums 5 is out of range: product takes 2 arguments",
    ),
    "argnums of a function without arguments": (
        lambda: grad(no_arguments)(),
        USAGE,
        "argnums 0 is out of range: no_arguments takes 0 arguments",
    ),
    "argnums by an unknown name": (
        lambda: grad(product, argnums="z")(1.0, 2.0),
        USAGE,
        "product has no argument 'z'; it has x and y",
    ),
    "no argnums": (lambda: grad(product, argnums=())(1.0, 2.0), USAGE, "argnums ()"),
    "argnums that is a float": (
        lambda: grad(product, argnums=1.5)(1.0, 2.0),
        USAGE,
        "argnums 1.5",
    ),
    "argnums that is None": (
        lambda: grad(product, argnums=None)(1.0, 2.0),
        USAGE,
        "argnums None",
    ),
}
INPUTS = {
    "integer": (
        lambda: grad(square)(3),
        USAGE,
        "grad of square by x, which is int" + ONLY_FLOATS,
    ),
    "NumPy integer": (
        lambda: grad(square)(np.int64(3)),
        USAGE,
        "grad of square by x, which is int" + ONLY_FLOATS,
    ),
    "array of integers": (
        lambda: grad(sum_of_squares)(np.array([1, 2])),
        USAGE,
        "grad of sum_of_squares by x, which is int[:]" + ONLY_FLOATS,
    ),
    "bool": (lambda: grad(square)(True), USAGE, "which is True" + ONLY_FLOATS),
    "array of bools": (
        lambda: grad(sum_of_squares)(np.array([True])),
        USAGE,
        "which is bool[:]" + ONLY_FLOATS,
    ),
    "integers for a Jacobian": (
        lambda: s2sad.jacrev(square)(np.array([1, 2])),
        USAGE,
        "jacrev of square by x, which is int[:]" + ONLY_FLOATS,
    ),
    "list of integers": (lambda: grad(first_two)([1, 2]), USAGE, "only floats"),
    "string": (lambda: grad(square)("a"), REFUSAL, "'a' is used as a number"),
    "None": (lambda: grad(square)(None), REFUSAL, "None is used as a number"),
    "complex result": (
        lambda: grad(square)(1j),
        USAGE,
        "grad of real numbers: the result of square is complex; holomorphic=True",
    ),
    "real argument of a holomorphic function": (
        lambda: grad(square, holomorphic=True)(1.0),
        USAGE,
        "grad with holomorphic=True is of complex numbers, but x is float64",
    ),
    "complex argument, forward": (
        lambda: s2sad.jacfwd(square)(1j),
        USAGE,
        "jacfwd of real numbers: x is complex; holomorphic=True",
    ),
    "complex argument of a Hessian": (
        lambda: s2sad.hessian(lambda x: abs(x))(1j),
        USAGE,
        "hessian of real numbers: x is complex; holomorphic=True",
    ),
    "holomorphic is no flag": (
        lambda: grad(square, holomorphic=1),
        USAGE,
        "holomorphic is True or False, not 1",
    ),
    "array of small complex numbers": (
        lambda: grad(sum_of_squares)(np.array([1j], np.complex64)),
        USAGE,
        f"argument x is an array of complex64; {TAKES}",
    ),
    "array of objects": (
        lambda: grad(sum_of_squares)(np.array([1.0, None])),
        USAGE,
        f"argument x is an array of object; {TAKES}",
    ),
    "array of strings": (
        lambda: grad(sum_of_squares)(np.array(["a"])),
        USAGE,
        f"argument x is an array of <U1; {TAKES}",
    ),
    "array of half floats": (
        lambda: grad(sum_of_squares)(np.ones(2, np.float16)),
        USAGE,
        f"argument x is an array of float16; {TAKES}",
    ),
    "array with a mask": (
        lambda: grad(sum_of_squares)(np.ma.array([1.0, 2.0], mask=[True, False])),
        USAGE,
        f"argument x is a MaskedArray; {TAKES}",
    ),
    "dict whose keys are numbers": (
        lambda: grad(of_a_dict)({1: 1.0}),
        USAGE,
        "a dict argument must have string keys",
    ),
    "dict without a key": (
        lambda: grad(of_a_dict)({"a": 1.0}),
        REFUSAL,
        "there is no part 'b'",
    ),
    "set": (lambda: grad(first_two)({1.0, 2.0}), REFUSAL, "'set' object"),
}
OUTPUTS = {
    "array as result": (
        lambda: grad(doubled)(A),
        USAGE,
        ONE_NUMBER + "doubled returns float64[:]: use jacrev, jacfwd or vjp",
    ),
    "array as result of value_and_grad": (
        lambda: s2sad.value_and_grad(doubled)(A),
        USAGE,
        "value_and_grad needs a function that returns one number; doubled returns",
    ),
    "array as result under a Hessian": (
        lambda: s2sad.hessian(doubled)(A),
        USAGE,
        ONE_NUMBER + "doubled returns float64[:]",
    ),
    "several results": (
        lambda: grad(three)(1.0),
        USAGE,
        ONE_NUMBER + "three returns several values",
    ),
    "length as result": (
        lambda: grad(length)(A),
        USAGE,
        "grad needs a float result; length returns int",
    ),
    "integer as result": (
        lambda: grad(truncated)(1.0),
        USAGE,
        "grad needs a float result; truncated returns int",
    ),
    "no result": (
        lambda: grad(nothing)(1.0),
        USAGE,
        ONE_NUMBER + "nothing returns nothing",
    ),
    "no result for jacrev": (
        lambda: s2sad.jacrev(nothing)(1.0),
        USAGE,
        "jacrev needs a result; nothing returns nothing",
    ),
    "no result for jacobian": (
        lambda: s2sad.jacobian(nothing)(1.0),
        USAGE,
        "jacobian needs a result; nothing returns nothing",
    ),
    "has_aux without a pair": (
        lambda: grad(square, has_aux=True)(1.0),
        USAGE,
        "has_aux needs square to return a pair (value, aux)",
    ),
    "has_aux with three results": (
        lambda: grad(three, has_aux=True)(1.0),
        USAGE,
        "has_aux needs three to return a pair (value, aux)",
    ),
    "has_aux of a vjp without a pair": (
        lambda: vjp(square, 1.0, has_aux=True),
        USAGE,
        "has_aux needs square to return a pair (value, aux)",
    ),
}
SEEDS = {
    "seed of another shape": (
        lambda: vjp(doubled, A)[1](np.ones(3)),
        USAGE,
        "the seed has shape (3,), but its primal has shape (2,)",
    ),
    "number as seed of an array": (
        lambda: vjp(doubled, A)[1](1.0),
        USAGE,
        "the seed has shape (), but its primal has shape (2,)",
    ),
    "array as seed of a number": (
        lambda: vjp(sum_of_squares, A)[1](np.ones(1)),
        USAGE,
        "the seed has shape (1,), but its primal has shape ()",
    ),
    "complex seed": (
        lambda: vjp(doubled, A)[1](np.array([1j, 1j])),
        USAGE,
        "the seed is complex, but its primal is float64[:]",
    ),
    "string as seed": (
        lambda: vjp(square, 1.0)[1]("a"),
        USAGE,
        "the seed is 'a', not numbers",
    ),
    "ragged seed": (
        lambda: vjp(doubled, A)[1]([[1.0], [1.0, 2.0]]),
        USAGE,
        "the seed is [[1.0], [1.0, 2.0]], not numbers",
    ),
    "number as seed of a tuple": (
        lambda: vjp(three, 1.0)[1](1.0),
        USAGE,
        "the seed does not have the structure of its primal",
    ),
    "seed of fewer parts": (
        lambda: vjp(three, 1.0)[1]((1.0, 1.0)),
        USAGE,
        "the seed does not have the structure of its primal",
    ),
    "tuple as seed of a list": (
        lambda: vjp(listed, 1.0)[1]((1.0, 1.0)),
        USAGE,
        "the seed does not have the structure of its primal: it is a tuple, not a list",
    ),
    "number as seed of a flag": (
        lambda: vjp(with_a_flag, 1.0)[1]((1.0, 1.0)),
        USAGE,
        "the seed[0] must be zeros or None: it is of booleans",
    ),
    "seed by keyword": (
        lambda: vjp(square, 1.0)[1](seed=1.0),
        USAGE,
        "the pullback of square takes one seed, not seed",
    ),
    "two seeds": (
        lambda: vjp(square, 1.0)[1](1.0, 2.0),
        USAGE,
        "the pullback of square takes one seed, not 2",
    ),
}
TANGENTS = {
    "primals that are no tuple": (
        lambda: jvp(square, 1.0, (1.0,)),
        USAGE,
        "jvp needs primals as a tuple, not float",
    ),
    "tangents that are no tuple": (
        lambda: jvp(square, (1.0,), 1.0),
        USAGE,
        "jvp needs tangents as a tuple, not float",
    ),
    "primals of hvp that are no tuple": (
        lambda: s2sad.hvp(square, 2.0, (1.0,)),
        USAGE,
        "hvp needs primals as a tuple, not float",
    ),
    "fewer tangents than primals": (
        lambda: jvp(product, (1.0, 2.0), (1.0,)),
        USAGE,
        "jvp needs a tangent for each primal: 2 primals, 1 tangent",
    ),
    "tangent of another shape": (
        lambda: jvp(sum_of_squares, (A,), (np.ones(3),)),
        USAGE,
        "the tangent of x has shape (3,), but its primal has shape (2,)",
    ),
    "tangent of an integer": (
        lambda: jvp(power, (2.0, 3), (1.0, 1.0)),
        USAGE,
        "the tangent of n must be zeros or None: it is of integers",
    ),
    "string as tangent": (
        lambda: jvp(square, (2.0,), ("a",)),
        USAGE,
        "the tangent of x is 'a', not numbers",
    ),
    "number as tangent of a tuple": (
        lambda: jvp(first_two, ((2.0, 3.0),), (1.0,)),
        USAGE,
        "the tangent of x does not have the structure of its primal",
    ),
    "dict of other keys as tangent": (
        lambda: jvp(of_a_dict, ({"a": 1.0, "b": 2.0},), ({"a": 1.0, "c": 2.0},)),
        USAGE,
        "the tangent of p does not have the structure of its primal",
    ),
    "nothing but integers": (
        lambda: jvp(square, (2,), (1.0,)),
        USAGE,
        "square has no float argument",
    ),
}
CALLS = {
    "vjp without arguments": (
        lambda: vjp(square),
        USAGE,
        "square_vjp: missing a required argument: 'x'",
    ),
    "vjp with too many arguments": (
        lambda: vjp(square, 1.0, 2.0),
        USAGE,
        "square_vjp: too many positional arguments",
    ),
    "vjp of a string": (lambda: vjp(square, "a"), REFUSAL, "'a' is used as a number"),
    "integer beyond 64 bits": (
        lambda: grad(product)(2.0, 10**20),
        USAGE,
        "argument y is 100000000000000000000, an integer beyond 64 bits",
    ),
    "too many arguments": (
        lambda: grad(square, jit=False)(1.0, 2.0),
        USAGE,
        "square_grad: too many positional arguments",
    ),
    "too few arguments": (
        lambda: grad(product, jit=False)(1.0),
        USAGE,
        "product_grad: missing a required argument: 'y'",
    ),
    "unknown keyword": (
        lambda: grad(product, jit=False)(1.0, 2.0, z=3.0),
        USAGE,
        "product_grad: got an unexpected keyword argument 'z'",
    ),
    "an argument twice": (
        lambda: grad(product, jit=False)(1.0, 2.0, x=2.0),
        USAGE,
        "product_grad: multiple values for argument 'x'",
    ),
    "unknown option": (
        lambda: grad(square, fastmat=True)(1.0),
        USAGE,
        "fastmat",
    ),
    "too few shadows": (
        lambda: s2sad.adjoint(first_two)(A, 1.0),
        USAGE,
        "first_two_adjoint takes x, result_bar, x_bar: 1 seeds and shadows were given",
    ),
    "too many shadows": (
        lambda: s2sad.adjoint(first_two)(A, 1.0, A, A),
        USAGE,
        "first_two_adjoint takes x, result_bar, x_bar: 3 seeds and shadows were given",
    ),
    "shadow of another shape": (
        lambda: s2sad.adjoint(first_two)(A, 1.0, np.zeros(1)),
        USAGE,
        "x_bar has shape (1,), but x has shape (2,)",
    ),
    "shadow of integers": (
        lambda: s2sad.adjoint(first_two)(A, 1.0, np.zeros(2, int)),
        USAGE,
        "x_bar is an array of int64, but x is an array of float64",
    ),
    "too few tangents": (
        lambda: s2sad.tangent(first_two)(A),
        USAGE,
        "first_two_tangent takes x, x_dot: 0 seeds and shadows were given",
    ),
    "number as tangent of an array": (
        lambda: s2sad.tangent(first_two)(A, 1.0),
        USAGE,
        "x_dot has shape (), but x has shape (2,)",
    ),
}
LOW_LEVEL = {
    "list as a tangent": (
        lambda: s2sad.tangent(doubled)(A, [1.0, 1.0]),
        USAGE,
        "x_dot is a list, not an array",
    ),
    "list as a shadow": (
        lambda: s2sad.adjoint(doubled)(A, A, [0.0, 0.0]),
        USAGE,
        "x_bar is a list, not an array",
    ),
    "read-only shadow": (
        lambda: s2sad.adjoint(doubled)(A, A, READ_ONLY),
        USAGE,
        "x_bar is read-only, but the adjoint of x goes into it",
    ),
    "string as a tangent": (
        lambda: s2sad.tangent(square)(2.0, "a"),
        USAGE,
        "x_dot is 'a', not numbers",
    ),
    "None as a tangent": (
        lambda: s2sad.tangent(square)(2.0, None),
        USAGE,
        "x_dot is None, not numbers",
    ),
    "complex tangent": (
        lambda: s2sad.tangent(square)(2.0, 1j),
        USAGE,
        "x_dot is complex, but its primal is float64",
    ),
    "array as tangent of a number": (
        lambda: s2sad.tangent(square)(2.0, A),
        USAGE,
        "x_dot has shape (2,), but its primal has shape ()",
    ),
    "array as low-level seed of a number": (
        lambda: s2sad.adjoint(sum_of_squares)(A, A, np.zeros(2)),
        USAGE,
        "result_bar has shape (2,), but its result is float64",
    ),
    "low-level seed of another shape": (
        lambda: s2sad.adjoint(doubled, jit=False)(A, np.ones(3), np.zeros(2)),
        USAGE,
        "result_bar has shape (3,), but its result has shape (2,)",
    ),
    "tangent by an unknown name": (
        lambda: s2sad.tangent(square)(2.0, y_dot=1.0),
        USAGE,
        "square_tangent takes x, x_dot: there is no y_dot",
    ),
    "tangent twice": (
        lambda: s2sad.tangent(square)(2.0, 1.0, x_dot=1.0),
        USAGE,
        "square_tangent takes x, x_dot: x_dot is given twice",
    ),
    "tangent of a tangent": (
        lambda: s2sad.tangent(s2sad.tangent(square)),
        USAGE,
        "tangent of the tangent of square would take seeds of seeds",
    ),
    "low-level argnums out of range": (
        lambda: s2sad.adjoint(square, argnums=1)(2.0, 1.0),
        USAGE,
        "argnums 1 is out of range: square takes 1 argument",
    ),
    "has_aux of a tangent": (
        lambda: s2sad.tangent(square, has_aux=True),
        USAGE,
        "has_aux is not an option of tangent or numba.njit",
    ),
}
AT_ONCE = {
    "function by another word": (
        lambda: grad(fun=square),
        USAGE,
        "fun is not an option of grad or numba.njit",
    ),
    "unknown option of a decorator": (
        lambda: grad(argnum=1),
        USAGE,
        "argnum is not an option of grad or numba.njit",
    ),
    "unknown option of hessian": (
        lambda: s2sad.hessian(square, fastmat=True),
        USAGE,
        "fastmat is not an option of hessian or numba.njit",
    ),
    "too many settings": (
        lambda: grad(square, 0, False, True, 5),
        USAGE,
        "grad: too many positional arguments",
    ),
    "hessian of a ufunc": (
        lambda: s2sad.hessian(np.frompyfunc(abs, 1, 1)),
        SOURCE,
        f"<ufunc 'abs (vectorized)'> {NO_PYTHON}",
    ),
    "vjp of a function in C": (lambda: vjp(np.random.rand, 0.3), SOURCE, NO_PYTHON),
    "hvp of a number": (
        lambda: s2sad.hvp(3.0, (2.0,), (1.0,)),
        USAGE,
        "hvp needs a function, not 3.0",
    ),
    "order that is a flag": (
        lambda: s2sad.nth_derivative(square, True),
        USAGE,
        "nth_derivative needs an order of 0 or more, not True",
    ),
    "derivative of order 0 of a number": (
        lambda: s2sad.nth_derivative(3.0, 0),
        USAGE,
        "nth_derivative needs a function, not 3.0",
    ),
    "has_aux of a Jacobian without a pair": (
        lambda: s2sad.jacrev(square, has_aux=True)(1.0),
        USAGE,
        "has_aux needs square to return a pair (value, aux)",
    ),
}
FUNCTIONS = {
    "function without a text": (
        lambda: grad(without_source())(1.0),
        SOURCE,
        "no source found for unseen (file '<string>'): define it in a file",
    ),
    "function whose text was changed": (
        lambda: grad(with_changed_source())(1.0),
        SOURCE,
        "the source of changed in <changed> is not the text that was run: reload it",
    ),
    "builtin": (lambda: grad(len)(1.0), SOURCE, NO_PYTHON),
    "function in C": (
        lambda: grad(operator.itemgetter(0))(1.0),
        SOURCE,
        f"operator.itemgetter(0) {NO_PYTHON}",
    ),
    "ufunc without a rule": (
        lambda: grad(np.spacing)(1.0),
        REFUSAL,
        "np.spacing is not supported",
    ),
    "class": (lambda: grad(int)(1.0), SOURCE, "<class 'int'> is no"),
    "partial": (
        lambda: grad(functools.partial(np.random.rand, 2.0))(1.0),
        SOURCE,
        NO_PYTHON,
    ),
    "number for grad": (lambda: grad(3.0), USAGE, "grad needs a function, not 3.0"),
    "string for grad": (lambda: grad("x"), USAGE, "grad needs a function, not 'x'"),
    "number for jvp": (
        lambda: jvp(3.0, (1.0,), (1.0,)),
        USAGE,
        "jvp needs a function, not 3.0",
    ),
    "number for vjp": (lambda: vjp(3.0, 1.0), USAGE, "vjp needs a function, not 3.0"),
    "number for hessian": (
        lambda: s2sad.hessian(3.0),
        USAGE,
        "hessian needs a function, not 3.0",
    ),
    "number for adjoint": (
        lambda: s2sad.adjoint(3.0),
        USAGE,
        "adjoint needs a function, not 3.0",
    ),
    "negative order": (
        lambda: s2sad.nth_derivative(square, -1),
        USAGE,
        "nth_derivative needs an order of 0 or more, not -1",
    ),
    "order that is no integer": (
        lambda: s2sad.nth_derivative(square, 1.5),
        USAGE,
        "nth_derivative needs an order of 0 or more, not 1.5",
    ),
    "source of a function": (
        lambda: s2sad.source(square, 1.0),
        USAGE,
        "source needs a derivative, not <function square",
    ),
    "source without types": (
        lambda: s2sad.source(grad(annotated_by_nothing)),
        USAGE,
        "the types of x are not known: annotate annotated_by_nothing",
    ),
    "misspelt attribute": (
        lambda: grad(misspelt)(1.0),
        REFUSAL,
        "numpy has no attribute sinn",
    ),
    "misspelt import": (
        lambda: grad(misspelt_import)(1.0),
        REFUSAL,
        "math has no attribute sinn",
    ),
    "missing module": (
        lambda: grad(missing_module)(1.0),
        REFUSAL,
        "no_such_module",
    ),
    "name that is not defined": (
        lambda: grad(reads_a_missing_name)(1.0),
        REFUSAL,
        "undefined is not defined",
    ),
    "name that is read before it is written": (
        lambda: grad(reads_before_writing)(1.0),
        REFUSAL,
        "late",
    ),
    "helper with too many arguments": (
        lambda: grad(helper_called_wrongly)(1.0),
        REFUSAL,
        "square takes 1 argument, not 2",
    ),
    "more names than values": (
        lambda: grad(unpacks_too_many)(1.0),
        REFUSAL,
        "2 values are unpacked into 3 names",
    ),
    "index beyond a tuple": (
        lambda: grad(leaves_its_table)(1.0),
        REFUSAL,
        "there is no part 5",
    ),
}
MISTAKES = {
    **ARGUMENT_NUMBERS,
    **INPUTS,
    **OUTPUTS,
    **SEEDS,
    **TANGENTS,
    **CALLS,
    **LOW_LEVEL,
    **AT_ONCE,
    **FUNCTIONS,
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_one_sentence(name):
    call, error_class, words = MISTAKES[name]
    with pytest.raises(s2sad.S2SADError) as caught:
        call()
    message = str(caught.value)
    assert type(caught.value) is error_class
    assert words in message
    if error_class is REFUSAL:
        assert caught.value.place is not None
    else:
        assert "\n" not in message


def test_every_error_of_s2sad_is_of_one_family():
    for error in (USAGE, SOURCE, REFUSAL, s2sad.ReachedError):
        assert issubclass(error, s2sad.S2SADError)


def test_a_wrong_call_leaves_the_derivative_as_it_was():
    derivative = grad(product)
    for wrong in ((3, 2.0), ("a", 2.0)):
        with pytest.raises(s2sad.S2SADError):
            derivative(*wrong)
    # the count of arguments is checked by Numba's dispatcher, as Python would
    for wrong in ((1.0,), (1.0, 2.0, 3.0)):
        with pytest.raises(TypeError, match="arguments"):
            derivative(*wrong)
    assert derivative(3.0, 2.0) == 2.0


def test_tangents_of_integers_may_be_zeros_or_none():
    assert jvp(power, (2.0, 3), (1.0, 0)) == (8.0, 12.0)
    assert jvp(power, (2.0, 3), (1.0, None)) == (8.0, 12.0)


# --- the user's own exceptions --------------------------------------------------------


def asserts(x):
    assert x > 0.0, "x must be positive"
    return x * x


def raises(x):
    if x < 0.0:
        raise ValueError("negative x")
    return x * x


def raises_two_values(x):
    if x < 0.0:
        raise ValueError("negative x", 3)
    return x * x


def raises_a_constant_text(x):
    if x < 0.0:
        raise ValueError(MESSAGE)
    return x * x


def raises_joined_text(x):
    if x < 0.0:
        raise RuntimeError("negative" + " x")
    return x * x


def raises_own_class(x):
    if x < 0.0:
        raise OwnError("negative x")
    return x * x


def raises_bare_class(x):
    if x < 0.0:
        raise OverflowError
    return x * x


def raises_class_of_a_module(x):
    if x < 0.0:
        raise np.linalg.LinAlgError("negative x")
    return x * x


def raises_what_is_not_implemented(x):
    if x < 0.0:
        raise NotImplementedError("negative x")
    return x * x


def raises_in_a_helper(x):
    return raises(x) + asserts(abs(x))


MESSAGE = "negative x, says a constant"
OWN_EXCEPTIONS = (
    raises,
    raises_two_values,
    raises_a_constant_text,
    raises_joined_text,
    raises_own_class,
    raises_bare_class,
    raises_class_of_a_module,
    raises_what_is_not_implemented,
    raises_in_a_helper,
)


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
@pytest.mark.parametrize("function", OWN_EXCEPTIONS)
def test_own_exceptions_come_through(function, jit):
    with pytest.raises(Exception) as own:
        function(-1.0)
    derivative = s2sad.value_and_grad(function, jit=jit)
    assert derivative(2.0) == (function(2.0), function(2.0))
    with pytest.raises(Exception) as caught:
        derivative(-1.0)
    assert type(caught.value) is type(own.value)
    assert caught.value.args == own.value.args


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_own_assertions_come_through(jit):
    with pytest.raises(AssertionError) as caught:
        grad(asserts, jit=jit)(-1.0)
    assert caught.value.args == ("x must be positive",)


def raises_with_values(x):
    if x < 0.0:
        raise ValueError(f"negative x: {x}")
    return x * x


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_a_text_with_values_keeps_its_words(jit):
    with pytest.raises(ValueError, match="negative x: "):
        grad(raises_with_values, jit=jit)(-1.0)


def floor_divides(x, n):
    return x * (1 // n)


def takes_a_remainder(x, n):
    return x * (1 % n)


def divides_integers(x, n):
    return x * (1 / n)


def divides_in_place(x, n):
    k = 1
    k //= n
    return x * k


def divides_in_a_loop(x, n):
    k = 7
    for i in range(n, 3):
        k = k // i
    return x * k


def divides_by_the_end_of_a_loop(x, n):
    total = 0.0
    for i in range(-3, n):
        total += x * (i // n)
    return total


def divides_by_the_end_of_a_loop_down(x, n):
    total = 0.0
    for i in range(3, n, -1):
        total += x * (i % n)
    return total


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
@pytest.mark.parametrize(
    "function",
    [
        floor_divides,
        divides_by_the_end_of_a_loop,
        divides_by_the_end_of_a_loop_down,
        takes_a_remainder,
        divides_integers,
        divides_in_place,
        divides_in_a_loop,
    ],
)
def test_integer_division_by_zero_raises(function, jit):
    derivative = grad(function, jit=jit)
    assert derivative(2.0, 1) == function(1.0, 1)
    with pytest.raises(ZeroDivisionError):
        function(2.0, 0)
    with pytest.raises(ZeroDivisionError):
        derivative(2.0, 0)


def reciprocal(x):
    return 1.0 / x


def reciprocal_of_integer_one(x):
    return 1 / x


def divided_by_zero(x):
    return x / 0.0


def divided_in_place(x):
    y = 1.0
    y /= x
    return y


def divided_by_an_integer(x):
    return x / (len(A) - 2)


def negative_power(x):
    return x**-1.0


def logarithm(x):
    return np.log(x)


def square_root(x):
    return np.sqrt(x)


INF, NAN = math.inf, math.nan
FLOAT_DIVISIONS = (
    (reciprocal, 0.0, INF, -INF),
    (reciprocal_of_integer_one, 0.0, INF, -INF),
    (divided_by_zero, 1.0, INF, INF),
    (divided_by_zero, 0.0, NAN, INF),
    (divided_in_place, 0.0, INF, -INF),
    (divided_in_place, 2.0, 0.5, -0.25),
    (divided_by_an_integer, 1.0, INF, INF),
    (negative_power, 0.0, INF, -INF),
    (logarithm, 0.0, -INF, INF),
    (logarithm, -1.0, NAN, -1.0),
    (square_root, 0.0, 0.0, INF),
)


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
@pytest.mark.parametrize("function, x, value, slope", FLOAT_DIVISIONS)
def test_float_division_by_zero_is_silent(function, x, value, slope, jit):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        got = s2sad.value_and_grad(function, jit=jit)(x)
    np.testing.assert_array_equal(got, (value, slope))


def sum_of_reciprocals(a):
    return np.sum(1.0 / a)


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_array_division_by_zero_is_silent(jit):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        got = grad(sum_of_reciprocals, jit=jit)(np.array([0.0, 1.0]))
    np.testing.assert_array_equal(got, [-INF, -1.0])


def reads_beyond_the_end(a, n):
    return a[0] * a[n]


def test_an_index_beyond_the_end_raises_in_plain_python():
    with pytest.raises(IndexError, match="index 7 is out of bounds"):
        grad(reads_beyond_the_end, jit=False)(A, 7)


def constant_of_small_numbers(x):
    for value in x:
        if value > 0.4:
            raise ValueError("too large")
    return 1.0


def sum_of_small_numbers(x):
    total = 0.0
    for value in x:
        if value > 0.4:
            raise ValueError("too large")
        total += value
    return total


def flips(x):
    word, total = "add", 0.0
    for value in x:
        if word == "add":
            total += value
            word = [value]
        else:
            total *= value
            word = "add"
    return total


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev, s2sad.hessian])
def test_a_jacobian_of_zeros_raises_what_the_function_raises(transform, jit):
    with pytest.raises(ValueError, match="too large"):
        transform(constant_of_small_numbers, jit=jit)(np.array([0.3, 0.8]))
    with pytest.raises(ValueError, match="too large"):
        transform(sum_of_small_numbers, jit=jit)(np.array([0.3, 0.8]))
    with pytest.raises(s2sad.ReachedError, match="word"):
        transform(flips, jit=jit)(np.array([0.3, 0.8]))


def of_dicts(x):
    parts = [{"value": v} for v in x]
    return sum(part["value"] for part in parts)


def test_what_a_refused_loop_gives_is_no_integer():
    """Nothing is known of what comes of it, but for what was refused."""
    with pytest.raises(s2sad.RefusalError, match="a dict is used as a number"):
        grad(of_dicts)(A)
