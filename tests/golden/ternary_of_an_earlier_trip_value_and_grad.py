import numpy as np


def ternary_of_an_earlier_trip_value_and_grad(x, scale):
    """The value of ternary_of_an_earlier_trip, and its gradient with respect to x
    and scale.
    """
    # forward sweep: saves choice and kept
    total = 0.0
    choice_saved = np.empty(len(x))
    kept_saved = np.empty(len(x))
    for i in range(len(x)):
        if not (i > 0 and x[i] > 1.0):
            kept = x[i] * scale
        kept_saved[i] = kept
        if i > 0:
            choice = mean
        else:
            choice = x[i]
        choice_saved[i] = choice
        mean = 0.5 * choice + 0.5 * kept
        total += kept * np.sin(x[i]) * mean
    value = total * kept

    # reverse sweep
    x_bar = np.zeros_like(x)
    total_bar = kept
    kept_bar = total
    mean_bar = 0.0
    scale_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        choice = choice_saved[i]
        kept = kept_saved[i]
        mean = 0.5 * choice + 0.5 * kept
        sin_x = np.sin(x[i])
        mean_bar += kept * sin_x * total_bar
        x_bar[i] += np.cos(x[i]) * kept * mean * total_bar
        choice_bar = 0.5 * mean_bar
        kept_bar += sin_x * mean * total_bar + 0.5 * mean_bar
        mean_bar = 0.0
        if i > 0:
            mean_bar += choice_bar
        else:
            x_bar[i] += choice_bar
        if not (i > 0 and x[i] > 1.0):
            x_bar[i] += scale * kept_bar
            scale_bar += x[i] * kept_bar
            kept_bar = 0.0
    return value, x_bar, scale_bar
