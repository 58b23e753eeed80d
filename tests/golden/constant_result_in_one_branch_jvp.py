def clipped_tangent(t, t_dot):
    """clipped and its tangent."""
    if t < 0.0:
        result_dot = 0.0
        result = 0.0
    elif t > 2.0:
        result_dot = 0.0
        result = 2.0
    else:
        result_dot = t_dot * t + t * t_dot
        result = t * t
    return result, result_dot


def constant_result_in_one_branch_jvp(x, x_dot):
    """The value of constant_result_in_one_branch, and its derivative in the
    direction x_dot.
    """
    clipped_x, clipped_x_dot = clipped_tangent(x[0], x_dot[0])
    clipped_x_2, clipped_x_2_dot = clipped_tangent(x[1], x_dot[1])
    clipped_x_3, clipped_x_3_dot = clipped_tangent(x[2], x_dot[2])
    value_dot = (
        clipped_x_dot * x[1]
        + clipped_x * x_dot[1]
        + (clipped_x_2_dot * x[2] + clipped_x_2 * x_dot[2])
        + (clipped_x_3_dot * x[0] + clipped_x_3 * x_dot[0])
    )
    return clipped_x * x[1] + clipped_x_2 * x[2] + clipped_x_3 * x[0], value_dot
