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
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total += b[i, j]
    dot_result_2 = np.dot(x, z)
    product = y @ y

    # reverse sweep
    y_bar = 2.0 * y * dot_result_2
    x_bar = z * product
    z_bar = x * product
    b_bar = np.empty_like(b)
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            b_bar[i, j] = 1.0
    dot_result_bar = b_bar @ a.T
    a_bar = dot_result.T @ b_bar + np.dot(dot_result_bar, a.T)
    a_bar += np.dot(a.T, dot_result_bar) + np.outer(z_bar, y)
    y_bar += a.T @ z_bar
    a_bar += np.outer(y_bar, x)
    x_bar += np.dot(a.T, y_bar)
    return dot_result_2 * product + total, x_bar, a_bar
