import numpy as np


def thomas_tridiagonal_solve_vjp(lower, diagonal, upper, rhs, result_bar):
    """The adjoints of lower, diagonal, upper and rhs of thomas_tridiagonal_solve,
    for the adjoint of its result.
    """
    # forward sweep: saves w and x
    n = len(rhs)
    d = diagonal.copy()
    x = rhs.copy()
    w_saved = np.empty(n)
    for i in range(1, n):
        w = lower[i - 1] / d[i - 1]
        w_saved[i] = w
        d[i] -= w * upper[i - 1]
        x[i] -= w * x[i - 1]
    x_saved = x[n - 1]
    x[n - 1] /= d[n - 1]
    x_saved_2 = np.empty(n)
    for i in range(n - 2, -1, -1):
        x_saved_2[i] = x[i]
        x[i] = (x[i] - upper[i] * x[i + 1]) / d[i]

    # reverse sweep
    lower_bar = np.zeros_like(lower)
    upper_bar = np.zeros_like(upper)
    x_bar = result_bar.copy()
    d_bar = np.zeros_like(d)
    for i in range(n - 1):
        x[i] = x_saved_2[i]
        quotient_bar = x_bar[i]
        x_bar[i] = 0.0
        numerator_bar = quotient_bar / d[i]
        x_bar[i] += numerator_bar
        upper_bar[i] -= x[i + 1] * numerator_bar
        x_bar[i + 1] -= upper[i] * numerator_bar
        d_bar[i] -= (x[i] - upper[i] * x[i + 1]) * numerator_bar / d[i]
    x[n - 1] = x_saved
    numerator_bar = x_bar[n - 1] / d[n - 1]
    x_bar[n - 1] = numerator_bar
    d_bar[n - 1] -= x[n - 1] * numerator_bar / d[n - 1]
    for i in range(n - 1, 0, -1):
        w = w_saved[i]
        x_i_bar = x_bar[i]
        x_bar[i - 1] -= w * x_i_bar
        upper_bar[i - 1] -= w * d_bar[i]
        numerator_bar = (-x[i - 1] * x_i_bar - upper[i - 1] * d_bar[i]) / d[i - 1]
        lower_bar[i - 1] += numerator_bar
        d_bar[i - 1] -= w * numerator_bar
    return lower_bar, d_bar, upper_bar, x_bar
