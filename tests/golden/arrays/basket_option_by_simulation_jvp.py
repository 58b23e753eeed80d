import numpy as np


def summed_2(a):
    """The sum of the elements over some axes, the last of them first."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    return total


def summed_2_tangent(a, a_dot):
    """summed_2 and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += a_dot[i]
        total += a[i]
    return total, total_dot


def average_2_tangent(a, weights, a_dot):
    """average_2 and its tangent."""
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term_dot = np.zeros_like(a)
    term = np.empty_like(a)
    for i in range(len(a)):
        term_dot[i] = a_dot[i] * weights[i]
        term[i] = a[i] * weights[i]
    totals, totals_dot = summed_2_tangent(term, term_dot)
    counts = summed_2(weights)
    return totals / counts, totals_dot / counts


def lower_factor(a):
    """The lower triangle L with L @ L.T = a, from the lower triangle of a."""
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
    """The matrix x with a @ x = b."""
    return np.linalg.solve(a, b)


def lower_factor_tangent(a, a_dot):
    z = lower_factor(a)
    return z, z @ lower_part(solutions(z, solutions(z, mirrored(a_dot)).T))


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    out_dot = np.zeros(a.shape[0])
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out_dot[i] = 0.0
        out[i] = 0.0
        for j in range(a.shape[1]):
            out_dot[i] += a_dot[i, j]
            out[i] += a[i, j]
    return out, out_dot


def mean_tangent(a, a_dot):
    """mean and its tangent."""
    number = a.shape[1]
    summed_result, summed_result_dot = summed_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_result)
    values = np.empty_like(summed_result)
    for i in range(len(summed_result)):
        values_dot[i] = summed_result_dot[i] / number
        values[i] = summed_result[i] / number
    return values, values_dot


def basket_option_by_simulation_jvp(
    spots,
    volatility,
    correlation,
    strike,
    rate,
    normals,
    spots_dot,
    volatility_dot,
    correlation_dot,
    strike_dot,
    rate_dot,
    normals_dot,
):
    """The value of basket_option_by_simulation, and its derivative in the direction
    spots_dot, volatility_dot, correlation_dot, strike_dot, rate_dot, normals_dot.
    """
    factor, factor_dot = lower_factor_tangent(correlation, correlation_dot)
    if normals.shape[1] != factor.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    product_dot = factor_dot @ normals.T + factor @ normals_dot.T
    product = factor @ normals.T
    z_dot = product_dot.T
    z = product.T
    drift_dot = np.zeros_like(volatility)
    drift = np.empty_like(volatility)
    for i in range(len(volatility)):
        drift_dot[i] = rate_dot - volatility[i] * volatility_dot[i]
        drift[i] = rate - 0.5 * volatility[i] ** 2
    if len(volatility) != z.shape[1]:
        raise ValueError("volatility and z have different shapes")
    if len(spots) != z.shape[1]:
        raise ValueError("spots and z have different shapes")
    ends_dot = np.zeros_like(z)
    ends = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(len(volatility)):
            exponential = np.exp(drift[j] + volatility[j] * z[i, j])
            term = volatility_dot[j] * z[i, j] + volatility[j] * z_dot[i, j]
            factor_2 = drift_dot[j] + term
            exponential_dot = exponential * factor_2
            ends_dot[i, j] = spots_dot[j] * exponential + spots[j] * exponential_dot
            ends[i, j] = spots[j] * exponential
    mean_result, mean_result_dot = mean_tangent(ends, ends_dot)
    payoff_dot = np.zeros_like(mean_result)
    payoff = np.empty_like(mean_result)
    for i in range(len(mean_result)):
        payoff_dot[i] = (
            mean_result_dot[i] - strike_dot if mean_result[i] - strike >= 0.0 else 0.0
        )
        payoff[i] = np.maximum(mean_result[i] - strike, 0.0)
    exponential = np.exp(-rate)
    exponential_dot = -exponential * rate_dot
    average_2_result, average_2_result_dot = average_2_tangent(
        payoff, np.ones_like(payoff), payoff_dot
    )
    value_dot = exponential_dot * average_2_result + exponential * average_2_result_dot
    return exponential * average_2_result, value_dot
