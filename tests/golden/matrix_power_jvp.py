import numpy as np


def product_tangent(a, b, a_dot, b_dot):
    """product and its tangent."""
    n = a.shape[0]
    c_dot = np.zeros((n, n))
    c = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c_dot[i, j] += a_dot[i, k] * b[k, j] + a[i, k] * b_dot[k, j]
                c[i, j] += a[i, k] * b[k, j]
    return c, c_dot


def matrix_power_jvp(a, exponent, a_dot):
    """The value of matrix_power, and its derivative in the direction a_dot."""
    result_dot = np.zeros_like(a)
    result = np.zeros_like(a)
    for i in range(a.shape[0]):
        result_dot[i, i] = 0.0
        result[i, i] = 1.0
    square_dot = a_dot
    square = a
    while exponent > 0:
        if exponent % 2 == 1:
            result, result_dot = product_tangent(result, square, result_dot, square_dot)
        square, square_dot = product_tangent(square, square, square_dot, square_dot)
        exponent //= 2
    term = result_dot[1, 0] * result[1, 1] + result[1, 0] * result_dot[1, 1]
    value_dot = result_dot[0, 1] + term
    return result[0, 1] + result[1, 0] * result[1, 1], value_dot
