import numpy as np


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_2(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v) + 1
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i + 1] = v[i]
    return matrix


def matrix_of_2_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i + 1]


def matrix_of_3(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v) + 1
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i + 1, i] = v[i]
    return matrix


def matrix_of_3_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i + 1, i]


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def natural_cubic_spline_vjp(x, y, at, result_bar):
    """The adjoints of x, y and at of natural_cubic_spline, for the adjoint of its
    result.
    """
    # forward sweep
    h = np.empty(max(len(x) - 1, 0))
    for i in range(len(x) - 1):
        h[i] = x[i + 1] - x[i]
    if len(y[1:]) != max(len(x) - 1, 0):
        raise ValueError("y[1:] and h have different shapes")
    slope = np.empty(max(len(y) - 1, 0))
    for i in range(len(y) - 1):
        slope[i] = (y[i + 1] - y[i]) / h[i]
    v = np.empty(max(len(x) - 2, 0))
    for i in range(len(x) - 2):
        v[i] = 2.0 * (h[i] + h[i + 1])
    matrix = matrix_of(v)
    v_2 = h[1:-1]
    v_3 = h[1:-1]
    matrix_of_2_result = matrix_of_2(v_2)
    matrix_of_3_result = matrix_of_3(v_3)
    if matrix_of_2_result.shape[0] != matrix_of_3_result.shape[0]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    if matrix_of_2_result.shape[1] != matrix_of_3_result.shape[1]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    if matrix.shape[0] != matrix_of_3_result.shape[0]:
        raise ValueError("matrix and matrix_of_3_result have different shapes")
    if matrix.shape[1] != matrix_of_3_result.shape[1]:
        raise ValueError("matrix and matrix_of_3_result have different shapes")
    m = np.zeros_like(x)
    b = np.empty(max(len(x) - 2, 0))
    for i in range(len(x) - 2):
        for j in range(len(x) - 2):
            matrix[i, j] += matrix_of_2_result[i, j] + matrix_of_3_result[i, j]
        b[i] = 6.0 * (slope[i + 1] - slope[i])
    solution_result = solution(matrix, b)
    if len(m[1:-1]) != len(solution_result):
        raise ValueError("m[1:-1] and solution_result have different shapes")
    for i in range(len(x) - 2):
        m[i + 1] = solution_result[i]
    searchsorted_result = np.searchsorted(x, at)
    if len(at) != len(searchsorted_result):
        raise ValueError("at and x[k] have different shapes")

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    at_bar = np.empty_like(at)
    out_bar = result_bar.copy()
    h_bar = np.zeros_like(h)
    slope_bar = np.zeros_like(slope)
    m_bar = np.zeros_like(m)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(searchsorted_result)):
        k = searchsorted_result[i] - 1
        t = at[i] - x[k]
        index = k + 1
        linear = slope[k] - h[k] * (2.0 * m[k] + m[index]) / 6.0
        quotient = t * (m[index] - m[k]) / (6.0 * h[k])
        y_bar[k] += out_bar[i]
        t_bar = (linear + t * (0.5 * m[k] + quotient)) * out_bar[i]
        sum_bar = t * out_bar[i]
        t_bar += (0.5 * m[k] + quotient) * sum_bar
        numerator_bar = t * sum_bar / (6.0 * h[k])
        t_bar += (m[index] - m[k]) * numerator_bar
        m_bar[k] += 0.5 * t * sum_bar - t * numerator_bar
        h_bar[k] -= 6.0 * quotient * numerator_bar
        slope_bar[k] += sum_bar
        product_bar = -sum_bar / 6.0
        h_bar[k] += (2.0 * m[k] + m[index]) * product_bar
        m_bar[k] += 2.0 * h[k] * product_bar
        m_bar[index] += t * numerator_bar + h[k] * product_bar
        at_bar[i] = t_bar
        x_bar[k] -= t_bar
    solution_result_bar = np.zeros_like(solution_result)
    for i in range(len(x) - 2):
        solution_result_bar[i] += m_bar[i + 1]
        m_bar[i + 1] = 0.0
    matrix_bar = np.zeros_like(matrix)
    b_bar = np.zeros_like(b)
    solution_adjoint(matrix, b, solution_result_bar, matrix_bar, b_bar)
    matrix_of_2_result_bar = np.empty_like(matrix_of_2_result)
    matrix_of_3_result_bar = np.empty_like(matrix_of_3_result)
    for i in range(len(x) - 2):
        slope_bar[i + 1] += 6.0 * b_bar[i]
        slope_bar[i] -= 6.0 * b_bar[i]
        for j in range(len(x) - 2):
            matrix_of_2_result_bar[i, j] = matrix_bar[i, j]
            matrix_of_3_result_bar[i, j] = matrix_bar[i, j]
    v_3_bar = h_bar[1:-1]
    matrix_of_3_adjoint(matrix_of_3_result_bar, v_3_bar)
    v_2_bar = h_bar[1:-1]
    matrix_of_2_adjoint(matrix_of_2_result_bar, v_2_bar)
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_bar, v_bar)
    for i in range(len(x) - 2):
        h_bar[i] += 2.0 * v_bar[i]
        h_bar[i + 1] += 2.0 * v_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(y) - 1):
        numerator_bar = slope_bar[i] / h[i]
        y_bar[i + 1] += numerator_bar
        y_bar[i] -= numerator_bar
        h_bar[i] -= (y[i + 1] - y[i]) * numerator_bar / h[i]
    for i in range(len(x) - 1):
        x_bar[i + 1] += h_bar[i]
        x_bar[i] -= h_bar[i]
    return x_bar, y_bar, at_bar
