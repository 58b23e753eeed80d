"""Calls of heavy functions are split: the function runs forward once."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad


def simulate(p, n):
    u = np.empty(n)
    u[0] = p[1]
    for i in range(1, n):
        u[i] = u[i - 1] + 0.1 * np.sin(p[0] * u[i - 1])
    return u


def settle(p, n):
    s = p[1]
    for _ in range(n):
        s = np.cos(p[0] * s)
    return s


def both(p, n):
    s, t = p[0], p[1]
    for _ in range(n):
        s, t = s * np.cos(t), t + 0.1 * np.sin(s)
    return s, t


def path_and_its_end(p, n):
    u = np.empty(n)
    v = p[1]
    for i in range(n):
        v = v * v * p[0]
        u[i] = v
    return u, np.sum(u)


def scale(u, p):
    for i in range(len(u)):
        u[i] = u[i] * np.sin(u[i] * p[0])
    return np.sum(u)


def only_results_are_read(p):
    u = simulate(p, 9)
    return np.sum(u * u) * p[0]


def saved_values_are_passed(p):
    s = settle(p, 7)
    return s * s + p[0]


def called_where_it_is_returned(p):
    return settle(p, 7)


def called_in_a_product(p):
    return 2.0 * settle(p, 7) * p[1]


def two_results(p):
    s, t = both(p, 4)
    return s * t


def array_and_number(p):
    u, total = path_and_its_end(p, 3)
    return u[1] * total


def called_twice(p):
    return settle(p, 5) * settle(p, 3)


def one_by_one(p):
    u = simulate(p, 6)
    q = np.array([u[5], u[3]])
    return np.sum(simulate(q, 5) ** 2)


SPLIT = (
    only_results_are_read,
    saved_values_are_passed,
    called_where_it_is_returned,
    called_in_a_product,
    two_results,
    array_and_number,
    one_by_one,
    called_twice,
)


def result_is_changed(p):
    u = simulate(p, 6)
    u[2] = u[2] * u[3]
    return np.sum(u * u)


def argument_is_changed(p):
    q = p * 1.5
    u = simulate(q, 6)
    q[0] = u[2]
    return np.sum(u * u) * q[0]


def argument_is_changed_by_another_name(p):
    q = p * 1.5
    r = q
    u = simulate(q, 6)
    r[0] = u[2] ** 2
    return np.sum(u * u) * q[0]


def called_in_a_loop(p):
    s = 0.0
    for n in range(3, 6):
        s += settle(p, n) ** 2
    return s


def called_in_a_branch(p):
    s = p[0]
    if p[1] > 0.0:
        s = settle(p, 6) ** 2
    return s


def normalised(p):
    out, total = np.empty(3), np.zeros(3)
    for i in range(3):
        for k in range(2):
            total[i] += p[k] * np.sin(p[k] * i)
    for i in range(3):
        out[i] = total[i] / np.sqrt(1.0 + total[i] * total[i])
    return out


def result_is_worked_out_on_the_way_back(p):
    out = normalised(p)
    return np.sum(out * out)


def writes_its_argument(p):
    u = p * p
    return scale(u, p) * u[0]


JOINT = (
    result_is_changed,
    argument_is_changed,
    argument_is_changed_by_another_name,
    called_in_a_loop,
    called_in_a_branch,
    result_is_worked_out_on_the_way_back,
    writes_its_argument,
)
P = np.array([0.8, 0.6])


def differences(function):
    steps = 1e-6 * np.eye(2)
    return np.array([(function(P + s) - function(P - s)) / 2e-6 for s in steps])


@pytest.mark.parametrize("program", SPLIT + JOINT)
def test_gradients_are_right_in_any_order(program):
    value, gradient = s2sad.value_and_grad(program, jit=False)(P)
    assert value == pytest.approx(program(P), rel=1e-14)
    assert gradient == pytest.approx(differences(program), rel=1e-7)
    hessian = s2sad.hessian(program, jit=False)(P)
    slope = s2sad.grad(program, jit=False)
    assert hessian == pytest.approx(differences(slope), rel=1e-6, abs=1e-8)
    rows = s2sad.jacrev(slope, jit=False)(P)
    assert rows == pytest.approx(hessian, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("program", SPLIT)
def test_a_heavy_function_runs_forward_once(program):
    derivative = s2sad.value_and_grad(program, jit=False)
    derivative(P)
    assert "_reverse(" in derivative.source
    assert "_adjoint(" not in derivative.source


@pytest.mark.parametrize("program", JOINT)
def test_a_call_is_not_split_where_what_it_reads_changes(program):
    derivative = s2sad.value_and_grad(program, jit=False)
    derivative(P)
    assert "_reverse(" not in derivative.source


def test_compiled_they_are_the_same():
    for program in SPLIT:
        compiled = s2sad.value_and_grad(program)(P)
        plain = s2sad.value_and_grad(program, jit=False)(P)
        for one, other in zip(compiled, plain, strict=True):
            assert one == pytest.approx(other, rel=1e-13)


def test_results_that_are_all_that_is_read_need_no_other_function():
    derivative = s2sad.value_and_grad(only_results_are_read, jit=False)
    derivative(P)
    assert "simulate_forward" not in derivative.source
    assert derivative.source.count("np.sin(") == 1


def running(x, y):
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    out = np.empty(len(x))
    total = 0.0
    for i in range(len(x)):
        total = total * x[i] + y[i]
        out[i] = total
    return out


def positive(x):
    if x[0] < 0.0:
        raise ValueError("x is negative")
    return np.sum(running(x, x * x))


def of_both(x, y):
    z = running(x, y)
    return np.sqrt(np.sum(z * running(z, y))) + positive(x)


def test_what_is_split_may_raise():
    x = np.array([1.0, 2.0, 3.0])
    check_plain(of_both, x, x[::-1].copy())
    made = s2sad.grad(of_both, jit=False)
    with pytest.raises(ValueError, match="different lengths"):
        made(x, x[1:])
    with pytest.raises(ValueError, match="negative"):
        made(x * [-0.1, 1.0, 1.0], x)


def one_of_two_ways(x, n):
    if x > 1.0:
        y = np.exp(x)
        for _ in range(n):
            y = y / (1.0 + y)
    else:
        z = np.sin(x) + 2.0
        y = z
        for _ in range(n):
            y = y * z + x * z
    return y


def of_two_ways(p):
    return one_of_two_ways(p[0], 3) * one_of_two_ways(p[1], 2) ** 2


def test_what_only_one_path_sets_is_not_passed_on():
    check_plain(of_two_ways, np.array([1.5, 0.4]))
    check_plain(of_two_ways, np.array([0.5, 1.4]))
