import numpy as np


def helper_over_two_views_value_and_grad(m, a):
    """The value of helper_over_two_views, and its gradient with respect to m and a."""
    # forward sweep: saves y
    q = m.copy()
    p = q[:2]
    y = q[1:]
    y_saved = np.empty(len(p))
    for i in range(len(p)):
        y_saved[i] = y[i]
        y[i] += a * p[i]
    value = q[0] * q[1] + q[2]

    # reverse sweep
    m_bar = np.zeros_like(m)
    q_bar = np.zeros_like(q)
    q_bar[0] += q[1]
    q_bar[1] += q[0]
    q_bar[2] += 1.0
    p_bar = q_bar[:2]
    y_bar = q_bar[1:]
    a_bar = 0.0
    for i in range(len(p) - 1, -1, -1):
        y[i] = y_saved[i]
        y_i_bar = y_bar[i]
        a_bar += p[i] * y_i_bar
        p_bar[i] += a * y_i_bar
    m_bar += q_bar
    return value, m_bar, a_bar
