import numpy as np


def poisson_by_jacobi_jvp(charge, spacing, sweeps, charge_dot, spacing_dot):
    """The value of poisson_by_jacobi, and its derivative in the direction
    charge_dot, spacing_dot.
    """
    phi_dot = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    phi = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    values_dot = np.empty_like(charge)
    values = np.empty_like(charge)
    for _ in range(sweeps):
        power_dot = 2.0 * spacing * spacing_dot
        power = spacing**2
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                factor = (
                    phi_dot[i + 2, j + 1]
                    + phi_dot[i, j + 1]
                    + phi_dot[i + 1, j + 2]
                    + phi_dot[i + 1, j]
                    + (power_dot * charge[i, j] + power * charge_dot[i, j])
                )
                values_dot[i, j] = 0.25 * factor
                factor_2 = (
                    phi[i + 2, j + 1]
                    + phi[i, j + 1]
                    + phi[i + 1, j + 2]
                    + phi[i + 1, j]
                    + power * charge[i, j]
                )
                values[i, j] = 0.25 * factor_2
        for i in range(charge.shape[0]):
            for j in range(charge.shape[1]):
                phi_dot[i + 1, j + 1] = values_dot[i, j]
                phi[i + 1, j + 1] = values[i, j]
    total_dot = 0.0
    total = 0.0
    for i in range(charge.shape[0] + 1):
        for j in range(charge.shape[1] + 2):
            gx = (phi[i + 1, j] - phi[i, j]) / spacing
            gx_dot = (phi_dot[i + 1, j] - phi_dot[i, j] - gx * spacing_dot) / spacing
            total_dot += 2.0 * gx * gx_dot
            total += gx**2
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(charge.shape[0] + 2):
        for j in range(charge.shape[1] + 1):
            gy = (phi[i, j + 1] - phi[i, j]) / spacing
            gy_dot = (phi_dot[i, j + 1] - phi_dot[i, j] - gy * spacing_dot) / spacing
            total_2_dot += 2.0 * gy * gy_dot
            total_2 += gy**2
    term = 0.5 * spacing**2 * (total_dot + total_2_dot)
    value_dot = spacing * spacing_dot * (total + total_2) + term
    return 0.5 * spacing**2 * (total + total_2), value_dot
