import numpy as np


def legendre_recurrence_jvp(x, weights, x_dot, weights_dot):
    """The value of legendre_recurrence, and its derivative in the direction x_dot,
    weights_dot.
    """
    n = len(weights)
    p_dot = np.zeros(n)
    p = np.empty(n)
    p_dot[0] = 0.0
    p[0] = 1.0
    p_dot[1] = x_dot
    p[1] = x
    for k in range(1, n - 1):
        factor = (
            (2 * k + 1) * x_dot * p[k] + (2 * k + 1) * x * p_dot[k] - k * p_dot[k - 1]
        )
        quotient_dot = factor / (k + 1)
        p_dot[k + 1] = quotient_dot
        p[k + 1] = ((2 * k + 1) * x * p[k] - k * p[k - 1]) / (k + 1)
    return np.dot(weights, p), np.dot(weights_dot, p) + np.dot(weights, p_dot)
