import numpy as np


def transposed_products_jvp(x, a, x_dot, a_dot):
    """The value of transposed_products, and its derivative in the direction x_dot,
    a_dot.
    """
    if a.shape[1] != len(x):
        raise ValueError("a and x have different shapes")
    product_dot = a_dot @ x + a @ x_dot
    product = a @ x
    g_dot = a_dot.T @ product + a.T @ product_dot
    g = a.T @ product
    b_dot = a_dot.copy()
    b = a.copy()
    t_dot = b_dot.T
    t = b.T
    t_dot[0, 1] = g_dot[0] * x[1] + g[0] * x_dot[1]
    t[0, 1] = g[0] * x[1]
    c_dot = b_dot @ a.T + b @ a_dot.T
    c = b @ a.T
    value_dot = (
        np.dot(g_dot, x)
        + np.dot(g, x_dot)
        + (b_dot[1, 0] * c[2, 0] + b[1, 0] * c_dot[2, 0])
    )
    return np.dot(g, x) + b[1, 0] * c[2, 0], value_dot
