import math

import numpy as np


def cholesky_log_determinant_jvp(a, a_dot):
    """The value of cholesky_log_determinant, and its derivative in the direction
    a_dot.
    """
    n = a.shape[0]
    lower_dot = np.zeros_like(a)
    lower = np.zeros_like(a)
    log_determinant_dot = 0.0
    log_determinant = 0.0
    for i in range(n):
        for j in range(i + 1):
            s_dot = a_dot[i, j]
            s = a[i, j]
            for k in range(j):
                s_dot -= lower_dot[i, k] * lower[j, k] + lower[i, k] * lower_dot[j, k]
                s -= lower[i, k] * lower[j, k]
            if i == j:
                sqrt_s = math.sqrt(s)
                lower_dot[i, i] = s_dot / (2.0 * sqrt_s)
                lower[i, i] = sqrt_s
                log_determinant_dot += 2.0 * lower_dot[i, i] / lower[i, i]
                log_determinant += 2.0 * math.log(lower[i, i])
            else:
                quotient = s / lower[j, j]
                lower_dot[i, j] = (s_dot - quotient * lower_dot[j, j]) / lower[j, j]
                lower[i, j] = quotient
    return log_determinant, log_determinant_dot
