import numpy as np


def vector_broadcast_over_a_matrix_jvp(a, v, a_dot, v_dot):
    """The value of vector_broadcast_over_a_matrix, and its derivative in the
    direction a_dot, v_dot.
    """
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b_dot = a_dot * v + a * v_dot + v_dot
    b = a * v + v
    b_dot = b_dot - np.cos(v * a) * (v_dot * a + v * a_dot)
    b = b - np.sin(v * a)
    b_dot[1] = b_dot[0] * v + b[0] * v_dot
    b[1] = b[0] * v
    return np.sum(b * b), np.sum(b_dot * b + b * b_dot)
