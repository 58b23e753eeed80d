import numpy as np


def smooth_tangent(out, x, out_dot, x_dot):
    """smooth and its tangent."""
    for i in range(1, len(x) - 1):
        out_dot[i] = (
            0.25 * x_dot[i - 1]
            + (0.5 * x_dot[i] * x[i] + 0.5 * x[i] * x_dot[i])
            + 0.25 * x_dot[i + 1]
        )
        out[i] = 0.25 * x[i - 1] + 0.5 * x[i] * x[i] + 0.25 * x[i + 1]


def helper_that_reads_and_writes_one_array_jvp(x, x_dot):
    """The value of helper_that_reads_and_writes_one_array, and its derivative in the
    direction x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    for i in range(1, len(y) - 1):
        y_dot[i] = (
            0.25 * y_dot[i - 1]
            + (0.5 * y_dot[i] * y[i] + 0.5 * y[i] * y_dot[i])
            + 0.25 * y_dot[i + 1]
        )
        y[i] = 0.25 * y[i - 1] + 0.5 * y[i] * y[i] + 0.25 * y[i + 1]
    smooth_tangent(y, x, y_dot, x_dot)
    for i_2 in range(1, len(y) - 1):
        y_dot[i_2] = (
            0.25 * y_dot[i_2 - 1]
            + (0.5 * y_dot[i_2] * y[i_2] + 0.5 * y[i_2] * y_dot[i_2])
            + 0.25 * y_dot[i_2 + 1]
        )
        y[i_2] = 0.25 * y[i_2 - 1] + 0.5 * y[i_2] * y[i_2] + 0.25 * y[i_2 + 1]
    return y[1] * y[2] + y[3], y_dot[1] * y[2] + y[1] * y_dot[2] + y_dot[3]
