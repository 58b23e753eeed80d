import numpy as np


def hermite_spline_value_and_grad(x, y, slope, t):
    """The value of hermite_spline, and its gradient with respect to x, y, slope and
    t.
    """
    # forward sweep
    k = 0
    while k < len(x) - 2 and t > x[k + 1]:
        k += 1
    h = x[k + 1] - x[k]
    s = (t - x[k]) / h
    a = y[k] * (1.0 + 2.0 * s) * (1.0 - s) ** 2
    b = y[k + 1] * s * s * (3.0 - 2.0 * s)
    c = h * s * (1.0 - s) * (slope[k] * (1.0 - s) - slope[k + 1] * s)

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    slope_bar = np.zeros_like(slope)
    product_bar = slope[k] * (1.0 - s) - slope[k + 1] * s
    product_bar_2 = (1.0 - s) * product_bar
    s_bar = h * product_bar_2 - h * s * product_bar
    difference_bar = h * s * (1.0 - s)
    slope_bar[k] += (1.0 - s) * difference_bar
    slope_bar[k + 1] -= s * difference_bar
    s_bar -= (slope[k] + slope[k + 1]) * difference_bar
    product_bar = 3.0 - 2.0 * s
    y_bar[k + 1] += s * s * product_bar
    s_bar += 2.0 * y[k + 1] * s * product_bar - 2.0 * y[k + 1] * s * s
    product_bar = (1.0 - s) ** 2
    y_bar[k] += (1.0 + 2.0 * s) * product_bar
    s_bar += 2.0 * y[k] * product_bar - 2.0 * (1.0 - s) * y[k] * (1.0 + 2.0 * s)
    numerator_bar = s_bar / h
    h_bar = s * product_bar_2 - s * numerator_bar
    x_bar[k + 1] += h_bar
    x_bar[k] -= numerator_bar + h_bar
    return a + b + c, x_bar, y_bar, slope_bar, numerator_bar
