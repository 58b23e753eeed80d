import numpy as np


def dot_products_jvp(x, a, x_dot, a_dot):
    """The value of dot_products, and its derivative in the direction x_dot, a_dot."""
    if a.shape[1] != len(x):
        raise ValueError("a and x have different shapes")
    y_dot = np.dot(a_dot, x) + np.dot(a, x_dot)
    y = np.dot(a, x)
    if a.shape[1] != len(y):
        raise ValueError("a and y have different shapes")
    z_dot = a_dot @ y + a @ y_dot
    z = a @ y
    dot_result_dot = np.dot(a_dot, a) + np.dot(a, a_dot)
    dot_result = np.dot(a, a)
    b_dot = dot_result_dot @ a + dot_result @ a_dot
    b = dot_result @ a
    total_dot = 0.0
    total = 0.0
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total_dot += b_dot[i, j]
            total += b[i, j]
    dot_result_2_dot = np.dot(x_dot, z) + np.dot(x, z_dot)
    dot_result_2 = np.dot(x, z)
    product_dot = y_dot @ y + y @ y_dot
    product = y @ y
    value_dot = dot_result_2_dot * product + dot_result_2 * product_dot + total_dot
    return dot_result_2 * product + total, value_dot
