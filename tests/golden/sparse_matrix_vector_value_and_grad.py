import numpy as np


def sparse_matrix_vector_value_and_grad(values, columns, offsets, x):
    """The value of sparse_matrix_vector, and its gradient with respect to values and
    x.
    """
    # forward sweep: saves y
    y = x
    y_saved = []
    for k in range(3):
        z = np.zeros(len(offsets) - 1)
        for row in range(len(z)):
            for k in range(offsets[row], offsets[row + 1]):
                z[row] += values[k] * y[columns[k]]
        y_saved.append(y)
        y = z
    if len(y) != len(x):
        raise ValueError("y and x have different shapes")
    value = np.dot(y, x)

    # reverse sweep
    values_bar = np.zeros_like(values)
    y_bar = x.copy()
    x_bar = y.copy()
    for k in range(2, -1, -1):
        y = y_saved.pop()
        z_bar = y_bar
        y_bar = np.zeros_like(y)
        for row in range(len(z)):
            for k in range(offsets[row], offsets[row + 1]):
                values_bar[k] += y[columns[k]] * z_bar[row]
                y_bar[columns[k]] += values[k] * z_bar[row]
    x_bar += y_bar
    return value, values_bar, x_bar
