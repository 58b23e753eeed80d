import math


def combine_tangent(x, low, high, x_dot):
    """combine and its tangent."""
    if high - low == 1:
        result_dot = x_dot[low]
        result = x[low]
    else:
        middle = (low + high) // 2
        left, left_dot = combine_tangent(x, low, middle, x_dot)
        right, right_dot = combine_tangent(x, middle, high, x_dot)
        sin_left = math.sin(left)
        result_dot = math.cos(left) * left_dot * right + sin_left * right_dot + left_dot
        result = sin_left * right + left
    return result, result_dot


def recursive_sum_over_halves_jvp(x, x_dot):
    """The value of recursive_sum_over_halves, and its derivative in the direction
    x_dot.
    """
    value, value_dot = combine_tangent(x, 0, len(x), x_dot)
    return value, value_dot
