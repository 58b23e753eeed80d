import math


def loop_invariant_nonlinear_factor_jvp(x, rate, x_dot, rate_dot):
    """The value of loop_invariant_nonlinear_factor, and its derivative in the
    direction x_dot, rate_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        damping = math.exp(-rate * rate)
        damping_dot = damping * (-rate_dot * rate - rate * rate_dot)
        term = (damping_dot * x[i] + damping * x_dot[i]) * x[i]
        s_dot += term + damping * x[i] * x_dot[i]
        s += damping * x[i] * x[i]
        weight_dot = damping_dot * s + damping * s_dot
        weight = damping * s
    return weight * s, weight_dot * s + weight * s_dot
