import numpy as np


def einsum(left, right):
    """The sums of left[p, q, r, s] * right[r, s] over r, s."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[1]))
    for p in range(left.shape[0]):
        for q in range(left.shape[1]):
            total = 0.0
            for r in range(left.shape[2]):
                for s in range(left.shape[3]):
                    total += left[p, q, r, s] * right[r, s]
            result[p, q] = total
    return result


def einsum_2(left, right):
    """The sums of left[p, r, q, s] * right[r, s] over r, s."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[2]))
    for p in range(left.shape[0]):
        for q in range(left.shape[2]):
            total = 0.0
            for r in range(left.shape[1]):
                for s in range(left.shape[3]):
                    total += left[p, r, q, s] * right[r, s]
            result[p, q] = total
    return result


def einsum_2_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for p in range(left.shape[0]):
        for q in range(left.shape[2]):
            total_bar = result_bar[p, q]
            for r in range(left.shape[1]):
                for s in range(left.shape[3]):
                    left_bar[p, r, q, s] += right[r, s] * total_bar
                    right_bar[r, s] += left[p, r, q, s] * total_bar


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for p in range(left.shape[0]):
        for q in range(left.shape[1]):
            total_bar = result_bar[p, q]
            for r in range(left.shape[2]):
                for s in range(left.shape[3]):
                    left_bar[p, q, r, s] += right[r, s] * total_bar
                    right_bar[r, s] += left[p, q, r, s] * total_bar


def two_electron_energy_vjp(
    coefficients, core, repulsion, occupied, result_0_bar, result_1_bar
):
    """The adjoints of coefficients, core and repulsion of two_electron_energy, for
    the adjoint of its result.
    """
    # forward sweep
    c = coefficients[:, :occupied]
    term = np.empty_like(c)
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            term[i, j] = 2.0 * c[i, j]
    density = term @ c.T
    coulomb = einsum(repulsion, density)
    exchange = einsum_2(repulsion, density)
    if core.shape != coulomb.shape:
        raise ValueError("core and coulomb have different shapes")
    if coulomb.shape[1] != exchange.shape[1]:
        raise ValueError("coulomb and exchange have different shapes")
    fock = np.empty_like(core)
    for i in range(repulsion.shape[0]):
        for j in range(repulsion.shape[1]):
            fock[i, j] = core[i, j] + coulomb[i, j] - 0.5 * exchange[i, j]
    if density.shape[0] != repulsion.shape[0]:
        raise ValueError("density and fock have different shapes")
    if density.shape[0] != repulsion.shape[1]:
        raise ValueError("density and fock have different shapes")
    product = coefficients.T @ fock

    # reverse sweep
    core_bar = np.empty_like(core)
    repulsion_bar = np.zeros_like(repulsion)
    value_1_bar = result_1_bar.copy()
    product_bar = value_1_bar @ coefficients.T
    coefficients_bar = product.T @ value_1_bar + (product_bar @ fock.T).T
    fock_bar = coefficients @ product_bar
    total_bar = 0.5 * result_0_bar
    density_bar = np.empty_like(density)
    for i in range(c.shape[0]):
        for j in range(c.shape[0]):
            density_bar[i, j] = (core[i, j] + fock[i, j]) * total_bar
            core_bar[i, j] = density[i, j] * total_bar
            fock_bar[i, j] += density[i, j] * total_bar
    coulomb_bar = np.empty_like(coulomb)
    exchange_bar = np.empty_like(exchange)
    for i in range(repulsion.shape[0]):
        for j in range(repulsion.shape[1]):
            core_bar[i, j] += fock_bar[i, j]
            coulomb_bar[i, j] = fock_bar[i, j]
            exchange_bar[i, j] = -0.5 * fock_bar[i, j]
    einsum_2_adjoint(repulsion, density, exchange_bar, repulsion_bar, density_bar)
    einsum_adjoint(repulsion, density, coulomb_bar, repulsion_bar, density_bar)
    c_bar = coefficients_bar[:, :occupied]
    term_bar = density_bar @ c
    c_bar += (term.T @ density_bar).T
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            c_bar[i, j] += 2.0 * term_bar[i, j]
    return coefficients_bar, core_bar, repulsion_bar
