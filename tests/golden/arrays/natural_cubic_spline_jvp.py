import numpy as np


def matrix_of_2_tangent(v, v_dot):
    """matrix_of_2 and its tangent."""
    size = len(v) + 1
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i + 1] = v_dot[i]
        matrix[i, i + 1] = v[i]
    return matrix, matrix_dot


def matrix_of_3_tangent(v, v_dot):
    """matrix_of_3 and its tangent."""
    size = len(v) + 1
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i + 1, i] = v_dot[i]
        matrix[i + 1, i] = v[i]
    return matrix, matrix_dot


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def natural_cubic_spline_jvp(x, y, at, x_dot, y_dot, at_dot):
    """The value of natural_cubic_spline, and its derivative in the direction x_dot,
    y_dot, at_dot.
    """
    h_dot = np.empty(max(len(x) - 1, 0))
    h = np.empty(max(len(x) - 1, 0))
    for i in range(len(x) - 1):
        h_dot[i] = x_dot[i + 1] - x_dot[i]
        h[i] = x[i + 1] - x[i]
    if len(y[1:]) != max(len(x) - 1, 0):
        raise ValueError("y[1:] and h have different shapes")
    slope_dot = np.empty(max(len(y) - 1, 0))
    slope = np.empty(max(len(y) - 1, 0))
    for i in range(len(y) - 1):
        quotient = (y[i + 1] - y[i]) / h[i]
        slope_dot[i] = (y_dot[i + 1] - y_dot[i] - quotient * h_dot[i]) / h[i]
        slope[i] = quotient
    v_dot = np.empty(max(len(x) - 2, 0))
    v = np.empty(max(len(x) - 2, 0))
    for i in range(len(x) - 2):
        v_dot[i] = 2.0 * (h_dot[i] + h_dot[i + 1])
        v[i] = 2.0 * (h[i] + h[i + 1])
    matrix, matrix_dot = matrix_of_tangent(v, v_dot)
    v_2_dot = h_dot[1:-1]
    v_2 = h[1:-1]
    v_3_dot = h_dot[1:-1]
    v_3 = h[1:-1]
    matrix_of_2_result, matrix_of_2_result_dot = matrix_of_2_tangent(v_2, v_2_dot)
    matrix_of_3_result, matrix_of_3_result_dot = matrix_of_3_tangent(v_3, v_3_dot)
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
    m_dot = np.zeros_like(x)
    m = np.zeros_like(x)
    b_dot = np.empty(max(len(x) - 2, 0))
    b = np.empty(max(len(x) - 2, 0))
    for i in range(len(x) - 2):
        for j in range(len(x) - 2):
            matrix_dot[i, j] += (
                matrix_of_2_result_dot[i, j] + matrix_of_3_result_dot[i, j]
            )
            matrix[i, j] += matrix_of_2_result[i, j] + matrix_of_3_result[i, j]
        b_dot[i] = 6.0 * (slope_dot[i + 1] - slope_dot[i])
        b[i] = 6.0 * (slope[i + 1] - slope[i])
    solution_result, solution_result_dot = solution_tangent(
        matrix, b, matrix_dot, b_dot
    )
    if len(m[1:-1]) != len(solution_result):
        raise ValueError("m[1:-1] and solution_result have different shapes")
    for i in range(len(x) - 2):
        m_dot[i + 1] = solution_result_dot[i]
        m[i + 1] = solution_result[i]
    searchsorted_result = np.searchsorted(x, at)
    if len(at) != len(searchsorted_result):
        raise ValueError("at and x[k] have different shapes")
    out_dot = np.empty_like(at)
    out = np.empty_like(at)
    for i in range(len(searchsorted_result)):
        k = searchsorted_result[i] - 1
        t_dot = at_dot[i] - x_dot[k]
        t = at[i] - x[k]
        index = k + 1
        term_2 = h[k] * (2.0 * m_dot[k] + m_dot[index])
        factor = h_dot[k] * (2.0 * m[k] + m[index]) + term_2
        term = factor / 6.0
        linear_dot = slope_dot[k] - term
        linear = slope[k] - h[k] * (2.0 * m[k] + m[index]) / 6.0
        quotient = t * (m[index] - m[k]) / (6.0 * h[k])
        factor_2 = (
            t_dot * (m[index] - m[k])
            + t * (m_dot[index] - m_dot[k])
            - 6.0 * quotient * h_dot[k]
        )
        quotient_dot = factor_2 / (6.0 * h[k])
        term_5 = t_dot * (0.5 * m[k] + quotient) + t * (0.5 * m_dot[k] + quotient_dot)
        factor_3 = linear_dot + term_5
        term_4 = t * factor_3
        term_3 = t_dot * (linear + t * (0.5 * m[k] + quotient)) + term_4
        out_dot[i] = y_dot[k] + term_3
        out[i] = y[k] + t * (linear + t * (0.5 * m[k] + quotient))
    return out, out_dot
