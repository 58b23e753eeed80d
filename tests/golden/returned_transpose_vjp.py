import numpy as np


def returned_transpose_vjp(m, result_bar):
    """The adjoints of m of returned_transpose, for the adjoint of its result."""
    # forward sweep
    q = m * m

    # reverse sweep
    q_bar = np.zeros_like(q)
    value_bar = q_bar.T
    value_bar += result_bar
    return 2.0 * m * q_bar
