import numpy as np


def sparse_matrix_vector_jvp(values, columns, offsets, x, values_dot, x_dot):
    """The value of sparse_matrix_vector, and its derivative in the direction
    values_dot, x_dot.
    """
    y_dot = x_dot
    y = x
    for _ in range(3):
        z_dot = np.zeros(len(offsets) - 1)
        z = np.zeros(len(offsets) - 1)
        for row in range(len(z)):
            for k in range(offsets[row], offsets[row + 1]):
                term = values[k] * y_dot[columns[k]]
                z_dot[row] += values_dot[k] * y[columns[k]] + term
                z[row] += values[k] * y[columns[k]]
        y_dot = z_dot
        y = z
    if len(y) != len(x):
        raise ValueError("y and x have different shapes")
    return np.dot(y, x), np.dot(y_dot, x) + np.dot(y, x_dot)
