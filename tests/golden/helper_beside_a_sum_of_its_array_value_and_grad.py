import numpy as np


def combined(p, q):
    out = np.empty_like(p)
    for i in range(len(p)):
        out[i] = p[i] * q + p[i]
    return out


def combined_adjoint(p, q, result_bar, p_bar):
    """The adjoint of q in combined; the adjoint of p is added to p_bar."""
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
    for i in range(len(a)):
        c[i] = a[i] * x
        total += b[i]
    d = combined(c, x)
    total_2 = 0.0
    for i in range(len(a)):
        total_2 += d[i]

    # reverse sweep
    a_bar = np.empty_like(a)
    c_bar = np.zeros_like(c)
    total_bar = c[1]
    c_bar[1] += total
    d_bar = np.empty_like(d)
    for i in range(len(a)):
        d_bar[i] = 1.0
    x_bar = combined_adjoint(c, x, d_bar, c_bar)
    b_bar = np.empty_like(b)
    for i in range(len(a)):
        b_bar[i] = total_bar
        a_bar[i] = x * c_bar[i]
        x_bar += a[i] * c_bar[i]
    for i in range(1, 3):
        x_bar += 1.0
    a_bar += b_bar
    return s + total * c[1] + total_2, x_bar + 1.5, a_bar
