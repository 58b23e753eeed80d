import numpy as np


def horner_and_clenshaw_value_and_grad(coefficients, x):
    """The value of horner_and_clenshaw, and its gradient with respect to
    coefficients and x.
    """
    # forward sweep: saves p and b1
    p = 0.0
    p_saved = np.empty(len(coefficients))
    for k in range(len(coefficients) - 1, -1, -1):
        p_saved[k] = p
        p = p * x + coefficients[k]
    b1 = 0.0
    b2 = 0.0
    row = coefficients[:0:-1]
    b1_saved = np.empty(len(row))
    for k_2 in range(len(row)):
        b1_before = b1
        b1_saved[k_2] = b1
        b1 = 2.0 * x * b1 - b2 + row[k_2]
        b2 = b1_before

    # reverse sweep
    coefficients_bar = np.zeros_like(coefficients)
    p_bar = x * b1 - b2 + coefficients[0]
    x_bar = b1 * p
    b1_bar = x * p
    b2_bar = -p
    coefficients_bar[0] += p
    row_bar = coefficients_bar[:0:-1]
    for k_2 in range(len(row) - 1, -1, -1):
        b1_before_bar = b2_bar
        x_bar += 2.0 * b1_saved[k_2] * b1_bar
        b2_bar = -b1_bar
        row_bar[k_2] += b1_bar
        b1_bar = 2.0 * x * b1_bar + b1_before_bar
    for k in range(len(coefficients)):
        x_bar += p_saved[k] * p_bar
        coefficients_bar[k] += p_bar
        p_bar = x * p_bar
    return p * (x * b1 - b2 + coefficients[0]), coefficients_bar, x_bar
