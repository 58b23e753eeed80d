def odd_part_tangent(n, x, x_dot):
    """odd_part and its tangent."""
    if n == 0:
        result_dot = x_dot
        result = x
    else:
        even_part_result, even_part_result_dot = even_part_tangent(n - 1, x, x_dot)
        result_dot = even_part_result_dot + (x_dot * x + x * x_dot)
        result = even_part_result + x * x
    return result, result_dot


def even_part_tangent(n, x, x_dot):
    """even_part and its tangent."""
    if n == 0:
        result_dot = 0.0
        result = 1.0
    else:
        odd_part_result, odd_part_result_dot = odd_part_tangent(n - 1, x, x_dot)
        result_dot = odd_part_result_dot * x + odd_part_result * x_dot
        result = odd_part_result * x
    return result, result_dot


def mutual_recursion_jvp(x, x_dot):
    """The value of mutual_recursion, and its derivative in the direction x_dot."""
    value, value_dot = even_part_tangent(5, x, x_dot)
    return value, value_dot
