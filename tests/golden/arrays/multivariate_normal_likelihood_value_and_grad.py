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


def lower_factor_adjoint(a, z_bar, a_bar):
    z = lower_factor(a)
    w = solutions(z.T, mirrored(z.T @ z_bar))
    lower_part_result = lower_part(solutions(z.T, w.T))
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += lower_part_result[i, j]


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def tril(m):
    """The lower triangle, 0 above the k-th diagonal."""
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(min(i, m.shape[1])):
            part[i, j] = m[i, j]
    return part


def tril_adjoint(result_bar, m_bar):
    """The adjoint of m is added to m_bar."""
    for i in range(m_bar.shape[0]):
        for j in range(min(i, m_bar.shape[1])):
            m_bar[i, j] += result_bar[i, j]


def multivariate_normal_likelihood_value_and_grad(data, mean, scale, raw):
    """The value of multivariate_normal_likelihood, and its gradient with respect to
    data, mean, scale and raw.
    """
    # forward sweep
    on_diagonal_result = on_diagonal(raw)
    v = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        v[i] = np.exp(on_diagonal_result[i])
    tril_result = tril(raw)
    matrix_of_result = matrix_of(v)
    if tril_result.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("tril_result and matrix_of_result have different shapes")
    if tril_result.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("tril_result and matrix_of_result have different shapes")
    lower = np.empty_like(tril_result)
    for i in range(raw.shape[0]):
        for j in range(raw.shape[1]):
            lower[i, j] = tril_result[i, j] + matrix_of_result[i, j]
    if scale[:, None].shape[0] != len(on_diagonal_result):
        raise ValueError("scale[:, None] and lower have different shapes")
    factor = np.empty_like(tril_result)
    for i in range(len(on_diagonal_result)):
        for j in range(len(on_diagonal_result)):
            factor[i, j] = scale[i] * lower[i, j]
    covariance = factor @ factor.T
    chol = lower_factor(covariance)
    if data.shape[1] != len(mean):
        raise ValueError("data and mean have different shapes")
    term = np.empty_like(data)
    for i in range(data.shape[0]):
        for j in range(data.shape[1]):
            term[i, j] = data[i, j] - mean[j]
    b = term.T
    white = solutions(chol, b)
    n = data.shape[0]
    d = data.shape[1]
    on_diagonal_result_2 = on_diagonal(chol)
    total = 0.0
    for i in range(len(on_diagonal_result_2)):
        total += np.log(on_diagonal_result_2[i])
    log_det = 2.0 * total
    total_2 = 0.0
    for i in range(white.shape[0]):
        for j in range(white.shape[1]):
            total_2 += white[i, j] * white[i, j]
    value = -0.5 * (total_2 + n * (log_det + d * np.log(2.0 * np.pi)))

    # reverse sweep
    data_bar = np.empty_like(data)
    mean_bar = np.zeros_like(mean)
    scale_bar = np.zeros_like(scale)
    raw_bar = np.zeros_like(raw)
    white_bar = np.empty_like(white)
    for i in range(white.shape[0]):
        for j in range(white.shape[1]):
            white_bar[i, j] = -white[i, j]
    total_bar = -1.0 * n
    on_diagonal_result_2_bar = np.empty_like(on_diagonal_result_2)
    for i in range(len(on_diagonal_result_2)):
        on_diagonal_result_2_bar[i] = total_bar / on_diagonal_result_2[i]
    chol_bar = np.zeros_like(chol)
    on_diagonal_adjoint(on_diagonal_result_2_bar, chol_bar)
    term_bar = np.zeros_like(term)
    b_bar = term_bar.T
    solutions_adjoint(chol, b, white_bar, chol_bar, b_bar)
    for i in range(data.shape[0]):
        for j in range(data.shape[1]):
            data_bar[i, j] = term_bar[i, j]
            mean_bar[j] -= term_bar[i, j]
    covariance_bar = np.zeros_like(covariance)
    lower_factor_adjoint(covariance, chol_bar, covariance_bar)
    factor_bar = covariance_bar @ factor + (factor.T @ covariance_bar).T
    lower_bar = np.empty_like(lower)
    for i in range(len(on_diagonal_result)):
        for j in range(len(on_diagonal_result)):
            scale_bar[i] += lower[i, j] * factor_bar[i, j]
            lower_bar[i, j] = scale[i] * factor_bar[i, j]
    tril_result_bar = np.empty_like(tril_result)
    matrix_of_result_bar = np.empty_like(matrix_of_result)
    for i in range(raw.shape[0]):
        for j in range(raw.shape[1]):
            tril_result_bar[i, j] = lower_bar[i, j]
            matrix_of_result_bar[i, j] = lower_bar[i, j]
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    tril_adjoint(tril_result_bar, raw_bar)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = v[i] * v_bar[i]
    on_diagonal_adjoint(on_diagonal_result_bar, raw_bar)
    return value, data_bar, mean_bar, scale_bar, raw_bar
