import math


def power(x, n):
    if n == 0:
        result = 1.0
    else:
        half = power(x, n // 2)
        if n % 2 == 0:
            result = half * half
        else:
            result = half * half * x
    return result


def power_adjoint(x, n, result_bar):
    """The adjoint of x in power."""
    # forward sweep
    if n != 0:
        half = power(x, n // 2)

    # reverse sweep
    x_bar = 0.0
    if n != 0:
        if n % 2 == 0:
            half_bar = 2.0 * half * result_bar
        else:
            half_bar = 2.0 * half * x * result_bar
            x_bar += half * half * result_bar
        x_bar += power_adjoint(x, n // 2, half_bar)
    return x_bar


def recursive_power_value_and_grad(x, n):
    """The value of recursive_power, and its gradient with respect to x."""
    sin_x = math.sin(x)
    x_bar = math.cos(x) * power_adjoint(sin_x, 3, 1.0)
    return power(x, n) + power(sin_x, 3), x_bar + power_adjoint(x, n, 1.0)
