import numpy as np


def diagonal_2(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), np.float64)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


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


def eigensystem_tangent(a, a_dot):
    values, vectors = eigensystem(a)
    change = vectors.T @ mirrored(a_dot) @ vectors
    return values, vectors, diagonal_2(change), vectors @ turned(change, values, change)


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def huckel_molecule_jvp(alpha, beta, electrons, alpha_dot, beta_dot):
    """The value of huckel_molecule, and its derivative in the direction alpha_dot,
    beta_dot.
    """
    n = len(alpha)
    hamiltonian, hamiltonian_dot = matrix_of_tangent(alpha, alpha_dot)
    for k in range(n):
        hamiltonian_dot[k, (k + 1) % n] = beta_dot[k]
        hamiltonian[k, (k + 1) % n] = beta[k]
        hamiltonian_dot[(k + 1) % n, k] = beta_dot[k]
        hamiltonian[(k + 1) % n, k] = beta[k]
    levels, orbitals, levels_dot, orbitals_dot = eigensystem_tangent(
        hamiltonian, hamiltonian_dot
    )
    occupied_dot = orbitals_dot[:, : electrons // 2]
    occupied = orbitals[:, : electrons // 2]
    term_dot = np.empty_like(occupied)
    term = np.empty_like(occupied)
    for i in range(occupied.shape[0]):
        for j in range(occupied.shape[1]):
            term_dot[i, j] = 2.0 * occupied_dot[i, j]
            term[i, j] = 2.0 * occupied[i, j]
    density_dot = term_dot @ occupied.T + term @ occupied_dot.T
    density = term @ occupied.T
    levels_part_dot = levels_dot[: electrons // 2]
    levels_part = levels[: electrons // 2]
    total_dot = 0.0
    total = 0.0
    for i in range(len(levels_part)):
        total_dot += levels_part_dot[i]
        total += levels_part[i]
    on_diagonal_density, on_diagonal_density_dot = on_diagonal_tangent(
        density, density_dot
    )
    value_1_dot = on_diagonal_density_dot.copy()
    return 2.0 * total, on_diagonal_density.copy(), 2.0 * total_dot, value_1_dot
