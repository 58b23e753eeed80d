import numpy as np


def transposes_times_rows_value_and_grad(x, r):
    """The value of transposes_times_rows, and its gradient with respect to x and r."""
    # forward sweep
    if x.shape[0] != len(r):
        raise ValueError("x and r have different shapes")
    total = np.sum(x.T * r) + np.sum(x[:, ::-1].T * r)
    y = x.T
    total += np.sum((y - r) ** 2) + np.sum(r - x.T)
    sine = np.sin(x.T)

    # reverse sweep
    sine_bar = np.zeros_like(sine)
    sine_bar += r
    r_bar = np.sum(sine, axis=0)
    x_bar = (np.cos(x.T) * sine_bar).T
    y_bar = x_bar.T
    difference_bar = 2.0 * (y - r)
    y_bar += difference_bar
    r_bar += np.sum(-difference_bar, axis=0) + x.T.shape[0]
    x_bar += np.expand_dims(r, 1) - 1.0
    r_bar += np.sum(x.T, axis=0)
    x_bar[:, ::-1] += np.expand_dims(r, 1)
    r_bar += np.sum(x[:, ::-1].T, axis=0)
    return total + np.sum(sine * r), x_bar, r_bar
