import math


def powers_with_float_constants_value_and_grad(x):
    """The value of powers_with_float_constants, and its gradient with respect to x."""
    # forward sweep
    a = x**2.5 + x**0.5
    b = x**-1.5
    power = 2.0**x
    power_2 = 10**-x

    # reverse sweep
    x_bar = power * math.log(2.0) - power_2 * math.log(10) - 1.5 * x**-2.5 * a
    return a * b + power + power_2, x_bar + (2.5 * x**1.5 + 0.5 * x**-0.5) * b
