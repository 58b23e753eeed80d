import numpy as np


def softened(t):
    out = np.empty_like(t)
    for i in range(len(t)):
        out[i] = t[i] / (1.0 + t[i] * t[i])
    return out


def softened_2(t):
    return t / (1.0 + t * t)


def softened_2_adjoint(t, result_bar):
    """The adjoint of t in softened_2."""
    return (1.0 - 2.0 * t * t / (1.0 + t * t)) * result_bar / (1.0 + t * t)


def softened_3(t):
    return t / (1.0 + t * t)


def softened_adjoint(t, result_bar, t_bar):
    """The adjoint of t is added to t_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(t)):
        quotient = t[i] / (1.0 + t[i] * t[i])
        t_bar[i] += (1.0 - 2.0 * t[i] * quotient) * result_bar[i] / (1.0 + t[i] * t[i])


def helper_for_scalars_and_arrays_value_and_grad(x, n):
    """The value of helper_for_scalars_and_arrays, and its gradient with respect to
    x.
    """
    # forward sweep
    y = softened(x)
    total = 0.0
    for i in range(len(x)):
        total += y[i] * x[i]
    softened_2_x = softened_2(x[0])
    softened_3_n = softened_3(n)

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[1] += softened_3_n
    x_bar[0] += softened_2_adjoint(x[0], total)
    for i in range(len(x)):
        y_bar[i] += x[i] * softened_2_x
        x_bar[i] += y[i] * softened_2_x
    softened_adjoint(x, y_bar, x_bar)
    return total * softened_2_x + softened_3_n * y[1], x_bar
