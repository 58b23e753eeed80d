import numpy as np


def restored_tangent(values, values_dot):
    """restored and its tangent."""
    out_dot = np.zeros((len(values), 1))
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out_dot[i, 0] = values_dot[i]
        out[i, 0] = values[i]
    return out, out_dot


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
    value, value_dot = restored_tangent(values, values_dot)
    return value, value_dot


def cov_tangent(m, m_dot):
    """cov and its tangent."""
    rows_dot = m_dot.T
    rows = m.T
    taken = 1
    mean_result, mean_result_dot = mean_tangent(rows, rows_dot)
    if rows.shape[0] != mean_result.shape[0]:
        raise ValueError("rows and mean_result have different shapes")
    centred_dot = np.zeros_like(rows)
    centred = np.empty_like(rows)
    for i in range(rows.shape[0]):
        for j in range(rows.shape[1]):
            centred_dot[i, j] = rows_dot[i, j] - mean_result_dot[i, 0]
            centred[i, j] = rows[i, j] - mean_result[i, 0]
    count = rows.shape[1]
    number = count if taken == 0 else count - taken
    dot_result_dot = np.dot(centred_dot, centred.T) + np.dot(centred, centred_dot.T)
    dot_result = np.dot(centred, centred.T)
    out_dot = np.zeros_like(dot_result)
    out = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            out_dot[i, j] = dot_result_dot[i, j] / number
            out[i, j] = dot_result[i, j] / number
    return out, out_dot


def risk_parity_jvp(raw, returns, raw_dot, returns_dot):
    """The value of risk_parity, and its derivative in the direction raw_dot,
    returns_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        total_dot += exp_raw * raw_dot[i]
        total += exp_raw
    weights_dot = np.zeros_like(raw)
    weights = np.empty_like(raw)
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        quotient = exp_raw / total
        weights_dot[i] = (exp_raw * raw_dot[i] - quotient * total_dot) / total
        weights[i] = quotient
    covariance, covariance_dot = cov_tangent(returns, returns_dot)
    if covariance.shape[1] != len(raw):
        raise ValueError("covariance and weights have different shapes")
    marginal_dot = covariance_dot @ weights + covariance @ weights_dot
    marginal = covariance @ weights
    if len(raw) != len(marginal):
        raise ValueError("weights and marginal have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(raw)):
        total_2_dot += weights_dot[i] * marginal[i] + weights[i] * marginal_dot[i]
        total_2 += weights[i] * marginal[i]
    volatility = np.sqrt(total_2)
    volatility_dot = total_2_dot / (2.0 * volatility)
    budget = volatility / len(raw)
    budget_dot = volatility_dot / len(raw)
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        factor = (
            weights_dot[i] * marginal[i]
            + weights[i] * marginal_dot[i]
            - parts * volatility_dot
        )
        parts_dot = factor / volatility
        total_3_dot += 2.0 * (parts - budget) * (parts_dot - budget_dot)
        total_3 += (parts - budget) ** 2
    value = total_3 / volatility**2
    factor_2 = total_3_dot - 2.0 * value * volatility * volatility_dot
    value_dot = factor_2 / volatility**2
    return value, value_dot
