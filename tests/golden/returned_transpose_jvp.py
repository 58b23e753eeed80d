import numpy as np


def returned_transpose_jvp(m, m_dot):
    """The value of returned_transpose, and its derivative in the direction m_dot."""
    q_dot = np.empty_like(m)
    q = np.empty_like(m)
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            q_dot[i, j] = m_dot[i, j] * m[i, j] + m[i, j] * m_dot[i, j]
            q[i, j] = m[i, j] * m[i, j]
    value_dot = q_dot.T
    value = q.T
    return value, value_dot
