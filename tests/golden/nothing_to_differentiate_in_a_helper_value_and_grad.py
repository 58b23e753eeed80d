import numpy as np


def quarter():
    return 0.25


def wrap(i, n):
    if n == 0:
        raise ZeroDivisionError("division by zero")
    return (i + n) % n


def nothing_to_differentiate_in_a_helper_value_and_grad(x):
    """The value of nothing_to_differentiate_in_a_helper, and its gradient with
    respect to x.
    """
    # forward sweep
    n = len(x)
    s = 0.0

    # reverse sweep
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        quarter_result = quarter()
        s += quarter_result * x[wrap(i - 1, n)] * x[wrap(i + 1, n)] * x[i]
        x_bar[wrap(i - 1, n)] += quarter_result * x[wrap(i + 1, n)] * x[i]
        x_bar[wrap(i + 1, n)] += quarter_result * x[wrap(i - 1, n)] * x[i]
        x_bar[i] += quarter_result * x[wrap(i - 1, n)] * x[wrap(i + 1, n)]
    return s, x_bar
