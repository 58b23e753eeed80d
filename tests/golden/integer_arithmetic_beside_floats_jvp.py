import math


def integer_arithmetic_beside_floats_jvp(x, n, x_dot):
    """The value of integer_arithmetic_beside_floats, and its derivative in the
    direction x_dot.
    """
    half = n // 2
    rest = n % 3
    ratio = n / 4
    power_dot = half * x ** (half - 1 if half != 0 else 0) * x_dot
    sine_dot = math.cos(x * (n - half)) * x_dot * (n - half)
    value = x**half * rest + ratio * math.sin(x * (n - half)) - -n // 2 * x
    return value, power_dot * rest + ratio * sine_dot - -n // 2 * x_dot
