def weighted_square_2_tangent(x, weights, x_dot, weights_dot):
    """weighted_square_2 and its tangent."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        term = (weights_dot[i] * x[i] + weights[i] * x_dot[i]) * x[i]
        s_dot += term + weights[i] * x[i] * x_dot[i]
        s += weights[i] * x[i] * x[i]
    return s, s_dot


def weighted_square_tangent(x, x_dot):
    """weighted_square and its tangent."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        s_dot += x_dot[i] * x[i] + x[i] * x_dot[i]
        s += x[i] * x[i]
    return s, s_dot


def optional_argument_of_none_jvp(x, x_dot):
    """The value of optional_argument_of_none, and its derivative in the direction
    x_dot.
    """
    weighted_square_x, weighted_square_x_dot = weighted_square_tangent(x, x_dot)
    weighted_square_2_result, weighted_square_2_result_dot = weighted_square_2_tangent(
        x, x, x_dot, x_dot
    )
    term = weighted_square_x * weighted_square_2_result_dot
    value_dot = weighted_square_x_dot * weighted_square_2_result + term
    return weighted_square_x * weighted_square_2_result, value_dot
