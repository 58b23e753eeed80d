import numpy as np


def wilson_activity_jvp(x, energies, pressures, x_dot, energies_dot, pressures_dot):
    """The value of wilson_activity, and its derivative in the direction x_dot,
    energies_dot, pressures_dot.
    """
    big_dot = np.empty_like(energies)
    big = np.empty_like(energies)
    for i in range(energies.shape[0]):
        for j in range(energies.shape[1]):
            exponential = np.exp(-energies[i, j])
            big_dot[i, j] = -exponential * energies_dot[i, j]
            big[i, j] = exponential
    if energies.shape[1] != len(x):
        raise ValueError("big and x have different shapes")
    inner_dot = big_dot @ x + big @ x_dot
    inner = big @ x
    if energies.shape[0] != len(x):
        raise ValueError("big and x have different shapes")
    quotient_dot = np.empty_like(energies)
    quotient = np.empty_like(energies)
    for i in range(energies.shape[0]):
        for j in range(energies.shape[1]):
            quotient_3 = big[i, j] / inner[i]
            quotient_dot[i, j] = (big_dot[i, j] - quotient_3 * inner_dot[i]) / inner[i]
            quotient[i, j] = quotient_3
    product_dot = quotient_dot.T @ x + quotient.T @ x_dot
    product = quotient.T @ x
    if energies.shape[0] != len(pressures):
        raise ValueError("log_gamma and pressures have different shapes")
    partial_dot = np.empty_like(x)
    partial = np.empty_like(x)
    total_dot = 0.0
    total = 0.0
    for i in range(energies.shape[0]):
        log_gamma = 1.0 - np.log(inner[i]) - product[i]
        exp_log_gamma = np.exp(log_gamma)
        exp_log_gamma_dot = exp_log_gamma * (-inner_dot[i] / inner[i] - product_dot[i])
        term = (x_dot[i] * exp_log_gamma + x[i] * exp_log_gamma_dot) * pressures[i]
        partial_dot[i] = term + x[i] * exp_log_gamma * pressures_dot[i]
        partial[i] = x[i] * exp_log_gamma * pressures[i]
        total_dot += partial_dot[i]
        total += partial[i]
    quotient_2_dot = np.empty_like(x)
    quotient_2 = np.empty_like(x)
    for i in range(energies.shape[0]):
        quotient_3 = partial[i] / total
        quotient_2_dot[i] = (partial_dot[i] - quotient_3 * total_dot) / total
        quotient_2[i] = quotient_3
    return total, quotient_2, total_dot, quotient_2_dot
