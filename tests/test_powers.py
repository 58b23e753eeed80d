"""Integers to the power of integers, whose sign is known when the function runs."""

import numpy as np
import pytest

import s2sad


def digits(x, n):
    total = 0.0
    for k in range(n):
        total += x * 10**-k
    return total


def differences(x, n):
    total = 0.0
    for k in range(n):
        total += x * (-1) ** k * 2 ** (1 - k) * (n + 1) ** (-n) * pow(3, -k)
    return total


def downward(x, n):
    total = 0.0
    for k in range(n, -1, -1):
        total += x * 2**k
    return total


def scaled(x, n):
    return x * 10**n


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("function", [digits, differences, downward, scaled])
def test_a_negative_power_of_an_integer_is_a_float(function, jit):
    value, slope = s2sad.value_and_grad(function, jit=jit)(0.7, 4)
    assert value == pytest.approx(function(0.7, 4), rel=1e-15)
    assert slope == pytest.approx(function(1.0, 4), rel=1e-15)


@pytest.mark.parametrize("jit", [False, True])
def test_a_power_that_turns_out_negative_raises(jit):
    with pytest.raises(ValueError, match="write its base as a float"):
        s2sad.grad(scaled, jit=jit)(0.7, -2)


def below_an_argument(x, stop):
    total = 0.0
    for k in range(2, stop, -1):
        total += x * 2**k
    return total


@pytest.mark.parametrize("jit", [False, True])
def test_a_range_that_may_go_below_0_is_checked(jit):
    derivative = s2sad.grad(below_an_argument, jit=jit)
    assert derivative(0.7, -1) == below_an_argument(1.0, -1)
    with pytest.raises(ValueError, match="write its base as a float"):
        derivative(0.7, -3)


def triangle(x, n):
    total = 0.0
    for i in range(n):
        for k in range(i, n):
            total += x * 2**k
    return total


@pytest.mark.parametrize("function", [downward, triangle])
def test_a_loop_over_natural_numbers_needs_no_check(function):
    text = s2sad.source(s2sad.grad(function), 0.7, 4)
    assert "raise" not in text and "2**k" in text


def floats_of_a_range(x, places):
    y = x.copy()
    y[places] *= np.arange(3.0) + x[0]
    return y


@pytest.mark.parametrize("jit", [False, True])
def test_a_range_of_floats_is_no_count(jit):
    x, places = np.array([1.5, 2.0, 3.0, 4.0]), np.array([0, 2, 3])
    value, change = s2sad.jvp(
        floats_of_a_range, (x, places), (np.ones(4), None), jit=jit
    )
    assert value == pytest.approx(floats_of_a_range(x, places), rel=1e-15)
    assert change == pytest.approx([3.0, 1.0, 5.5, 7.5], rel=1e-15)
