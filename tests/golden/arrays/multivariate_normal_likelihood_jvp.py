import numpy as np


def lower_factor(a):
    """The lower triangle L with L @ L.T = a, from the lower triangle of a:
    s2sad.library.factorizations.lower_factor(a).
    """
    return np.linalg.cholesky(a)


def lower_part(a):
    """The lower triangle of a square matrix, the diagonal multiplied by a number."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
        part[i, i] = 0.5 * a[i, i]
    return part


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def lower_factor_tangent(a, a_dot):
    z = lower_factor(a)
    return z, z @ lower_part(solutions(z, solutions(z, mirrored(a_dot)).T))


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def tril_tangent(m, m_dot):
    """tril and its tangent."""
    part_dot = np.zeros(m.shape)
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(min(i, m.shape[1])):
            part_dot[i, j] = m_dot[i, j]
            part[i, j] = m[i, j]
    return part, part_dot


def multivariate_normal_likelihood_jvp(
    data, mean, scale, raw, data_dot, mean_dot, scale_dot, raw_dot
):
    """The value of multivariate_normal_likelihood, and its derivative in the
    direction data_dot, mean_dot, scale_dot, raw_dot.
    """
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(raw, raw_dot)
    v_dot = np.empty_like(on_diagonal_result)
    v = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        exp_on_diagonal_result = np.exp(on_diagonal_result[i])
        v_dot[i] = exp_on_diagonal_result * on_diagonal_result_dot[i]
        v[i] = exp_on_diagonal_result
    tril_result, tril_result_dot = tril_tangent(raw, raw_dot)
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    if tril_result.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("tril_result and matrix_of_result have different shapes")
    if tril_result.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("tril_result and matrix_of_result have different shapes")
    lower_dot = np.zeros_like(tril_result)
    lower = np.empty_like(tril_result)
    for i in range(raw.shape[0]):
        for j in range(raw.shape[1]):
            lower_dot[i, j] = tril_result_dot[i, j] + matrix_of_result_dot[i, j]
            lower[i, j] = tril_result[i, j] + matrix_of_result[i, j]
    if scale[:, None].shape[0] != len(on_diagonal_result):
        raise ValueError("scale[:, None] and lower have different shapes")
    factor_dot = np.zeros_like(tril_result)
    factor = np.empty_like(tril_result)
    for i in range(len(on_diagonal_result)):
        for j in range(len(on_diagonal_result)):
            factor_dot[i, j] = scale_dot[i] * lower[i, j] + scale[i] * lower_dot[i, j]
            factor[i, j] = scale[i] * lower[i, j]
    covariance_dot = factor_dot @ factor.T + factor @ factor_dot.T
    covariance = factor @ factor.T
    chol, chol_dot = lower_factor_tangent(covariance, covariance_dot)
    if data.shape[1] != len(mean):
        raise ValueError("data and mean have different shapes")
    term_dot = np.empty_like(data)
    term = np.empty_like(data)
    for i in range(data.shape[0]):
        for j in range(data.shape[1]):
            term_dot[i, j] = data_dot[i, j] - mean_dot[j]
            term[i, j] = data[i, j] - mean[j]
    b_dot = term_dot.T
    b = term.T
    white, white_dot = solutions_tangent(chol, b, chol_dot, b_dot)
    n = data.shape[0]
    d = data.shape[1]
    on_diagonal_result_2, on_diagonal_result_2_dot = on_diagonal_tangent(chol, chol_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(on_diagonal_result_2)):
        total_dot += on_diagonal_result_2_dot[i] / on_diagonal_result_2[i]
        total += np.log(on_diagonal_result_2[i])
    log_det = 2.0 * total
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(white.shape[0]):
        for j in range(white.shape[1]):
            total_2_dot += white_dot[i, j] * white[i, j] + white[i, j] * white_dot[i, j]
            total_2 += white[i, j] * white[i, j]
    value = -0.5 * (total_2 + n * (log_det + d * np.log(2.0 * np.pi)))
    return value, -0.5 * (total_2_dot + 2.0 * n * total_dot)
