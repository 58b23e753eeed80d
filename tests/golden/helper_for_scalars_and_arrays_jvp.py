import numpy as np


def softened_2_tangent(t, t_dot):
    """softened_2 and its tangent."""
    value = t / (1.0 + t * t)
    return value, (t_dot - value * (t_dot * t + t * t_dot)) / (1.0 + t * t)


def softened_3(t):
    return t / (1.0 + t * t)


def softened_tangent(t, t_dot):
    """softened and its tangent."""
    value = t / (1.0 + t * t)
    return value, (t_dot - value * (t_dot * t + t * t_dot)) / (1.0 + t * t)


def helper_for_scalars_and_arrays_jvp(x, n, x_dot):
    """The value of helper_for_scalars_and_arrays, and its derivative in the
    direction x_dot.
    """
    y, y_dot = softened_tangent(x, x_dot)
    if y.shape != x.shape:
        raise ValueError("y and x have different shapes")
    sum_result_dot = np.sum(y_dot * x + y * x_dot)
    sum_result = np.sum(y * x)
    softened_2_x, softened_2_x_dot = softened_2_tangent(x[0], x_dot[0])
    softened_3_n = softened_3(n)
    value_dot = (
        sum_result_dot * softened_2_x
        + sum_result * softened_2_x_dot
        + softened_3_n * y_dot[1]
    )
    return sum_result * softened_2_x + softened_3_n * y[1], value_dot
