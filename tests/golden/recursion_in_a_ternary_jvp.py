import math


def odd_part_tangent(n, x, x_dot):
    """odd_part and its tangent."""
    if n == 0:
        value_dot = x_dot
        value = x
    else:
        even_part_result, even_part_result_dot = even_part_tangent(n - 1, x, x_dot)
        value_dot = even_part_result_dot + (x_dot * x + x * x_dot)
        value = even_part_result + x * x
    return value, value_dot


def even_part_tangent(n, x, x_dot):
    """even_part and its tangent."""
    if n == 0:
        value_dot = 0.0
        value = 1.0
    else:
        odd_part_result, odd_part_result_dot = odd_part_tangent(n - 1, x, x_dot)
        value_dot = odd_part_result_dot * x + odd_part_result * x_dot
        value = odd_part_result * x
    return value, value_dot


def power_tangent(x, n, x_dot):
    """power and its tangent."""
    if n == 0:
        value_dot = 0.0
        value = 1.0
    else:
        power_result, power_result_dot = power_tangent(x, n - 1, x_dot)
        value_dot = x_dot * power_result + x * power_result_dot
        value = x * power_result
    return value, value_dot


def recursion_in_a_ternary_jvp(x, x_dot):
    """The value of recursion_in_a_ternary, and its derivative in the direction
    x_dot.
    """
    even_part_result, even_part_result_dot = even_part_tangent(3, x, x_dot)
    power_result, power_result_dot = power_tangent(math.sin(x), 4, math.cos(x) * x_dot)
    value = even_part_result + power_result
    return value, even_part_result_dot + power_result_dot
