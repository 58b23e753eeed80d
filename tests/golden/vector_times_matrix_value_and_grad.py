import numpy as np


def vector_times_matrix_value_and_grad(x, a):
    """The value of vector_times_matrix, and its gradient with respect to x and a."""
    # forward sweep
    if len(x) != a.shape[0]:
        raise ValueError("x and a have different shapes")
    y = x @ a
    if len(x[:2]) != a[1:].shape[0]:
        raise ValueError("x[:2] and a[1:] have different shapes")
    product = x[:2] @ a[1:]
    z = np.empty_like(product)
    for i in range(len(product)):
        z[i] = product[i] + a[0, i]
    total = 0.0
    for i in range(a.shape[1]):
        total += y[i] * z[i]
    total_2 = 0.0
    for i in range(len(x)):
        total_2 += a[i, 1] * x[i]

    # reverse sweep
    x_bar = np.empty_like(x)
    a_bar = np.zeros_like(a)
    for i in range(len(x)):
        a_bar[i, 1] += x[i]
        x_bar[i] = a[i, 1]
    y_bar = np.empty_like(y)
    z_bar = np.zeros_like(z)
    for i in range(a.shape[1]):
        y_bar[i] = z[i]
        z_bar[i] += y[i]
    product_bar = np.empty_like(product)
    for i in range(len(product)):
        product_bar[i] = z_bar[i]
        a_bar[0, i] += z_bar[i]
    x_bar[:2] += a[1:] @ product_bar
    a_bar[1:] += np.outer(x[:2], product_bar)
    x_bar += a @ y_bar
    a_bar += np.outer(x, y_bar)
    return total + total_2, x_bar, a_bar
