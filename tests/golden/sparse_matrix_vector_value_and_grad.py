import numpy as np


def sparse_matrix_vector_value_and_grad(values, columns, offsets, x):
    """The value of sparse_matrix_vector, and its gradient with respect to values and
    x.
    """
    # forward sweep: saves y, y_bar, z and z_bar
    values_bar = np.zeros_like(values)
    x_bar = np.zeros_like(x)
    y = x
    y_bar = x_bar
    y_saved = []
    y_bar_saved = []
    z_saved = []
    z_bar_saved = []
    for k in range(3):
        z = np.zeros(len(offsets) - 1)
        z_bar = np.zeros_like(z)
        z_saved.append(z)
        z_bar_saved.append(z_bar)
        for row in range(len(z)):
            for k in range(offsets[row], offsets[row + 1]):
                z[row] += values[k] * y[columns[k]]
        y_saved.append(y)
        y_bar_saved.append(y_bar)
        y = z
        y_bar = z_bar
    if len(y) != len(x):
        raise ValueError("y and x have different shapes")
    value = np.dot(y, x)

    # reverse sweep
    y_bar += x
    x_bar += y
    for k in range(2, -1, -1):
        y = y_saved.pop()
        y_bar = y_bar_saved.pop()
        z = z_saved.pop()
        z_bar = z_bar_saved.pop()
        for row in range(len(z) - 1, -1, -1):
            for k in range(offsets[row + 1] - 1, offsets[row] - 1, -1):
                z_row_bar = z_bar[row]
                values_bar[k] += y[columns[k]] * z_row_bar
                y_bar[columns[k]] += values[k] * z_row_bar
    return value, values_bar, x_bar
