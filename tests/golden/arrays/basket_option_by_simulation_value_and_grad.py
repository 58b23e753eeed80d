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


def basket_option_by_simulation_value_and_grad(
    spots, volatility, correlation, strike, rate, normals
):
    """The value of basket_option_by_simulation, and its gradient with respect to
    spots, volatility, correlation, strike, rate and normals.
    """
    # forward sweep
    factor = lower_factor(correlation)
    if normals.shape[1] != factor.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    product = factor @ normals.T
    z = product.T
    drift = np.empty_like(volatility)
    for i in range(len(volatility)):
        drift[i] = rate - 0.5 * volatility[i] ** 2
    if len(volatility) != z.shape[1]:
        raise ValueError("volatility and z have different shapes")
    if len(spots) != z.shape[1]:
        raise ValueError("spots and z have different shapes")
    payoff = np.empty(z.shape[0])
    weights_2 = np.ones_like(payoff)
    totals_2 = 0.0
    counts_2 = 0.0
    for i in range(z.shape[0]):
        total = 0.0
        for j in range(len(volatility)):
            ends = spots[j] * np.exp(drift[j] + volatility[j] * z[i, j])
            total += ends
        payoff[i] = np.maximum(total / len(volatility) - strike, 0.0)
        totals_2 += payoff[i] * weights_2[i]
        counts_2 += weights_2[i]
    exponential = np.exp(-rate)
    value = exponential * (totals_2 / counts_2)

    # reverse sweep
    spots_bar = np.zeros_like(spots)
    volatility_bar = np.zeros_like(volatility)
    correlation_bar = np.zeros_like(correlation)
    totals_2_bar = exponential / counts_2
    rate_bar = -exponential * totals_2 / counts_2
    product_bar = np.zeros_like(product)
    z_bar = product_bar.T
    drift_bar = np.zeros_like(drift)
    payoff_bar = np.empty_like(payoff)

    # forward and reverse in one sweep: the iterations are independent
    strike_bar = 0.0
    for i in range(z.shape[0]):
        total = 0.0
        for j in range(len(volatility)):
            ends = spots[j] * np.exp(drift[j] + volatility[j] * z[i, j])
            total += ends
        values = total / len(volatility)
        payoff_bar[i] = weights_2[i] * totals_2_bar
        difference_bar = payoff_bar[i] if values - strike >= 0.0 else 0.0
        strike_bar -= difference_bar
        total_bar = difference_bar / len(volatility)
        for j in range(len(volatility)):
            exponential = np.exp(drift[j] + volatility[j] * z[i, j])
            spots_bar[j] += exponential * total_bar
            sum_bar = exponential * spots[j] * total_bar
            drift_bar[j] += sum_bar
            volatility_bar[j] += z[i, j] * sum_bar
            z_bar[i, j] += volatility[j] * sum_bar
    for i in range(len(volatility)):
        rate_bar += drift_bar[i]
        volatility_bar[i] -= volatility[i] * drift_bar[i]
    factor_bar = product_bar @ normals
    normals_bar = (factor.T @ product_bar).T
    lower_factor_adjoint(correlation, factor_bar, correlation_bar)
    return (
        value,
        spots_bar,
        volatility_bar,
        correlation_bar,
        strike_bar,
        rate_bar,
        normals_bar,
    )
