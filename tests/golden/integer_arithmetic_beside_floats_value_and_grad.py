import math


def integer_arithmetic_beside_floats_value_and_grad(x, n):
    """The value of integer_arithmetic_beside_floats, and its gradient with respect
    to x.
    """
    # forward sweep
    half = n // 2
    rest = n % 3
    ratio = n / 4
    value = x**half * rest + ratio * math.sin(x * (n - half)) - -n // 2 * x

    # reverse sweep
    x_bar = (n - half) * math.cos(x * (n - half)) * ratio - -n // 2
    return value, x_bar + half * x ** (half - 1 if half != 0 else 0) * rest
