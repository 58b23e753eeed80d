import numpy as np


def huber(r, delta):
    if r > delta:
        result = delta * (r - 0.5 * delta)
    elif r < -delta:
        result = -delta * (r + 0.5 * delta)
    else:
        result = 0.5 * r * r
    return result


def huber_adjoint(r, delta, result_bar):
    """The adjoints of r and delta in huber."""
    if r > delta:
        r_bar = delta * result_bar
        delta_bar = (r - delta) * result_bar
    else:
        delta_bar = 0.0
        if r < -delta:
            r_bar = -delta * result_bar
            delta_bar -= (r + delta) * result_bar
        else:
            r_bar = r * result_bar
    return r_bar, delta_bar


def helper_with_early_returns_value_and_grad(x, delta):
    """The value of helper_with_early_returns, and its gradient with respect to x and
    delta.
    """
    s = 0.0
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    delta_bar = 0.0
    for i in range(len(x)):
        huber_result = huber(x[i] * x[0] - 1.0, delta)
        s += huber_result * x[i]
        r_bar, delta_bar_part = huber_adjoint(x[i] * x[0] - 1.0, delta, x[i])
        x_bar[i] += huber_result + x[0] * r_bar
        x_bar[0] += x[i] * r_bar
        delta_bar += delta_bar_part
    return s, x_bar, delta_bar
