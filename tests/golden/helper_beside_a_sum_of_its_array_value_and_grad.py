import numpy as np


def combined(p, q):
    return p * q + p


def combined_adjoint(p, q, result_bar, p_bar):
    """The adjoint of q in combined; the adjoint of p is added to p_bar."""
    value_bar = result_bar.copy()
    p_bar += (q + 1.0) * value_bar
    return np.sum(p * value_bar)


def helper_beside_a_sum_of_its_array_value_and_grad(x, a):
    """The value of helper_beside_a_sum_of_its_array, and its gradient with respect
    to x and a.
    """
    # forward sweep
    s = x * 1.5
    b = a.copy()
    c = a * x
    d = combined(c, x)
    for i in range(1, 3):
        s += x
    sum_b = np.sum(b)

    # reverse sweep
    c_bar = np.zeros_like(c)
    d_bar = np.zeros_like(d)
    c_bar[1] += sum_b
    d_bar += 1.0
    b_bar = np.full_like(b, c[1])
    x_bar = 0.0
    for i in range(1, 3):
        x_bar += 1.0
    x_bar += combined_adjoint(c, x, d_bar, c_bar)
    a_bar = x * c_bar + b_bar
    x_bar += np.sum(a * c_bar) + 1.5
    return s + sum_b * c[1] + np.sum(d), x_bar, a_bar
