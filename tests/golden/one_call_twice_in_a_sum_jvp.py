def weighted_tangent(x, weights, x_dot, weights_dot):
    """weighted and its tangent."""
    value_dot = (
        x_dot * weights[0]
        + x * weights_dot[0]
        + ((weights_dot[1] * x + weights[1] * x_dot) * x + weights[1] * x * x_dot)
    )
    return x * weights[0] + weights[1] * x * x, value_dot


def one_call_twice_in_a_sum_jvp(x, weights, x_dot, weights_dot):
    """The value of one_call_twice_in_a_sum, and its derivative in the direction
    x_dot, weights_dot.
    """
    weighted_result, weighted_result_dot = weighted_tangent(
        x, weights, x_dot, weights_dot
    )
    weighted_result_2, weighted_result_2_dot = weighted_tangent(
        x, weights, x_dot, weights_dot
    )
    twice_dot = weighted_result_dot + weighted_result_2_dot
    twice = weighted_result + weighted_result_2
    weighted_result, weighted_result_dot = weighted_tangent(
        twice, weights, twice_dot, weights_dot
    )
    weighted_result_2, weighted_result_2_dot = weighted_tangent(
        twice, weights, twice_dot, weights_dot
    )
    value_dot = twice_dot - 0.5 * weighted_result_dot - 0.5 * weighted_result_2_dot
    return twice - 0.5 * weighted_result - 0.5 * weighted_result_2, value_dot
