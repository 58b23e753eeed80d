def reduce_angle_tangent(t, t_dot):
    """reduce_angle and its tangent."""
    if t < 0.5:
        result_dot = t_dot * t + t * t_dot
        result = t * t
    else:
        reduce_angle_result, reduce_angle_result_dot = reduce_angle_tangent(
            t / 2.0, 0.5 * t_dot
        )
        result_dot = 2.0 * reduce_angle_result_dot + 0.1 * t_dot
        result = 2.0 * reduce_angle_result + 0.1 * t
    return result, result_dot


def data_dependent_recursion_jvp(x, y, x_dot, y_dot):
    """The value of data_dependent_recursion, and its derivative in the direction
    x_dot, y_dot.
    """
    reduce_angle_result, reduce_angle_result_dot = reduce_angle_tangent(
        x * y, x_dot * y + x * y_dot
    )
    reduce_angle_y, reduce_angle_y_dot = reduce_angle_tangent(y, y_dot)
    term = reduce_angle_result * reduce_angle_y_dot
    value_dot = reduce_angle_result_dot * reduce_angle_y + term
    return reduce_angle_result * reduce_angle_y, value_dot
