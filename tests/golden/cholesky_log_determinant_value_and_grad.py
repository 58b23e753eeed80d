import math

import numpy as np


def cholesky_log_determinant_value_and_grad(a):
    """The value of cholesky_log_determinant, and its gradient with respect to a."""
    # forward sweep: saves lower and s
    n = a.shape[0]
    lower = np.zeros_like(a)
    log_determinant = 0.0
    lower_saved = []
    lower_saved_2 = []
    s_saved = []
    for i in range(n):
        for j in range(i + 1):
            s = a[i, j]
            for k in range(j):
                s -= lower[i, k] * lower[j, k]
            s_saved.append(s)
            if i == j:
                lower_saved.append(lower[i, i])
                lower[i, i] = math.sqrt(s)
                log_determinant += 2.0 * math.log(lower[i, i])
            else:
                quotient = s / lower[j, j]
                lower_saved_2.append(lower[i, j])
                lower[i, j] = quotient

    # reverse sweep
    a_bar = np.zeros_like(a)
    lower_bar = np.zeros_like(lower)
    for i in range(n - 1, -1, -1):
        for j in range(i, -1, -1):
            s = s_saved.pop()
            if i == j:
                lower_bar[i, i] += 2.0 / lower[i, i]
                lower[i, i] = lower_saved.pop()
                sqrt_s_bar = lower_bar[i, i]
                lower_bar[i, i] = 0.0
                s_bar = sqrt_s_bar / (2.0 * math.sqrt(s))
            else:
                lower[i, j] = lower_saved_2.pop()
                quotient_bar = lower_bar[i, j]
                lower_bar[i, j] = 0.0
                s_bar = quotient_bar / lower[j, j]
                lower_bar[j, j] -= s * s_bar / lower[j, j]
            for k in range(j):
                lower_bar[i, k] -= lower[j, k] * s_bar
                lower_bar[j, k] -= lower[i, k] * s_bar
            a_bar[i, j] += s_bar
    return log_determinant, a_bar
