import numpy as np


def transposed_products_value_and_grad(x, a):
    """The value of transposed_products, and its gradient with respect to x and a."""
    # forward sweep
    if a.shape[1] != len(x):
        raise ValueError("a and x have different shapes")
    product = a @ x
    g = a.T @ product
    b = a.copy()
    t = b.T
    t[0, 1] = g[0] * x[1]
    c = b @ a.T

    # reverse sweep
    b_bar = np.zeros_like(b)
    c_bar = np.zeros_like(c)
    g_bar = x.copy()
    x_bar = g.copy()
    b_bar[1, 0] += c[2, 0]
    c_bar[2, 0] += b[1, 0]
    b_bar += c_bar @ a
    a_bar = (b.T @ c_bar).T
    t_bar = b_bar.T
    g_bar[0] += x[1] * t_bar[0, 1]
    x_bar[1] += g[0] * t_bar[0, 1]
    t_bar[0, 1] = 0.0
    a_bar += b_bar + np.outer(g_bar, product).T
    product_bar = a @ g_bar
    a_bar += np.outer(product_bar, x)
    x_bar += a.T @ product_bar
    return np.dot(g, x) + b[1, 0] * c[2, 0], x_bar, a_bar
