def inner_factor_tangent(x, n, x_dot):
    """inner_factor and its tangent."""
    if n == 0:
        result_dot = 0.0
        result = 1.0
    else:
        result, result_dot = outer_factor_tangent(x, n - 1, x_dot)
    return result, result_dot


def outer_factor_tangent(x, n, x_dot):
    """outer_factor and its tangent."""
    if n == 0:
        result_dot = x_dot
        result = x
    else:
        inner_factor_result, inner_factor_result_dot = inner_factor_tangent(
            x, n - 1, x_dot
        )
        result_dot = inner_factor_result_dot * x + inner_factor_result * x_dot
        result = inner_factor_result * x
    return result, result_dot


def mutual_recursion_as_a_factor_jvp(x, x_dot):
    """The value of mutual_recursion_as_a_factor, and its derivative in the direction
    x_dot.
    """
    value, value_dot = outer_factor_tangent(x, 4, x_dot)
    return value, value_dot
