import numpy as np


def combined(p, q):
    result = np.empty_like(p)
    for i in range(len(p)):
        result[i] = p[i] * q + p[i]
    return result


def combined_adjoint(p, q, result_bar_2, p_bar):
    """The adjoint of q in combined; the adjoint of p is added to p_bar."""
    result_bar = result_bar_2.copy()
    q_bar = 0.0
    for i in range(len(p)):
        q_bar += p[i] * result_bar[i]
        p_bar[i] += (q + 1.0) * result_bar[i]
    return q_bar


def helper_beside_a_sum_of_its_array_value_and_grad(x, a):
    """The value of helper_beside_a_sum_of_its_array, and its gradient with respect
    to x and a.
    """
    # forward sweep
    s = x * 1.5
    b = a.copy()
    c = np.empty_like(a)
    for i in range(1, 3):
        s += x
    total = 0.0
    for i_2 in range(len(a)):
        c[i_2] = a[i_2] * x
        total += b[i_2]
    d = combined(c, x)
    total_2 = 0.0
    for i in range(len(d)):
        total_2 += d[i]

    # reverse sweep
    a_bar = np.zeros_like(a)
    c_bar = np.zeros_like(c)
    total_bar = c[1]
    c_bar[1] += total
    d_bar = np.zeros_like(d)
    for i in range(len(d)):
        d_bar[i] += 1.0
    x_bar = combined_adjoint(c, x, d_bar, c_bar)
    b_bar = np.zeros_like(b)
    for i_2 in range(len(a)):
        b_bar[i_2] += total_bar
        a_bar[i_2] += x * c_bar[i_2]
        x_bar += a[i_2] * c_bar[i_2]
    for i in range(1, 3):
        x_bar += 1.0
    a_bar += b_bar
    x_bar += 1.5
    return s + total * c[1] + total_2, x_bar, a_bar
