import numpy as np


def wilson_activity_vjp(x, energies, pressures, result_0_bar, result_1_bar):
    """The adjoints of x, energies and pressures of wilson_activity, for the adjoint
    of its result.
    """
    # forward sweep
    big = np.empty_like(energies)
    for i in range(energies.shape[0]):
        for j in range(energies.shape[1]):
            big[i, j] = np.exp(-energies[i, j])
    if energies.shape[1] != len(x):
        raise ValueError("big and x have different shapes")
    inner = big @ x
    if energies.shape[0] != len(x):
        raise ValueError("big and x have different shapes")
    quotient = np.empty_like(energies)
    for i in range(energies.shape[0]):
        for j in range(energies.shape[1]):
            quotient[i, j] = big[i, j] / inner[i]
    product = quotient.T @ x
    if energies.shape[0] != len(pressures):
        raise ValueError("log_gamma and pressures have different shapes")
    partial = np.empty_like(x)
    total = 0.0
    for i in range(energies.shape[0]):
        log_gamma = 1.0 - np.log(inner[i]) - product[i]
        partial[i] = x[i] * np.exp(log_gamma) * pressures[i]
        total += partial[i]

    # reverse sweep
    x_bar = np.empty_like(x)
    energies_bar = np.empty_like(energies)
    pressures_bar = np.empty_like(pressures)
    total_bar = result_0_bar
    quotient_2_bar = result_1_bar.copy()
    partial_bar = np.empty_like(partial)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(energies.shape[0]):
        numerator_bar = quotient_2_bar[i] / total
        partial_bar[i] = numerator_bar
        total_bar -= partial[i] * numerator_bar / total
    inner_bar = np.empty_like(inner)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(energies.shape[0]):
        log_gamma = 1.0 - np.log(inner[i]) - product[i]
        exp_log_gamma = np.exp(log_gamma)
        partial_bar[i] += total_bar
        x_bar[i] = exp_log_gamma * pressures[i] * partial_bar[i]
        pressures_bar[i] = x[i] * exp_log_gamma * partial_bar[i]
        log_gamma_bar = exp_log_gamma * x[i] * pressures[i] * partial_bar[i]
        inner_bar[i] = -log_gamma_bar / inner[i]
        product_bar[i] = -log_gamma_bar
    quotient_bar = np.outer(product_bar, x).T
    x_bar += quotient @ product_bar
    big_bar = np.empty_like(big)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(energies.shape[0]):
        inner_i_bar = 0.0
        for j in range(energies.shape[1]):
            numerator_bar = quotient_bar[i, j] / inner[i]
            big_bar[i, j] = numerator_bar
            inner_i_bar -= big[i, j] * numerator_bar / inner[i]
        inner_bar[i] += inner_i_bar
    big_bar += np.outer(inner_bar, x)
    x_bar += big.T @ inner_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(energies.shape[0]):
        for j in range(energies.shape[1]):
            energies_bar[i, j] = -big[i, j] * big_bar[i, j]
    return x_bar, energies_bar, pressures_bar
