import numpy as np


def product(a, b):
    n = a.shape[0]
    c = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i, j] += a[i, k] * b[k, j]
    return c


def product_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep
    n = a.shape[0]

    # reverse sweep
    for i in range(n):
        for j in range(n):
            for k in range(n):
                a_bar[i, k] += b[k, j] * result_bar[i, j]
                b_bar[k, j] += a[i, k] * result_bar[i, j]


def matrix_power_value_and_grad(a, exponent):
    """The value of matrix_power, and its gradient with respect to a."""
    # forward sweep: saves exponent, square and result
    result = np.zeros_like(a)
    for i in range(a.shape[0]):
        result[i, i] = 1.0
    square = a
    exponent_saved = []
    square_saved = []
    result_saved = []
    while exponent > 0:
        if exponent % 2 == 1:
            result_saved.append(result)
            result = product(result, square)
        square_saved.append(square)
        square = product(square, square)
        exponent_saved.append(exponent)
        exponent //= 2
    value = result[0, 1] + result[1, 0] * result[1, 1]

    # reverse sweep
    a_bar = np.zeros_like(a)
    result_bar = np.zeros_like(result)
    result_bar[0, 1] += 1.0
    result_bar[1, 0] += result[1, 1]
    result_bar[1, 1] += result[1, 0]
    square_bar = np.zeros_like(square)
    for trip in range(len(square_saved)):
        exponent = exponent_saved.pop()
        square = square_saved.pop()
        square_new_bar = square_bar
        square_bar = np.zeros_like(square)
        product_adjoint(square, square, square_new_bar, square_bar, square_bar)
        if exponent % 2 == 1:
            result = result_saved.pop()
            result_new_bar = result_bar
            result_bar = np.zeros_like(result)
            product_adjoint(result, square, result_new_bar, result_bar, square_bar)
    a_bar += square_bar
    return value, a_bar
