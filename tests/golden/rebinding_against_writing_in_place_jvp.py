import numpy as np


def rebinding_against_writing_in_place_jvp(x, x_dot):
    """The value of rebinding_against_writing_in_place, and its derivative in the
    direction x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    kept_dot = np.empty_like(x)
    kept = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i] = x[i] * x[i]
        kept_dot[i] = 2.0 * y_dot[i]
        kept[i] = y[i] * 2.0
        kept_dot[i] = kept_dot[i] * x[i] + kept[i] * x_dot[i]
        kept[i] *= x[i]
    old = y
    x_0_dot = x_dot[0]
    x_0 = x[0]
    for i in range(len(x)):
        kept_dot[i] += y_dot[i]
        kept[i] += old[i]
        y_dot[i] = y_dot[i] * x_0 + old[i] * x_0_dot
        old[i] *= x_0
    value_dot = (
        kept_dot[0] * old[1]
        + kept[0] * y_dot[1]
        + (kept_dot[1] * kept[2] + kept[1] * kept_dot[2])
    )
    return kept[0] * old[1] + kept[1] * kept[2], value_dot
