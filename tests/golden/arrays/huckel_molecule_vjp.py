import numpy as np


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def folded(a):
    """The lower triangle that takes the upper one as well: the adjoint of mirrored."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j] + a[j, i]
        part[i, i] = a[i, i]
    return part


def turned(m, values, asked):
    """The entries m[i, j] over values[j] - values[i]; the diagonal is 0.

    Where values are equal but for rounding, their vectors have no derivative:
    nan, unless nothing is asked of them. An m of 0 may be two that cancel.
    """
    turn = np.zeros_like(m)
    abs_values = np.empty_like(values)
    for i in range(len(values)):
        abs_values[i] = np.abs(values[i])
    equal = 1e-14 * len(values) * np.max(abs_values)
    for i in range(len(values)):
        for j in range(len(values)):
            if abs(values[i] - values[j]) > equal:
                turn[i, j] = m[i, j] / (values[j] - values[i])
            elif i != j and (asked[i, j] != 0.0 or asked[j, i] != 0.0):
                turn[i, j] = np.nan
    return turn


def eigensystem_backward(system_0, system_1, bars_0, bars_1):
    twist = system_1.T @ bars_1
    term = np.empty_like(twist)
    for i in range(system_1.shape[1]):
        for j in range(bars_1.shape[1]):
            term[i, j] = 0.5 * (twist[i, j] - twist[j, i])
    change_bar = turned(term, system_0, twist)
    for i in range(len(system_0)):
        change_bar[i, i] += bars_0[i]
    return folded(system_1 @ change_bar @ system_1.T)


def eigensystem_adjoint(a, z_bar_0, z_bar_1, a_bar):
    values, vectors = eigensystem(a)
    eigensystem_backward_0 = eigensystem_backward(values, vectors, z_bar_0, z_bar_1)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += eigensystem_backward_0[i, j]


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def huckel_molecule_vjp(alpha, beta, electrons, result_0_bar, result_1_bar):
    """The adjoints of alpha and beta of huckel_molecule, for the adjoint of its
    result.
    """
    # forward sweep
    n = len(alpha)
    hamiltonian = matrix_of(alpha)
    for k in range(n):
        hamiltonian[k, (k + 1) % n] = beta[k]
        hamiltonian[(k + 1) % n, k] = beta[k]
    levels, orbitals = eigensystem(hamiltonian)
    occupied = orbitals[:, : electrons // 2]
    term = np.empty_like(occupied)
    for i in range(occupied.shape[0]):
        for j in range(occupied.shape[1]):
            term[i, j] = 2.0 * occupied[i, j]
    density = term @ occupied.T
    levels_part = levels[: electrons // 2]

    # reverse sweep
    alpha_bar = np.zeros_like(alpha)
    beta_bar = np.zeros_like(beta)
    value_1_bar = result_1_bar.copy()
    on_diagonal_density_bar = value_1_bar
    density_bar = np.zeros_like(density)
    on_diagonal_adjoint(on_diagonal_density_bar, density_bar)
    total_bar = 2.0 * result_0_bar
    levels_bar = np.zeros_like(levels)
    levels_part_bar = levels_bar[: electrons // 2]
    for i in range(len(levels_part)):
        levels_part_bar[i] += total_bar
    orbitals_bar = np.zeros_like(orbitals)
    occupied_bar = orbitals_bar[:, : electrons // 2]
    term_bar = density_bar @ occupied
    occupied_bar += (term.T @ density_bar).T
    for i in range(occupied.shape[0]):
        for j in range(occupied.shape[1]):
            occupied_bar[i, j] += 2.0 * term_bar[i, j]
    hamiltonian_bar = np.zeros_like(hamiltonian)
    eigensystem_adjoint(hamiltonian, levels_bar, orbitals_bar, hamiltonian_bar)
    for k in range(n - 1, -1, -1):
        beta_bar[k] += hamiltonian_bar[(k + 1) % n, k]
        hamiltonian_bar[(k + 1) % n, k] = 0.0
        beta_bar[k] += hamiltonian_bar[k, (k + 1) % n]
        hamiltonian_bar[k, (k + 1) % n] = 0.0
    matrix_of_adjoint(hamiltonian_bar, alpha_bar)
    return alpha_bar, beta_bar
