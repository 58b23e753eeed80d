import numpy as np


def inverse_2(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def inverse_adjoint(a, z_bar, a_bar):
    z = inverse_2(a)
    product = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]


def leontief_prices_vjp(flows, output, demand, wages, carbon, tax, result_bar):
    """The adjoints of flows, output, demand, wages, carbon and tax of
    leontief_prices, for the adjoint of its result.
    """
    # forward sweep
    if flows.shape[1] != len(output):
        raise ValueError("flows and output have different shapes")
    coefficients = np.empty_like(flows)
    if len(output) != flows.shape[0]:
        raise ValueError("output and coefficients have different shapes")
    a = np.empty((flows.shape[0], flows.shape[0]))
    for i in range(flows.shape[0]):
        for j in range(flows.shape[1]):
            coefficients[i, j] = flows[i, j] / output[j]
        for j in range(flows.shape[0]):
            a[i, j] = (1.0 if i == j else 0.0) - coefficients[i, j]
    inverse = inverse_2(a)
    if inverse.shape[1] != len(demand):
        raise ValueError("inverse and demand have different shapes")
    made = inverse @ demand
    if len(wages) != len(carbon):
        raise ValueError("wages and carbon have different shapes")
    if len(carbon) != inverse.shape[0]:
        raise ValueError("carbon and inverse have different shapes")
    term = np.empty_like(wages)
    total = 0.0
    for i in range(inverse.shape[1]):
        total += demand[i]
    product = wages @ inverse
    multipliers = np.zeros(inverse.shape[1])
    for i in range(inverse.shape[0]):
        term[i] = wages[i] + tax * carbon[i]
        for j in range(inverse.shape[1]):
            multipliers[j] += inverse[i, j]
    prices = term @ inverse

    # reverse sweep
    flows_bar = np.empty_like(flows)
    output_bar = np.zeros_like(output)
    demand_bar = np.empty_like(demand)
    wages_bar = np.empty_like(wages)
    value_bar = result_bar.copy()
    multipliers_bar = np.zeros_like(multipliers)
    made_bar = carbon * value_bar[0]
    carbon_bar = made * value_bar[0]
    inflation_bar = value_bar[1]
    multipliers_bar[np.argmax(multipliers)] += value_bar[2]
    multipliers_bar[np.argmin(multipliers)] -= value_bar[2]
    product_bar = np.empty_like(product)
    prices_bar = np.empty_like(prices)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(inverse.shape[1]):
        weights = demand[i] / total
        quotient = prices[i] / product[i]
        numerator_bar = weights * inflation_bar / quotient / product[i]
        prices_bar[i] = numerator_bar
        product_bar[i] = -quotient * numerator_bar
        numerator_bar = np.log(quotient) * inflation_bar / total
        demand_bar[i] = numerator_bar
        total_bar -= weights * numerator_bar
    term_bar = inverse @ prices_bar
    inverse_bar = np.outer(term, prices_bar)
    tax_bar = 0.0
    for i in range(inverse.shape[0]):
        for j in range(inverse.shape[1]):
            inverse_bar[i, j] += multipliers_bar[j]
        wages_bar[i] = term_bar[i]
        tax_bar += carbon[i] * term_bar[i]
        carbon_bar[i] += tax * term_bar[i]
    wages_bar += inverse @ product_bar
    inverse_bar += np.outer(wages, product_bar)
    for i in range(inverse.shape[1]):
        demand_bar[i] += total_bar
    inverse_bar += np.outer(made_bar, demand)
    demand_bar += inverse.T @ made_bar
    a_bar = np.zeros_like(a)
    inverse_adjoint(a, inverse_bar, a_bar)
    coefficients_bar = np.zeros_like(coefficients)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(flows.shape[0]):
        for j in range(flows.shape[0]):
            coefficients_bar[i, j] -= a_bar[i, j]
        for j in range(flows.shape[1]):
            numerator_bar = coefficients_bar[i, j] / output[j]
            flows_bar[i, j] = numerator_bar
            output_bar[j] -= flows[i, j] * numerator_bar / output[j]
    return flows_bar, output_bar, demand_bar, wages_bar, carbon_bar, tax_bar
