import numpy as np


def ternary_of_an_earlier_trip_value_and_grad(x, scale):
    """The value of ternary_of_an_earlier_trip, and its gradient with respect to x
    and scale.
    """
    # forward sweep: saves kept
    total = 0.0
    kept_saved = np.empty(len(x))
    for i in range(len(x)):
        if not (i > 0 and x[i] > 1.0):
            kept = x[i] * scale
        kept_saved[i] = kept
        total += kept * np.sin(x[i])

    # reverse sweep
    x_bar = np.zeros_like(x)
    kept_bar = total
    scale_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        kept_bar += np.sin(x[i]) * kept
        x_bar[i] += np.cos(x[i]) * kept_saved[i] * kept
        if not (i > 0 and x[i] > 1.0):
            x_bar[i] += scale * kept_bar
            scale_bar += x[i] * kept_bar
            kept_bar = 0.0
    return total * kept, x_bar, scale_bar
