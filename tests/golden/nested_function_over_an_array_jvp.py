import numpy as np


def deposit_tangent(i, amount, total, y, amount_dot, total_dot, y_dot):
    """deposit and its tangent."""
    total_dot[0] += amount_dot * y[i] + amount * y_dot[i]
    total[0] += amount * y[i]
    y_dot[i] = amount_dot
    y[i] = amount


def nested_function_over_an_array_jvp(x, x_dot):
    """The value of nested_function_over_an_array, and its derivative in the
    direction x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
    total_dot = np.zeros(1)
    total = np.zeros(1)
    for i in range(len(x)):
        deposit_tangent(
            i,
            x[i] * total[0] + 1.0,
            total,
            y,
            x_dot[i] * total[0] + x[i] * total_dot[0],
            total_dot,
            y_dot,
        )
    term = (total_dot[0] * y[1] + total[0] * y_dot[1]) * y[2]
    value_dot = term + total[0] * y[1] * y_dot[2]
    return total[0] * y[1] * y[2], value_dot
