import numpy as np


def vector_broadcast_over_a_matrix_value_and_grad(a, v):
    """The value of vector_broadcast_over_a_matrix, and its gradient with respect to
    a and v.
    """
    # forward sweep: saves b
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b = a * v + v
    b_2 = b - np.sin(v * a)
    b_saved = b_2[1].copy()
    b_2[1] = b_2[0] * v
    value = np.sum(b_2 * b_2)

    # reverse sweep
    b_2_bar = 2.0 * b_2
    b_2[1] = b_saved
    b_part_bar = b_2_bar[1].copy()
    b_2_bar[1] = 0.0
    b_2_bar[0] += v * b_part_bar
    v_bar = b_2[0] * b_part_bar
    b_bar = b_2_bar.copy()
    product_bar = -np.cos(v * a) * b_2_bar
    v_bar += np.sum(a * product_bar, axis=0)
    a_bar = v * product_bar + v * b_bar
    v_bar += np.sum(a * b_bar, axis=0) + np.sum(b_bar, axis=0)
    return value, a_bar, v_bar
