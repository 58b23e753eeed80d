import numpy as np


def softened_2_tangent(t, t_dot):
    """softened_2 and its tangent."""
    value = t / (1.0 + t * t)
    return value, (t_dot - value * (t_dot * t + t * t_dot)) / (1.0 + t * t)


def softened_3(t):
    return t / (1.0 + t * t)


def softened_tangent(t, t_dot):
    """softened and its tangent."""
    out_dot = np.empty_like(t)
    out = np.empty_like(t)
    for i in range(len(t)):
        quotient = t[i] / (1.0 + t[i] * t[i])
        factor = t_dot[i] - quotient * (t_dot[i] * t[i] + t[i] * t_dot[i])
        quotient_dot = factor / (1.0 + t[i] * t[i])
        out_dot[i] = quotient_dot
        out[i] = quotient
    return out, out_dot


def helper_for_scalars_and_arrays_jvp(x, n, x_dot):
    """The value of helper_for_scalars_and_arrays, and its derivative in the
    direction x_dot.
    """
    y, y_dot = softened_tangent(x, x_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += y_dot[i] * x[i] + y[i] * x_dot[i]
        total += y[i] * x[i]
    softened_2_x, softened_2_x_dot = softened_2_tangent(x[0], x_dot[0])
    softened_3_n = softened_3(n)
    value_dot = (
        total_dot * softened_2_x + total * softened_2_x_dot + softened_3_n * y_dot[1]
    )
    return total * softened_2_x + softened_3_n * y[1], value_dot
