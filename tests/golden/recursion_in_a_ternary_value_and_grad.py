import math


def odd_part(n, x):
    return x if n == 0 else even_part(n - 1, x) + x * x


def even_part(n, x):
    return 1.0 if n == 0 else odd_part(n - 1, x) * x


def odd_part_adjoint(n, x, result_bar):
    """The adjoint of x in odd_part."""
    if n == 0:
        x_bar = result_bar
    else:
        x_bar = 2.0 * x * result_bar + even_part_adjoint(n - 1, x, result_bar)
    return x_bar


def even_part_adjoint(n, x, result_bar):
    """The adjoint of x in even_part."""
    # forward sweep
    if n != 0:
        odd_part_result = odd_part(n - 1, x)

    # reverse sweep
    x_bar = 0.0
    if n != 0:
        x_bar += odd_part_result * result_bar
        x_bar += odd_part_adjoint(n - 1, x, x * result_bar)
    return x_bar


def power(x, n):
    return 1.0 if n == 0 else x * power(x, n - 1)


def power_adjoint(x, n, result_bar):
    """The adjoint of x in power."""
    # forward sweep
    if n != 0:
        power_result = power(x, n - 1)

    # reverse sweep
    x_bar = 0.0
    if n != 0:
        x_bar += power_result * result_bar + power_adjoint(x, n - 1, x * result_bar)
    return x_bar


def recursion_in_a_ternary_value_and_grad(x):
    """The value of recursion_in_a_ternary, and its gradient with respect to x."""
    sin_x = math.sin(x)
    x_bar = math.cos(x) * power_adjoint(sin_x, 4, 1.0)
    x_bar += even_part_adjoint(3, x, 1.0)
    return even_part(3, x) + power(sin_x, 4), x_bar
