import numpy as np


def diagonal(a):
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
    return values, vectors, diagonal(change), vectors @ turned(change, values, change)


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
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


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def tensordot_tangent(left, right, left_dot, right_dot):
    """tensordot and its tangent."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of tensordot have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of tensordot have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1]))
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(left.shape[2]):
                for m in range(left.shape[3]):
                    term = left[i, j, k, m] * right_dot[k, m]
                    total_dot += left_dot[i, j, k, m] * right[k, m] + term
                    total += left[i, j, k, m] * right[k, m]
            result_dot[i, j] = total_dot
            result[i, j] = total
    return result, result_dot


def self_consistent_field_jvp(
    core,
    overlap,
    repulsion,
    pairs,
    mixing,
    steps,
    core_dot,
    overlap_dot,
    repulsion_dot,
    mixing_dot,
):
    """The value of self_consistent_field, and its derivative in the direction
    core_dot, overlap_dot, repulsion_dot, mixing_dot.
    """
    values, vectors, values_dot, vectors_dot = eigensystem_tangent(overlap, overlap_dot)
    v_dot = np.empty_like(values)
    v = np.empty_like(values)
    for i in range(len(values)):
        v_dot[i] = -0.5 * values[i] ** -1.5 * values_dot[i]
        v[i] = values[i] ** -0.5
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    if vectors.shape[1] != matrix_of_result.shape[0]:
        raise ValueError("vectors and matrix_of_result have different shapes")
    product_dot = vectors_dot @ matrix_of_result + vectors @ matrix_of_result_dot
    product = vectors @ matrix_of_result
    root_dot = product_dot @ vectors.T + product @ vectors_dot.T
    root = product @ vectors.T
    density_dot = np.zeros_like(core)
    density = np.zeros_like(core)
    for _ in range(steps):
        coulomb, coulomb_dot = tensordot_tangent(
            repulsion, density, repulsion_dot, density_dot
        )
        exchange, exchange_dot = einsum_tangent(
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
        if root.shape[0] != repulsion.shape[0]:
            raise ValueError("root and fock have different shapes")
        if repulsion.shape[1] != root.shape[0]:
            raise ValueError("fock and root have different shapes")
        product_dot = root_dot.T @ fock + root.T @ fock_dot
        product = root.T @ fock
        a_dot = product_dot @ root + product @ root_dot
        a = product @ root
        levels, orbitals, levels_dot, orbitals_dot = eigensystem_tangent(a, a_dot)
        if root.shape[0] != orbitals[:, :pairs].shape[0]:
            raise ValueError("root and orbitals[:, :pairs] have different shapes")
        occupied_dot = root_dot @ orbitals[:, :pairs] + root @ orbitals_dot[:, :pairs]
        occupied = root @ orbitals[:, :pairs]
        term_dot = np.empty_like(occupied)
        term = np.empty_like(occupied)
        for i in range(occupied.shape[0]):
            for j in range(occupied.shape[1]):
                term_2 = 2.0 * (1.0 - mixing) * occupied_dot[i, j]
                term_dot[i, j] = term_2 - 2.0 * mixing_dot * occupied[i, j]
                term[i, j] = (1.0 - mixing) * 2.0 * occupied[i, j]
        product_dot = term_dot @ occupied.T + term @ occupied_dot.T
        product = term @ occupied.T
        density_new_dot = np.empty_like(density)
        density_new = np.empty_like(density)
        for i in range(density.shape[0]):
            for j in range(density.shape[1]):
                density_new_dot[i, j] = (
                    mixing_dot * density[i, j]
                    + mixing * density_dot[i, j]
                    + product_dot[i, j]
                )
                density_new[i, j] = mixing * density[i, j] + product[i, j]
        density_dot = density_new_dot
        density = density_new
    if core.shape[0] != fock.shape[0]:
        raise ValueError("core and fock have different shapes")
    if core.shape[1] != fock.shape[1]:
        raise ValueError("core and fock have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(density.shape[0]):
        for j in range(density.shape[1]):
            term_3 = density[i, j] * (core_dot[i, j] + fock_dot[i, j])
            total_dot += density_dot[i, j] * (core[i, j] + fock[i, j]) + term_3
            total += density[i, j] * (core[i, j] + fock[i, j])
    energy = 0.5 * total
    if density.shape[1] != overlap.shape[0]:
        raise ValueError("density and overlap have different shapes")
    if overlap.shape[1] != density.shape[0]:
        raise ValueError("overlap and density have different shapes")
    product_dot = density_dot @ overlap + density @ overlap_dot
    product = density @ overlap
    product_2_dot = product_dot @ density + product @ density_dot
    product_2 = product @ density
    squares_dot = 0.0
    squares = 0.0
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x_dot = product_2_dot[i, j] - 2.0 * density_dot[i, j]
            x = product_2[i, j] - 2.0 * density[i, j]
            squares_dot += x_dot * x + x * x_dot
            squares += x * x
    if squares != 0.0:
        values_2 = np.sqrt(squares)
        values_2_dot = squares_dot / (2.0 * values_2)
    else:
        values_2_dot = 0.0
        values_2 = 0.0
    return energy, levels, values_2, 0.5 * total_dot, levels_dot, values_2_dot
