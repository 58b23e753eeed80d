import math


def zipped_arrays_jvp(x, y, w, x_dot, y_dot, w_dot):
    """The value of zipped_arrays, and its derivative in the direction x_dot, y_dot,
    w_dot.
    """
    s_dot = 0.0
    s = 0.0
    for k in range(min(min(len(x), len(y)), len(w))):
        a_dot = x_dot[k]
        a = x[k]
        b_dot = y_dot[k]
        b = y[k]
        c_dot = w_dot[k]
        c = w[k]
        exponential = math.exp(-a * b)
        exponential_dot = exponential * (-a_dot * b - a * b_dot)
        factor = c_dot * (a - b) ** 2 + 2.0 * c * (a - b) * (a_dot - b_dot)
        term = factor * exponential
        s_dot += term + c * (a - b) ** 2 * exponential_dot
        s += c * (a - b) ** 2 * exponential
    return s, s_dot
