import math


def powers_with_float_constants_jvp(x, x_dot):
    """The value of powers_with_float_constants, and its derivative in the direction
    x_dot.
    """
    a_dot = 2.5 * x**1.5 * x_dot + 0.5 * x**-0.5 * x_dot
    a = x**2.5 + x**0.5
    b = x**-1.5
    power = 2.0**x
    power_dot = power * math.log(2.0) * x_dot
    power_2 = 10**-x
    power_2_dot = -power_2 * math.log(10) * x_dot
    value_dot = a_dot * b - 1.5 * a * x**-2.5 * x_dot + power_dot + power_2_dot
    return a * b + power + power_2, value_dot
