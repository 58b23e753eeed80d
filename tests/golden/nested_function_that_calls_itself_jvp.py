def product_tangent(n, x, x_dot):
    """product and its tangent."""
    if n < 0:
        result_dot = 0.0
        result = 1.0
    else:
        product_result, product_result_dot = product_tangent(n - 1, x, x_dot)
        result_dot = x_dot[n] * product_result + x[n] * product_result_dot
        result = x[n] * product_result
    return result, result_dot


def nested_function_that_calls_itself_jvp(x, x_dot):
    """The value of nested_function_that_calls_itself, and its derivative in the
    direction x_dot.
    """
    value, value_dot = product_tangent(len(x) - 1, x, x_dot)
    return value, value_dot
