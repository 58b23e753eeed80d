"""What a function leaves in its arguments, each of its derivatives leaves in them."""

import numpy as np
import pytest

import s2sad

X, W = np.array([0.5, 1.2, 0.7, 0.3]), np.array([0.3, 0.1, 0.6, 0.9])
work = np.zeros(4)


def recurrence(x, w):
    for _ in range(3):
        for i in range(1, len(x)):
            x[i] = x[i] * x[i - 1] + w[i]
    return np.sum(x**2)


def whole_arrays(x, w):
    x *= w
    x[0] = np.sin(x[1])
    w[1] = 7.0
    return np.sum(x**2)


def overwritten_before_it_is_read(x, w):
    x[:] = 0.0
    x[0] = w[0] ** 2
    return x[0] * w[1]


def name_bound_to_another_array(x, w):
    x[0] = x[1] * 2.0
    for _ in range(2):
        x = x * x
        x[1] = np.sin(x[1]) * w[0]
    return np.sum(x * x)


def second_name(x, w):
    y = x
    y[1:] += y[:-1] ** 2
    return np.sum(y**2) * w[0]


def written_unless_a_branch_makes_a_new_one(x, w):
    for k in range(2):
        if x[k] > 0.6:
            x = x * w
        x[k] = x[k + 1] * w[0]
    return np.sum(x**2)


def written_after_it_changed_places(x, w):
    new = x * w
    for k in range(3):
        x, new = new, x
        x[k] = new[k + 1] * w[0]
    return np.sum(x * new)


def written_by_a_helper(x, w):
    first = x
    x = x * w
    recurrence(x, w)
    recurrence(first[1:], w)
    return np.sum(x) * first[1]


def branches(x, w):
    for i in range(4):
        if x[i] > 0.6:
            x[i] = x[i] ** 2
            continue
        if x[i] > 2.0:
            return x[0] * w[0]
    return np.sum(x) * w[1]


def sorted_in_place(x, w):
    x.sort()
    return x[0] * x[1] * w[0]


def work_array_from_outside(x, w):
    for i in range(4):
        work[0] = x[i] ** 2
        x[i] = work[0] * x[0] * w[i]
    return np.sum(x)


def gives_an_array(x, w):
    for i in range(1, len(x)):
        x[i] = x[i] * x[i - 1] * w[i]
    return x * 2.0


SCALAR = (
    recurrence,
    whole_arrays,
    overwritten_before_it_is_read,
    name_bound_to_another_array,
    second_name,
    written_unless_a_branch_makes_a_new_one,
    written_after_it_changed_places,
    written_by_a_helper,
    branches,
    sorted_in_place,
    work_array_from_outside,
)
ONES = (np.ones(4), np.ones(4))


def with_pullback(function, jit):
    def call(x, w):
        value, pullback = s2sad.vjp(function, x, w, jit=jit)
        left = x.copy(), w.copy()
        pullback(np.ones_like(value))
        assert np.array_equal(left, (x, w))

    return call


def derivatives(function, jit):
    """{mode: a call of a derivative}."""
    return {
        "grad": s2sad.grad(function, jit=jit),
        "grad by w": s2sad.grad(function, argnums=1, jit=jit),
        "value_and_grad": s2sad.value_and_grad(function, argnums=(0, 1), jit=jit),
        "hessian": s2sad.hessian(function, jit=jit),
        "grad of grad": s2sad.grad(total_of(s2sad.grad(function, jit=jit)), jit=jit),
        "jvp": lambda x, w: s2sad.jvp(function, (x, w), ONES, jit=jit),
        "hvp": lambda x, w: s2sad.hvp(function, (x, w), ONES, jit=jit),
        "vjp": with_pullback(function, jit),
    }


def total_of(gradient):
    return lambda x, w: np.sum(gradient(x, w))


def left(call):
    """What a call leaves in its arguments, and in the array from outside."""
    work[:] = 0.0
    x, w = X.copy(), W.copy()
    call(x, w)
    return x, w, work.copy()


@pytest.mark.parametrize("function", SCALAR)
def test_derivatives_leave_in_arguments_what_the_primal_leaves(function):
    expected = left(function)
    for mode, call in derivatives(function, jit=False).items():
        for got, wanted in zip(left(call), expected, strict=True):
            assert got == pytest.approx(wanted, rel=1e-14), mode


@pytest.mark.parametrize("function", SCALAR)
def test_what_they_give_is_what_they_give_for_copies(function):
    work[:] = 0.0
    gradient = s2sad.grad(function, jit=False)(X.copy(), W.copy())

    def of(x):
        work[:] = 0.0
        return function(x.copy(), W.copy())

    steps = 1e-6 * np.eye(4)
    expected = [(of(X + s) - of(X - s)) / 2e-6 for s in steps]
    assert gradient == pytest.approx(np.array(expected), rel=1e-7, abs=1e-7)


@pytest.mark.parametrize("word", ["jacfwd", "jacrev"])
def test_jacobians_leave_in_arguments_what_the_primal_leaves(word):
    for argnums in (0, 1, (0, 1)):
        call = getattr(s2sad, word)(gives_an_array, argnums=argnums, jit=False)
        for got, wanted in zip(left(call), left(gives_an_array), strict=True):
            assert got == pytest.approx(wanted, rel=1e-14)


def test_compiled_they_do_the_same():
    for function in (recurrence, name_bound_to_another_array):
        for got, wanted in zip(left(s2sad.grad(function)), left(function), strict=True):
            assert got == pytest.approx(wanted, rel=1e-14)
    for got, wanted in zip(
        left(s2sad.jacrev(gives_an_array)), left(gives_an_array), strict=True
    ):
        assert got == pytest.approx(wanted, rel=1e-14)


def only_read_back(x, w):
    for i in range(1, len(x)):
        x[i] = x[i - 1] + w[i]
    return x[3]


def test_what_the_sweep_back_does_not_change_is_not_kept_apart():
    derivative = s2sad.grad(only_read_back, jit=False)
    derivative(X.copy(), W.copy())
    assert "copy" not in derivative.source
    assert left(derivative)[0] == pytest.approx(left(only_read_back)[0])


def filled_anew(x, w):
    for k in range(2):
        x = x * (k + w[0])
        x[0] = np.sin(x[1])
    return np.sum(x * x)


def changes_places_with_new_ones(x, w):
    new = w * w
    for k in range(2):
        new = np.cos(x) * w
        new[k] = x[k + 1]
        x, new = new, x
    return np.sum(x * new)


@pytest.mark.parametrize("function", (filled_anew, changes_places_with_new_ones))
def test_new_arrays_under_the_name_of_an_argument_are_not_the_argument(function):
    test_what_they_give_is_what_they_give_for_copies(function)
    assert np.array_equal(left(function)[0], X)
    text = s2sad.source(s2sad.grad(function, argnums=(0, 1), jit=False), X, W)
    assert "given" not in text


def stepped(x, w):
    for _ in range(3):
        x = x + 0.1 * np.sin(x) * w
        x[0] = x[1] * w[0]
    return np.sum(x * x)


def calls_what_writes_new_arrays_only(x, w):
    total = 0.0
    for k in range(3):
        total += stepped(x, w) * x[k]
    return total


def test_nothing_is_kept_for_a_call_that_writes_new_arrays_only():
    test_what_they_give_is_what_they_give_for_copies(calls_what_writes_new_arrays_only)
    text = s2sad.source(s2sad.grad(calls_what_writes_new_arrays_only), X, W)
    assert "x.copy()" not in text
