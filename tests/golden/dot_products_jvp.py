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
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(a.shape[1]):
        total_dot += x_dot[i] * z[i] + x[i] * z_dot[i]
        total += x[i] * z[i]
        total_2_dot += y_dot[i] * y[i] + y[i] * y_dot[i]
        total_2 += y[i] * y[i]
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total_3_dot += b_dot[i, j]
            total_3 += b[i, j]
    value = total * total_2 + total_3
    return value, total_dot * total_2 + total * total_2_dot + total_3_dot
