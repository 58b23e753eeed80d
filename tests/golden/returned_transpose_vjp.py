import numpy as np


def returned_transpose_vjp(m, result_bar):
    """The adjoints of m of returned_transpose, for the adjoint of its result."""
    # forward sweep
    q = np.empty_like(m)

    # reverse sweep
    m_bar = np.empty_like(m)
    q_bar = np.zeros_like(q)
    value_bar = q_bar.T
    value_bar += result_bar
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            m_bar[i, j] = 2.0 * m[i, j] * q_bar[i, j]
    return m_bar
