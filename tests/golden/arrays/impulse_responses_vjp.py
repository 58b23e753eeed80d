import numpy as np


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def each_line(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape)
    for i in range(a.shape[1]):
        for j in range(a.shape[2]):
            line = running_sums(a[:, i, j])
            for n in range(a.shape[0]):
                values[n, i, j] = line[n]
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
        a_bar[i] += running_bar


def each_line_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        for j in range(a.shape[2]):
            line = running_sums(a[:, i, j])
            line_bar = np.zeros_like(line)
            for n in range(a.shape[0]):
                line_bar[n] += result_bar[n, i, j]
            running_sums_adjoint(line_bar, a_bar[:, i, j])


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


def impulse_responses_vjp(coefficients, covariance, horizon, result_bar):
    """The adjoints of coefficients and covariance of impulse_responses, for the
    adjoint of its result.
    """
    # forward sweep: saves power
    n = covariance.shape[0]
    lags = coefficients.shape[0]
    companion = np.zeros((n * lags, n * lags))
    if companion[:n].shape[0] != n:
        raise ValueError("companion[:n] and an array of n have different shapes")
    swapaxes_result = np.swapaxes(coefficients, 0, 1)
    companion[:n] = np.reshape(np.ascontiguousarray(swapaxes_result), (n, n * lags))
    if companion[n:, :-n].shape[0] != n * (lags - 1):
        raise ValueError(
            "companion[n:, :-n] and an array of n * (lags - 1) have different shapes"
        )
    if companion[n:, :-n].shape[1] != n * (lags - 1):
        raise ValueError(
            "companion[n:, :-n] and an array of n * (lags - 1) have different shapes"
        )
    companion[n:, :-n] = np.eye(n * (lags - 1))
    impact = lower_factor(covariance)
    power = np.eye(n * lags)
    responses = np.zeros((horizon, n, n))
    power_saved = []
    for h in range(horizon):
        if power[:n, :n].shape[0] != impact.shape[0]:
            raise ValueError("power[:n, :n] and impact have different shapes")
        if responses[h].shape[0] != impact.shape[1]:
            raise ValueError("responses[h] and impact have different shapes")
        product = power[:n, :n] @ impact
        for i in range(n):
            for j in range(n):
                responses[h, i, j] = product[i, j]
        power_saved.append(power)
        power = companion @ power
    a = np.empty_like(responses)
    for i in range(horizon):
        for j in range(n):
            for k in range(n):
                a[i, j, k] = responses[i, j, k] ** 2
    squared = each_line(a)
    a_2 = squared[-1]

    # reverse sweep
    coefficients_bar = np.zeros_like(coefficients)
    covariance_bar = np.zeros_like(covariance)
    out_bar = result_bar.copy()
    squared_bar = np.zeros_like(squared)
    a_2_bar = squared_bar[-1]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        values = 0.0
        for j in range(n):
            values += a_2[i, j]
        values_bar = 0.0
        for j in range(n):
            numerator_bar = out_bar[i, j] / values
            squared_bar[-1, i, j] += numerator_bar
            values_bar -= squared[-1, i, j] * numerator_bar / values
        for j in range(n):
            a_2_bar[i, j] += values_bar
    a_bar = np.zeros_like(a)
    each_line_adjoint(a, squared_bar, a_bar)
    responses_bar = np.empty_like(responses)
    for i in range(horizon):
        for j in range(n):
            for k in range(n):
                responses_bar[i, j, k] = 2.0 * responses[i, j, k] * a_bar[i, j, k]
    power_bar = np.zeros_like(power)
    companion_bar = np.zeros_like(companion)
    impact_bar = np.zeros_like(impact)
    for h in range(horizon - 1, -1, -1):
        power = power_saved.pop()
        companion_bar += power_bar @ power.T
        power_bar = companion.T @ power_bar
        product = power[:n, :n] @ impact
        product_bar = np.zeros_like(product)
        for i in range(n):
            for j in range(n):
                product_bar[i, j] += responses_bar[h, i, j]
        power_bar[:n, :n] += product_bar @ impact.T
        impact_bar += power[:n, :n].T @ product_bar
    lower_factor_adjoint(covariance, impact_bar, covariance_bar)
    companion_bar[n:, :-n] = 0.0
    swapaxes_result_bar = np.swapaxes(coefficients_bar, 0, 1)
    swapaxes_result_bar += np.reshape(
        np.ascontiguousarray(companion_bar[:n]), swapaxes_result.shape
    )
    return coefficients_bar, covariance_bar
