def huber_tangent(r, delta, r_dot, delta_dot):
    """huber and its tangent."""
    if r > delta:
        result_dot = delta_dot * (r - 0.5 * delta) + delta * (r_dot - 0.5 * delta_dot)
        result = delta * (r - 0.5 * delta)
    elif r < -delta:
        term = delta * (r_dot + 0.5 * delta_dot)
        result_dot = -delta_dot * (r + 0.5 * delta) - term
        result = -delta * (r + 0.5 * delta)
    else:
        result_dot = 0.5 * r_dot * r + 0.5 * r * r_dot
        result = 0.5 * r * r
    return result, result_dot


def helper_with_early_returns_jvp(x, delta, x_dot, delta_dot):
    """The value of helper_with_early_returns, and its derivative in the direction
    x_dot, delta_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        huber_result, huber_result_dot = huber_tangent(
            x[i] * x[0] - 1.0, delta, x_dot[i] * x[0] + x[i] * x_dot[0], delta_dot
        )
        s_dot += huber_result_dot * x[i] + huber_result * x_dot[i]
        s += huber_result * x[i]
    return s, s_dot
