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
    drift_dot = np.empty_like(volatility)
    drift = np.empty_like(volatility)
    for i in range(len(volatility)):
        drift_dot[i] = rate_dot - volatility[i] * volatility_dot[i]
        drift[i] = rate - 0.5 * volatility[i] ** 2
    if len(volatility) != z.shape[1]:
        raise ValueError("volatility and z have different shapes")
    if len(spots) != z.shape[1]:
        raise ValueError("spots and z have different shapes")
    payoff_dot = np.empty(z.shape[0])
    payoff = np.empty(z.shape[0])
    weights_2 = np.ones_like(payoff)
    totals_2_dot = 0.0
    totals_2 = 0.0
    counts_2 = 0.0
    for i in range(z.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(len(volatility)):
            exponential = np.exp(drift[j] + volatility[j] * z[i, j])
            term = volatility_dot[j] * z[i, j] + volatility[j] * z_dot[i, j]
            factor_2 = drift_dot[j] + term
            exponential_dot = exponential * factor_2
            ends = spots[j] * exponential
            total_dot += spots_dot[j] * exponential + spots[j] * exponential_dot
            total += ends
        values = total / len(volatility)
        values_dot = total_dot / len(volatility)
        payoff_dot[i] = values_dot - strike_dot if values - strike >= 0.0 else 0.0
        payoff[i] = np.maximum(values - strike, 0.0)
        totals_2_dot += payoff_dot[i] * weights_2[i]
        totals_2 += payoff[i] * weights_2[i]
        counts_2 += weights_2[i]
    exponential = np.exp(-rate)
    quotient = totals_2 / counts_2
    quotient_dot = totals_2_dot / counts_2
    value_dot = exponential * quotient_dot - exponential * rate_dot * quotient
    return exponential * quotient, value_dot
