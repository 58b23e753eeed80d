import numpy as np


def dot_products_value_and_grad(x, a):
    """The value of dot_products, and its gradient with respect to x and a."""
    # forward sweep
    if a.shape[1] != len(x):
        raise ValueError("a and x have different shapes")
    y = np.dot(a, x)
    if a.shape[1] != len(y):
        raise ValueError("a and y have different shapes")
    z = a @ y
    dot_result = np.dot(a, a)
    b = dot_result @ a
    total = 0.0
    total_2 = 0.0
    for i in range(a.shape[1]):
        total += x[i] * z[i]
        total_2 += y[i] * y[i]
    total_3 = 0.0
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total_3 += b[i, j]

    # reverse sweep
    x_bar = np.zeros_like(x)
    b_bar = np.zeros_like(b)
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            b_bar[i, j] += 1.0
    y_bar = np.zeros_like(y)
    z_bar = np.zeros_like(z)
    for i in range(a.shape[1]):
        y_bar[i] += 2.0 * y[i] * total
        x_bar[i] += z[i] * total_2
        z_bar[i] += x[i] * total_2
    dot_result_bar = b_bar @ a.T
    a_bar = dot_result.T @ b_bar + np.dot(dot_result_bar, a.T)
    a_bar += np.dot(a.T, dot_result_bar) + np.outer(z_bar, y)
    y_bar += a.T @ z_bar
    a_bar += np.outer(y_bar, x)
    x_bar += np.dot(a.T, y_bar)
    return total * total_2 + total_3, x_bar, a_bar
