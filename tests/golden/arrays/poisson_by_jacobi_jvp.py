import numpy as np


def diff_2_tangent(a, a_dot):
    """diff_2 and its tangent."""
    out_dot = np.zeros((a.shape[0], max(a.shape[1] - 1, 0)))
    out = np.empty((a.shape[0], max(a.shape[1] - 1, 0)))
    for i in range(a.shape[0]):
        for j in range(a.shape[1] - 1):
            out_dot[i, j] = a_dot[i, j + 1] - a_dot[i, j]
            out[i, j] = a[i, j + 1] - a[i, j]
    return out, out_dot


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    out_dot = np.zeros((max(a.shape[0] - 1, 0), a.shape[1]))
    out = np.empty((max(a.shape[0] - 1, 0), a.shape[1]))
    for i in range(a.shape[0] - 1):
        for j in range(a.shape[1]):
            out_dot[i, j] = a_dot[i + 1, j] - a_dot[i, j]
            out[i, j] = a[i + 1, j] - a[i, j]
    return out, out_dot


def poisson_by_jacobi_jvp(charge, spacing, sweeps, charge_dot, spacing_dot):
    """The value of poisson_by_jacobi, and its derivative in the direction
    charge_dot, spacing_dot.
    """
    phi_dot = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    phi = np.zeros((charge.shape[0] + 2, charge.shape[1] + 2))
    values_dot = np.empty_like(charge)
    values = np.empty_like(charge)
    for _ in range(sweeps):
        if phi[1:-1, :-2].shape[0] != charge.shape[0]:
            raise ValueError("phi[1:-1, :-2] and charge have different shapes")
        if phi[1:-1, :-2].shape[1] != charge.shape[1]:
            raise ValueError("phi[1:-1, :-2] and charge have different shapes")
        power_dot = 2.0 * spacing * spacing_dot
        power = spacing**2
        values_dot[:] = 0.0
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
    diff_result, diff_result_dot = diff_tangent(phi, phi_dot)
    diff_2_result, diff_2_result_dot = diff_2_tangent(phi, phi_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(diff_result.shape[0]):
        for j in range(diff_result.shape[1]):
            gx = diff_result[i, j] / spacing
            total_dot += 2.0 * gx * (diff_result_dot[i, j] - gx * spacing_dot) / spacing
            total += gx**2
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(diff_2_result.shape[0]):
        for j in range(diff_2_result.shape[1]):
            gy = diff_2_result[i, j] / spacing
            gy_dot = (diff_2_result_dot[i, j] - gy * spacing_dot) / spacing
            total_2_dot += 2.0 * gy * gy_dot
            total_2 += gy**2
    term = 0.5 * spacing**2 * (total_dot + total_2_dot)
    value_dot = spacing * spacing_dot * (total + total_2) + term
    return 0.5 * spacing**2 * (total + total_2), value_dot
