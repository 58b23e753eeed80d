import numpy as np


def tail(x):
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    return y[1:]


def tail_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    y = np.empty_like(x)

    # reverse sweep
    y_bar = np.zeros_like(y)
    value_bar = y_bar[1:]
    value_bar += result_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]


def helper_that_returns_a_view_value_and_grad(x):
    """The value of helper_that_returns_a_view, and its gradient with respect to x."""
    # forward sweep
    t = tail(x)

    # reverse sweep
    x_bar = np.zeros_like(x)
    t_bar = np.zeros_like(t)
    t_bar[0] += t[1]
    t_bar[1] += t[0]
    tail_adjoint(x, t_bar, x_bar)
    return t[0] * t[1], x_bar
