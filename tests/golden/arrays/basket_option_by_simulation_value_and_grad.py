import numpy as np


def summed_2(a):
    """The sum of the elements over some axes, the last of them first."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    return total


def average_2(a, weights):
    """The mean of the elements over some axes, each counted with its weight."""
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term = np.empty_like(a)
    for i in range(len(a)):
        term[i] = a[i] * weights[i]
    totals = summed_2(term)
    counts = summed_2(weights)
    return totals / counts


def summed_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(len(a)):
        a_bar[i] += result_bar


def average_2_adjoint(a, weights, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term = np.empty_like(a)
    for i in range(len(a)):
        term[i] = a[i] * weights[i]
    counts = summed_2(weights)

    # reverse sweep
    term_bar = np.zeros_like(term)
    summed_2_adjoint(term, result_bar / counts, term_bar)
    for i in range(len(a)):
        a_bar[i] += weights[i] * term_bar[i]


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


def lower_factor_adjoint(a, z_bar, a_bar):
    z = lower_factor(a)
    w = solutions(z.T, mirrored(z.T @ z_bar))
    lower_part_result = lower_part(solutions(z.T, w.T))
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += lower_part_result[i, j]


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out[i] = 0.0
        for j in range(a.shape[1]):
            out[i] += a[i, j]
    return out


def mean(a):
    """The mean of the elements over some axes."""
    number = a.shape[1]
    summed_result = summed(a)
    values = np.empty_like(summed_result)
    for i in range(len(summed_result)):
        values[i] = summed_result[i] / number
    return values


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[i]


def mean_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[1]
    summed_result = summed(a)

    # reverse sweep
    values_bar = result_bar.copy()
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(len(summed_result)):
        summed_result_bar[i] += values_bar[i] / number
    summed_adjoint(a, summed_result_bar, a_bar)


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
    ends = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(len(volatility)):
            ends[i, j] = spots[j] * np.exp(drift[j] + volatility[j] * z[i, j])
    mean_result = mean(ends)
    payoff = np.empty_like(mean_result)
    for i in range(len(mean_result)):
        payoff[i] = np.maximum(mean_result[i] - strike, 0.0)
    exponential = np.exp(-rate)
    average_2_result = average_2(payoff, np.ones_like(payoff))
    value = exponential * average_2_result

    # reverse sweep
    spots_bar = np.zeros_like(spots)
    volatility_bar = np.zeros_like(volatility)
    correlation_bar = np.zeros_like(correlation)
    payoff_bar = np.zeros_like(payoff)
    average_2_adjoint(payoff, np.ones_like(payoff), exponential, payoff_bar)
    rate_bar = -exponential * average_2_result
    mean_result_bar = np.zeros_like(mean_result)
    strike_bar = 0.0
    for i in range(len(mean_result)):
        difference_bar = payoff_bar[i] if mean_result[i] - strike >= 0.0 else 0.0
        mean_result_bar[i] += difference_bar
        strike_bar -= difference_bar
    ends_bar = np.zeros_like(ends)
    mean_adjoint(ends, mean_result_bar, ends_bar)
    product_bar = np.zeros_like(product)
    z_bar = product_bar.T
    drift_bar = np.zeros_like(drift)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(z.shape[0]):
        for j in range(len(volatility)):
            exponential = np.exp(drift[j] + volatility[j] * z[i, j])
            spots_bar[j] += exponential * ends_bar[i, j]
            sum_bar = exponential * spots[j] * ends_bar[i, j]
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
