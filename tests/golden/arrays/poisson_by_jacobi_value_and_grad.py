import numpy as np


def poisson_by_jacobi_value_and_grad(charge, spacing, sweeps):
    """The value of poisson_by_jacobi, and its gradient with respect to charge and
    spacing.
    """
    # forward sweep
    phi = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    values = np.empty_like(charge)
    for k in range(sweeps):
        power = spacing**2
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                factor = (
                    phi[i + 2, j + 1]
                    + phi[i, j + 1]
                    + phi[i + 1, j + 2]
                    + phi[i + 1, j]
                    + power * charge[i, j]
                )
                values[i, j] = 0.25 * factor
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                phi[i + 1, j + 1] = values[i, j]
    total = 0.0
    for i in range(charge.shape[0] + 1):
        for j in range(charge.shape[1] + 2):
            gx = (phi[i + 1, j] - phi[i, j]) / spacing
            total += gx**2
    total_2 = 0.0
    for i in range(charge.shape[0] + 2):
        for j in range(charge.shape[1] + 1):
            gy = (phi[i, j + 1] - phi[i, j]) / spacing
            total_2 += gy**2

    # reverse sweep
    charge_bar = np.zeros_like(charge)
    spacing_bar = spacing * (total + total_2)
    sum_bar = 0.5 * spacing**2
    phi_bar = np.zeros_like(phi)

    # forward and reverse in one sweep: the iterations are independent
    phi_ahead_bar = np.zeros(charge.shape[1] + 1)
    for i in range(charge.shape[0] + 2):
        for j in range(charge.shape[1] + 1):
            gy = (phi[i, j + 1] - phi[i, j]) / spacing
            numerator_bar = 2.0 * gy * sum_bar / spacing
            phi_ahead_bar[j] = numerator_bar
            phi_bar[i, j] -= numerator_bar
            spacing_bar -= gy * numerator_bar

        # each element takes what it is owed
        for j in range(1, charge.shape[1] + 2):
            phi_bar[i, j] += phi_ahead_bar[j - 1]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(charge.shape[0] + 1):
        for j in range(charge.shape[1] + 2):
            gx = (phi[i + 1, j] - phi[i, j]) / spacing
            numerator_bar = 2.0 * gx * sum_bar / spacing
            phi_bar[i + 1, j] += numerator_bar
            phi_bar[i, j] -= numerator_bar
            spacing_bar -= gx * numerator_bar
    phi_ahead_bar_2 = np.zeros((charge.shape[0] + 4, charge.shape[1] + 4))
    values_bar = np.empty_like(charge)
    for k in range(sweeps - 1, -1, -1):
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                values_bar[i, j] = phi_bar[i + 1, j + 1]
                phi_bar[i + 1, j + 1] = 0.0
        power = spacing**2
        power_bar = 0.0
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                sum_bar = 0.25 * values_bar[i, j]
                phi_ahead_bar_2[i + 2, j + 2] = sum_bar
                power_bar += charge[i, j] * sum_bar
                charge_bar[i, j] += power * sum_bar

        # each element takes what it is owed
        for i in range(charge.shape[0] + 2):
            for j in range(charge.shape[1] + 2):
                phi_bar[i, j] += (
                    phi_ahead_bar_2[i, j + 1]
                    + phi_ahead_bar_2[i + 2, j + 1]
                    + phi_ahead_bar_2[i + 1, j]
                    + phi_ahead_bar_2[i + 1, j + 2]
                )
        spacing_bar += 2.0 * spacing * power_bar
    return 0.5 * spacing**2 * (total + total_2), charge_bar, spacing_bar
