import numpy as np


def inverse_2(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def inverse_tangent(a, a_dot):
    z = inverse_2(a)
    term = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = -z[i, j]
    return z, term @ a_dot @ z


def leontief_prices_jvp(
    flows,
    output,
    demand,
    wages,
    carbon,
    tax,
    flows_dot,
    output_dot,
    demand_dot,
    wages_dot,
    carbon_dot,
    tax_dot,
):
    """The value of leontief_prices, and its derivative in the direction flows_dot,
    output_dot, demand_dot, wages_dot, carbon_dot, tax_dot.
    """
    if flows.shape[1] != len(output):
        raise ValueError("flows and output have different shapes")
    coefficients_dot = np.zeros_like(flows)
    coefficients = np.empty_like(flows)
    if len(output) != flows.shape[0]:
        raise ValueError("output and coefficients have different shapes")
    a_dot = np.empty((flows.shape[0], flows.shape[0]))
    a = np.empty((flows.shape[0], flows.shape[0]))
    for i in range(flows.shape[0]):
        for j in range(flows.shape[1]):
            quotient = flows[i, j] / output[j]
            quotient_dot = (flows_dot[i, j] - quotient * output_dot[j]) / output[j]
            coefficients_dot[i, j] = quotient_dot
            coefficients[i, j] = quotient
        for j in range(flows.shape[0]):
            a_dot[i, j] = -coefficients_dot[i, j]
            a[i, j] = (1.0 if i == j else 0.0) - coefficients[i, j]
    inverse, inverse_dot = inverse_tangent(a, a_dot)
    if inverse.shape[1] != len(demand):
        raise ValueError("inverse and demand have different shapes")
    made_dot = inverse_dot @ demand + inverse @ demand_dot
    made = inverse @ demand
    if len(wages) != len(carbon):
        raise ValueError("wages and carbon have different shapes")
    if len(carbon) != inverse.shape[0]:
        raise ValueError("carbon and inverse have different shapes")
    term_dot = np.empty_like(wages)
    term = np.empty_like(wages)
    total_dot = 0.0
    total = 0.0
    for i in range(inverse.shape[1]):
        total_dot += demand_dot[i]
        total += demand[i]
    product_dot = wages_dot @ inverse + wages @ inverse_dot
    product = wages @ inverse
    inflation_dot = 0.0
    inflation = 0.0
    multipliers_dot = np.zeros(inverse.shape[1])
    multipliers = np.zeros(inverse.shape[1])
    for i in range(inverse.shape[0]):
        term_dot[i] = wages_dot[i] + (tax_dot * carbon[i] + tax * carbon_dot[i])
        term[i] = wages[i] + tax * carbon[i]
        for j in range(inverse.shape[1]):
            multipliers_dot[j] += inverse_dot[i, j]
            multipliers[j] += inverse[i, j]
    prices_dot = term_dot @ inverse + term @ inverse_dot
    prices = term @ inverse
    for i in range(inverse.shape[1]):
        weights = demand[i] / total
        weights_dot = (demand_dot[i] - weights * total_dot) / total
        quotient = prices[i] / product[i]
        quotient_dot = (prices_dot[i] - quotient * product_dot[i]) / product[i]
        log_quotient_dot = quotient_dot / quotient
        log_quotient = np.log(quotient)
        inflation_dot += log_quotient_dot * weights + log_quotient * weights_dot
        inflation += log_quotient * weights
    value_dot = np.array(
        [
            made_dot @ carbon + made @ carbon_dot,
            inflation_dot,
            multipliers_dot[np.argmax(multipliers)]
            - multipliers_dot[np.argmin(multipliers)],
        ]
    )
    value = np.array(
        [made @ carbon, inflation, np.max(multipliers) - np.min(multipliers)]
    )
    return value, value_dot
