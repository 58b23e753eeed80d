import numpy as np


def slices_of_one_element_value_and_grad(x, k):
    """The value of slices_of_one_element, and its gradient with respect to x."""
    # forward sweep
    y = x * x[k : k + 1]
    y -= x[-1:]
    quotient = np.array([x[0]]) / (x * x + 1.0)

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    quotient_bar = np.zeros_like(quotient)
    y_bar += x[:1]
    x_bar[:1] += np.sum(y)
    quotient_bar += 1.0
    x_bar[0] += np.sum(quotient_bar / (x * x + 1.0))
    sum_bar = -quotient * quotient_bar / (x * x + 1.0)
    x_bar += 2.0 * x * sum_bar
    x_bar[-1:] -= np.sum(y_bar)
    x_bar += x[k : k + 1] * y_bar
    x_bar[k : k + 1] += np.sum(x * y_bar)
    return np.sum(y * x[:1]) + np.sum(quotient), x_bar
