import numpy as np


def copy_is_independent_jvp(x, x_dot):
    """The value of copy_is_independent, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    kept_dot = y_dot.copy()
    kept = y.copy()
    for i in range(1, len(y)):
        y_dot[i] = y_dot[i - 1] * y[i] + y[i - 1] * y_dot[i]
        y[i] = y[i - 1] * y[i]
    y_dot[0] = kept_dot[2] * kept[0] + kept[2] * kept_dot[0]
    y[0] = kept[2] * kept[0]
    kept_dot[1] = y_dot[2]
    kept[1] = y[2]
    value_dot = (
        y_dot[0] * y[1]
        + y[0] * y_dot[1]
        + (kept_dot[1] * kept[2] + kept[1] * kept_dot[2])
    )
    return y[0] * y[1] + kept[1] * kept[2], value_dot
