import numpy as np


def thomas_tridiagonal_solve_tangents(lower, diagonal, upper, rhs, lower_dot):
    """The tangents of thomas_tridiagonal_solve in several directions."""
    directions = lower_dot.shape[1]
    w_dot = np.empty(directions)
    n = len(rhs)
    d_dot = np.zeros((diagonal.copy().shape[0], directions))
    d = diagonal.copy()
    x_dot = np.zeros((rhs.copy().shape[0], directions))
    x = rhs.copy()
    for i in range(1, n):
        w = lower[i - 1] / d[i - 1]
        for c in range(directions):
            w_dot[c] = (lower_dot[i - 1, c] - w * d_dot[i - 1, c]) / d[i - 1]
            d_dot[i, c] -= w_dot[c] * upper[i - 1]
        d[i] -= w * upper[i - 1]
        for c in range(directions):
            x_dot[i, c] -= w_dot[c] * x[i - 1] + w * x_dot[i - 1, c]
        x[i] -= w * x[i - 1]
    for c in range(directions):
        factor = x_dot[n - 1, c] - x[n - 1] * d_dot[n - 1, c] / d[n - 1]
        x_dot[n - 1, c] = factor / d[n - 1]
    x[n - 1] /= d[n - 1]
    for i in range(n - 2, -1, -1):
        quotient = (x[i] - upper[i] * x[i + 1]) / d[i]
        x[i] = quotient
        for c in range(directions):
            factor_2 = x_dot[i, c] - upper[i] * x_dot[i + 1, c] - quotient * d_dot[i, c]
            quotient_dot = factor_2 / d[i]
            x_dot[i, c] = quotient_dot
    return x_dot


def thomas_tridiagonal_solve_jacfwd(lower, diagonal, upper, rhs):
    """The Jacobian of thomas_tridiagonal_solve with respect to lower."""
    jacobian = np.zeros((rhs.shape[0], lower.shape[0]))
    for start in range(0, lower.shape[0], 32):
        stop = min(start + 32, lower.shape[0])
        lower_dot = np.zeros((lower.shape[0], stop - start))
        for i in range(start, stop):
            lower_dot[i, i - start] = 1.0
        columns = thomas_tridiagonal_solve_tangents(
            lower, diagonal, upper, rhs, lower_dot
        )
        for i in range(columns.shape[0]):
            for j in range(columns.shape[1]):
                jacobian[i, start + j] = columns[i, j]
    return jacobian
