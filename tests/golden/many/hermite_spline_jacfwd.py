import numpy as np


def hermite_spline_tangents(x, y, slope, t, x_dot):
    """The tangents of hermite_spline in several directions."""
    directions = x_dot.shape[1]
    value_dot = np.empty(directions)
    k = 0
    while k < len(x) - 2 and t > x[k + 1]:
        k += 1
    h = x[k + 1] - x[k]
    s = (t - x[k]) / h
    for c in range(directions):
        h_dot = x_dot[k + 1, c] - x_dot[k, c]
        s_dot = (-x_dot[k, c] - s * h_dot) / h
        term = 2.0 * y[k] * (1.0 + 2.0 * s) * (1.0 - s) * s_dot
        a_dot = 2.0 * y[k] * s_dot * (1.0 - s) ** 2 - term
        term_2 = (y[k + 1] * s_dot * s + y[k + 1] * s * s_dot) * (3.0 - 2.0 * s)
        b_dot = term_2 - 2.0 * y[k + 1] * s * s * s_dot
        factor = (h_dot * s + h * s_dot) * (1.0 - s) - h * s * s_dot
        term_3 = factor * (slope[k] * (1.0 - s) - slope[k + 1] * s)
        c_dot = term_3 + h * s * (1.0 - s) * (-slope[k] * s_dot - slope[k + 1] * s_dot)
        value_dot[c] = a_dot + b_dot + c_dot
    return value_dot


def hermite_spline_jacfwd(x, y, slope, t):
    """The Jacobian of hermite_spline with respect to x."""
    jacobian = np.zeros(x.shape[0])
    for start in range(0, x.shape[0], 32):
        stop = min(start + 32, x.shape[0])
        x_dot = np.zeros((x.shape[0], stop - start))
        for i in range(start, stop):
            x_dot[i, i - start] = 1.0
        columns = hermite_spline_tangents(x, y, slope, t, x_dot)
        for i in range(columns.shape[0]):
            jacobian[start + i] = columns[i]
    return jacobian
