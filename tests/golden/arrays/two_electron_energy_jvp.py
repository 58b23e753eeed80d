import numpy as np


def einsum_2_tangent(left, right, left_dot, right_dot):
    """einsum_2 and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[2]))
    result = np.empty((left.shape[0], left.shape[2]))
    for p in range(left.shape[0]):
        for q in range(left.shape[2]):
            total_dot = 0.0
            total = 0.0
            for r in range(left.shape[1]):
                for s in range(left.shape[3]):
                    term = left[p, r, q, s] * right_dot[r, s]
                    total_dot += left_dot[p, r, q, s] * right[r, s] + term
                    total += left[p, r, q, s] * right[r, s]
            result_dot[p, q] = total_dot
            result[p, q] = total
    return result, result_dot


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1]))
    result = np.empty((left.shape[0], left.shape[1]))
    for p in range(left.shape[0]):
        for q in range(left.shape[1]):
            total_dot = 0.0
            total = 0.0
            for r in range(left.shape[2]):
                for s in range(left.shape[3]):
                    term = left[p, q, r, s] * right_dot[r, s]
                    total_dot += left_dot[p, q, r, s] * right[r, s] + term
                    total += left[p, q, r, s] * right[r, s]
            result_dot[p, q] = total_dot
            result[p, q] = total
    return result, result_dot


def two_electron_energy_jvp(
    coefficients, core, repulsion, occupied, coefficients_dot, core_dot, repulsion_dot
):
    """The value of two_electron_energy, and its derivative in the direction
    coefficients_dot, core_dot, repulsion_dot.
    """
    c_dot = coefficients_dot[:, :occupied]
    c = coefficients[:, :occupied]
    term_dot = np.empty_like(c)
    term = np.empty_like(c)
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            term_dot[i, j] = 2.0 * c_dot[i, j]
            term[i, j] = 2.0 * c[i, j]
    density_dot = term_dot @ c.T + term @ c_dot.T
    density = term @ c.T
    coulomb, coulomb_dot = einsum_tangent(
        repulsion, density, repulsion_dot, density_dot
    )
    exchange, exchange_dot = einsum_2_tangent(
        repulsion, density, repulsion_dot, density_dot
    )
    if core.shape != coulomb.shape:
        raise ValueError("core and coulomb have different shapes")
    if coulomb.shape[1] != exchange.shape[1]:
        raise ValueError("coulomb and exchange have different shapes")
    fock_dot = np.zeros_like(core)
    fock = np.empty_like(core)
    for i in range(repulsion.shape[0]):
        for j in range(repulsion.shape[1]):
            fock_dot[i, j] = (
                core_dot[i, j] + coulomb_dot[i, j] - 0.5 * exchange_dot[i, j]
            )
            fock[i, j] = core[i, j] + coulomb[i, j] - 0.5 * exchange[i, j]
    if density.shape[0] != repulsion.shape[0]:
        raise ValueError("density and fock have different shapes")
    if density.shape[0] != repulsion.shape[1]:
        raise ValueError("density and fock have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(c.shape[0]):
        for j in range(c.shape[0]):
            term_2 = density[i, j] * (core_dot[i, j] + fock_dot[i, j])
            total_dot += density_dot[i, j] * (core[i, j] + fock[i, j]) + term_2
            total += density[i, j] * (core[i, j] + fock[i, j])
    product_dot = coefficients_dot.T @ fock + coefficients.T @ fock_dot
    product = coefficients.T @ fock
    value_1_dot = product_dot @ coefficients + product @ coefficients_dot
    return 0.5 * total, product @ coefficients, 0.5 * total_dot, value_1_dot
