import numpy as np


def legendre_recurrence_value_and_grad(x, weights):
    """The value of legendre_recurrence, and its gradient with respect to x and
    weights.
    """
    # forward sweep
    n = len(weights)
    p = np.empty(n)
    p[0] = 1.0
    p[1] = x
    for k in range(1, n - 1):
        p[k + 1] = ((2 * k + 1) * x * p[k] - k * p[k - 1]) / (k + 1)

    # reverse sweep
    weights_bar = p.copy()
    p_bar = weights.copy()
    x_bar = 0.0
    for k in range(n - 2, 0, -1):
        difference_bar = p_bar[k + 1] / (k + 1)
        p_bar[k + 1] = 0.0
        x_bar += (2.0 * k + 1) * p[k] * difference_bar
        p_bar[k] += (2.0 * k + 1) * x * difference_bar
        p_bar[k - 1] -= k * difference_bar
    return np.dot(weights, p), x_bar + p_bar[1], weights_bar
