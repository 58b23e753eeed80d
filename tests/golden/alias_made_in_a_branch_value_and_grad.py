import numpy as np


def alias_made_in_a_branch_value_and_grad(m):
    """The value of alias_made_in_a_branch, and its gradient with respect to m."""
    # forward sweep: saves w_bar and q
    q = m.copy()
    q_bar = np.zeros_like(q)
    w = m.copy()
    w_bar = np.zeros_like(w)
    if q[0] > 0.0:
        w_bar_saved = w_bar
        w = q
        w_bar = q_bar
    q_saved = np.empty(2)
    for i in range(2):
        q_saved[i] = q[i]
        q[i] = q[i] * w[1 - i]
    value = q[0] * q[1]

    # reverse sweep
    q_bar[0] += q[1]
    q_bar[1] += q[0]
    for i in range(1, -1, -1):
        q[i] = q_saved[i]
        q_i_bar = q_bar[i]
        q_bar[i] = w[1 - i] * q_i_bar
        w_bar[1 - i] += q[i] * q_i_bar
    if q[0] > 0.0:
        w_bar = w_bar_saved
    return value, w_bar + q_bar
