import math

import numpy as np


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values_dot[i, j] = a_ij_dot[np.argmax(a_ij)]
            values[i, j] = np.max(a_ij)
    return values, values_dot


def value_function_iteration_jvp(
    grid,
    income,
    transition,
    rate,
    beta,
    gamma,
    sweeps,
    grid_dot,
    income_dot,
    transition_dot,
    rate_dot,
    beta_dot,
    gamma_dot,
):
    """The value of value_function_iteration, and its derivative in the direction
    grid_dot, income_dot, transition_dot, rate_dot, beta_dot, gamma_dot.
    """
    wealth_dot = np.empty((len(grid), len(income)))
    wealth = np.empty((len(grid), len(income)))
    utility_2_dot = np.zeros((len(grid), len(income), len(grid)))
    utility_2 = np.empty((len(grid), len(income), len(grid)))
    for i in range(len(grid)):
        for j in range(len(income)):
            wealth_dot[i, j] = (
                rate_dot * grid[i] + (1.0 + rate) * grid_dot[i] + income_dot[j]
            )
            wealth[i, j] = (1.0 + rate) * grid[i] + income[j]
            for k in range(len(grid)):
                spent_dot = wealth_dot[i, j] - grid_dot[k]
                spent = wealth[i, j] - grid[k]
                if spent > 0.0:
                    maximum_result_dot = spent_dot if spent >= 0.001 else 0.0
                    maximum_result = np.maximum(spent, 0.001)
                    utility = maximum_result ** (1.0 - gamma)
                    factor = (
                        utility * math.log(maximum_result)
                        if maximum_result > 0.0
                        else 0.0
                        if maximum_result == 0.0
                        else math.nan
                    )
                    term = factor * gamma_dot
                    factor_2 = (
                        (1.0 - gamma) * maximum_result ** (1.0 - gamma - 1.0)
                        if 1.0 - gamma != 0.0
                        else 0.0
                    )
                    term_2 = factor_2 * maximum_result_dot
                    utility_dot = term_2 - term
                    quotient = utility / (1.0 - gamma)
                    quotient_dot = (utility_dot + quotient * gamma_dot) / (1.0 - gamma)
                    utility_2_dot[i, j, k] = quotient_dot
                    utility_2[i, j, k] = quotient
                else:
                    utility_2_dot[i, j, k] = 0.0
                    utility_2[i, j, k] = -10000.0
    value_dot = np.zeros(wealth.shape)
    value = np.zeros(wealth.shape)
    for _ in range(sweeps):
        if value.shape[1] != transition.shape[1]:
            raise ValueError("operands of tensordot have different shapes")
        product_dot = transition_dot @ value.T + transition @ value_dot.T
        product = transition @ value.T
        expected_dot = np.zeros_like(product)
        expected = np.empty_like(product)
        for i in range(transition.shape[0]):
            for j in range(product.shape[1]):
                expected_dot[i, j] = beta_dot * product[i, j] + beta * product_dot[i, j]
                expected[i, j] = beta * product[i, j]
        if len(income) != expected[None, :, :].shape[1]:
            raise ValueError("utility and expected[None, :, :] have different shapes")
        if len(grid) != expected[None, :, :].shape[2]:
            raise ValueError("utility and expected[None, :, :] have different shapes")
        a_2_dot = np.empty((len(grid), len(income), len(grid)))
        a_2 = np.empty((len(grid), len(income), len(grid)))
        for i in range(len(grid)):
            for j in range(len(income)):
                for k in range(len(grid)):
                    a_2_dot[i, j, k] = utility_2_dot[i, j, k] + expected_dot[j, k]
                    a_2[i, j, k] = utility_2[i, j, k] + expected[j, k]
        value, value_dot = along_axis_tangent(a_2, a_2_dot)
    total_dot = np.zeros(value.shape[0])
    total = np.empty(value.shape[0])
    for i in range(value.shape[0]):
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(value.shape[1]):
            total_dot[i] += value_dot[i, j]
            total[i] += value[i, j]
    values_dot = np.zeros(value.shape[0])
    values = np.empty(value.shape[0])
    for i in range(len(total)):
        values_dot[i] = total_dot[i] / value.shape[1]
        values[i] = total[i] / value.shape[1]
    return values, values_dot
