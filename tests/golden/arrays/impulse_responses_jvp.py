import numpy as np


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def each_line_tangent(a, a_dot):
    """each_line and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for i in range(a.shape[1]):
        for j in range(a.shape[2]):
            line, line_dot = running_sums_tangent(a[:, i, j], a_dot[:, i, j])
            for n in range(a.shape[0]):
                values_dot[n, i, j] = line_dot[n]
                values[n, i, j] = line[n]
    return values, values_dot


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


def impulse_responses_jvp(
    coefficients, covariance, horizon, coefficients_dot, covariance_dot
):
    """The value of impulse_responses, and its derivative in the direction
    coefficients_dot, covariance_dot.
    """
    n = covariance.shape[0]
    lags = coefficients.shape[0]
    companion_dot = np.zeros((n * lags, n * lags))
    companion = np.zeros((n * lags, n * lags))
    if companion[:n].shape[0] != n:
        raise ValueError("companion[:n] and an array of n have different shapes")
    swapaxes_result_dot = np.swapaxes(coefficients_dot, 0, 1)
    swapaxes_result = np.swapaxes(coefficients, 0, 1)
    companion_dot[:n] = np.reshape(
        np.ascontiguousarray(swapaxes_result_dot), (n, n * lags)
    )
    companion[:n] = np.reshape(np.ascontiguousarray(swapaxes_result), (n, n * lags))
    if companion[n:, :-n].shape[0] != n * (lags - 1):
        raise ValueError(
            "companion[n:, :-n] and an array of n * (lags - 1) have different shapes"
        )
    if companion[n:, :-n].shape[1] != n * (lags - 1):
        raise ValueError(
            "companion[n:, :-n] and an array of n * (lags - 1) have different shapes"
        )
    companion_dot[n:, :-n] = 0.0
    companion[n:, :-n] = np.eye(n * (lags - 1))
    impact, impact_dot = lower_factor_tangent(covariance, covariance_dot)
    power_dot = np.zeros_like(np.eye(n * lags))
    power = np.eye(n * lags)
    responses_dot = np.empty((horizon, n, n))
    responses = np.zeros((horizon, n, n))
    for h in range(horizon):
        if power[:n, :n].shape[0] != impact.shape[0]:
            raise ValueError("power[:n, :n] and impact have different shapes")
        if responses[h].shape[0] != impact.shape[1]:
            raise ValueError("responses[h] and impact have different shapes")
        product_dot = power_dot[:n, :n] @ impact + power[:n, :n] @ impact_dot
        product = power[:n, :n] @ impact
        for i in range(n):
            for j in range(n):
                responses_dot[h, i, j] = product_dot[i, j]
                responses[h, i, j] = product[i, j]
        power_dot = companion_dot @ power + companion @ power_dot
        power = companion @ power
    a_dot = np.empty_like(responses)
    a = np.empty_like(responses)
    for i in range(horizon):
        for j in range(n):
            for k in range(n):
                a_dot[i, j, k] = 2.0 * responses[i, j, k] * responses_dot[i, j, k]
                a[i, j, k] = responses[i, j, k] ** 2
    squared, squared_dot = each_line_tangent(a, a_dot)
    a_2_dot = squared_dot[-1]
    a_2 = squared[-1]
    out_dot = np.empty((n, n))
    out = np.empty((n, n))
    for i in range(n):
        values_dot = 0.0
        values = 0.0
        for j in range(n):
            values_dot += a_2_dot[i, j]
            values += a_2[i, j]
        for j in range(n):
            quotient = squared[-1, i, j] / values
            out_dot[i, j] = (squared_dot[-1, i, j] - quotient * values_dot) / values
            out[i, j] = quotient
    return out, out_dot
