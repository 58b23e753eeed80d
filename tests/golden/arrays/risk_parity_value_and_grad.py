import numpy as np


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out[i, 0] = values[i]
    return out


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
    return restored(values)


def cov(m):
    """The covariances of variables, each a row of observations."""
    rows = m.T
    taken = 1
    mean_result = mean(rows)
    if rows.shape[0] != mean_result.shape[0]:
        raise ValueError("rows and mean_result have different shapes")
    centred = np.empty_like(rows)
    for i in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            centred[i, j] = rows[i, j] - mean_result[i, 0]
    count = rows.shape[1]
    number = count if taken == 0 else count - taken
    dot_result = np.dot(centred, centred.T)
    out = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            out[i, j] = dot_result[i, j] / number
    return out


def restored_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for i in range(len(values)):
        values_bar[i] += out_bar[i, 0]


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
    values = np.empty_like(summed_result)
    for i in range(len(summed_result)):
        values[i] = summed_result[i] / number

    # reverse sweep
    value_bar = result_bar.copy()
    values_bar = np.zeros_like(values)
    restored_adjoint(values, value_bar, values_bar)
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(len(summed_result)):
        summed_result_bar[i] += values_bar[i] / number
    summed_adjoint(a, summed_result_bar, a_bar)


def cov_adjoint(m, result_bar, m_bar):
    """The adjoint of m is added to m_bar."""
    # forward sweep
    rows = m.T
    taken = 1
    mean_result = mean(rows)
    if rows.shape[0] != mean_result.shape[0]:
        raise ValueError("rows and mean_result have different shapes")
    centred = np.empty_like(rows)
    for i in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            centred[i, j] = rows[i, j] - mean_result[i, 0]
    count = rows.shape[1]
    number = count if taken == 0 else count - taken
    dot_result = np.dot(centred, centred.T)

    # reverse sweep
    out_bar = result_bar.copy()
    dot_result_bar = np.zeros_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            dot_result_bar[i, j] += out_bar[i, j] / number
    centred_bar = np.dot(dot_result_bar, centred)
    centred_bar += np.dot(centred.T, dot_result_bar).T
    rows_bar = m_bar.T
    mean_result_bar = np.zeros_like(mean_result)
    for i in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            rows_bar[i, j] += centred_bar[i, j]
            mean_result_bar[i, 0] -= centred_bar[i, j]
    mean_adjoint(rows, mean_result_bar, rows_bar)


def risk_parity_value_and_grad(raw, returns):
    """The value of risk_parity, and its gradient with respect to raw and returns."""
    # forward sweep
    total = 0.0
    for i in range(len(raw)):
        total += np.exp(raw[i])
    weights = np.empty_like(raw)
    for i in range(len(raw)):
        weights[i] = np.exp(raw[i]) / total
    covariance = cov(returns)
    if covariance.shape[1] != len(raw):
        raise ValueError("covariance and weights have different shapes")
    marginal = covariance @ weights
    if len(raw) != len(marginal):
        raise ValueError("weights and marginal have different shapes")
    total_2 = 0.0
    for i in range(len(raw)):
        total_2 += weights[i] * marginal[i]
    volatility = np.sqrt(total_2)
    budget = volatility / len(raw)
    total_3 = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        total_3 += (parts - budget) ** 2
    value = total_3 / volatility**2

    # reverse sweep
    raw_bar = np.zeros_like(raw)
    returns_bar = np.zeros_like(returns)
    numerator_bar = 1.0 / volatility**2
    volatility_bar = -2.0 * volatility * value * numerator_bar
    weights_bar = np.zeros_like(weights)
    marginal_bar = np.zeros_like(marginal)

    # forward and reverse in one sweep: the iterations are independent
    budget_bar = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        difference_bar = 2.0 * (parts - budget) * numerator_bar
        budget_bar -= difference_bar
        numerator_bar_2 = difference_bar / volatility
        weights_bar[i] += marginal[i] * numerator_bar_2
        marginal_bar[i] += weights[i] * numerator_bar_2
        volatility_bar -= parts * numerator_bar_2
    volatility_bar += budget_bar / len(raw)
    total_2_bar = volatility_bar / (2.0 * volatility)
    for i in range(len(raw)):
        weights_bar[i] += marginal[i] * total_2_bar
        marginal_bar[i] += weights[i] * total_2_bar
    covariance_bar = np.outer(marginal_bar, weights)
    weights_bar += covariance.T @ marginal_bar
    cov_adjoint(returns, covariance_bar, returns_bar)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        numerator_bar = weights_bar[i] / total
        total_bar -= exp_raw * numerator_bar / total
        raw_bar[i] += exp_raw * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(raw)):
        raw_bar[i] += np.exp(raw[i]) * total_bar
    return value, raw_bar, returns_bar
