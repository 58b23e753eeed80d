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


def einsum(left, right):
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


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
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


def tensordot(left, right):
    """The sums of left[i, j, k, m] * right[k, m] over k, m."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of tensordot have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of tensordot have different shapes")
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total = 0.0
            for k in range(left.shape[2]):
                for m in range(left.shape[3]):
                    total += left[i, j, k, m] * right[k, m]
            result[i, j] = total
    return result


def tensordot_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of tensordot have different shapes")
    if right.shape[1] != left.shape[3]:
        raise ValueError("operands of tensordot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_bar = result_bar[i, j]
            for k in range(left.shape[2]):
                for m in range(left.shape[3]):
                    left_bar[i, j, k, m] += right[k, m] * total_bar
                    right_bar[k, m] += left[i, j, k, m] * total_bar


def self_consistent_field_vjp(
    core,
    overlap,
    repulsion,
    pairs,
    mixing,
    steps,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of core, overlap, repulsion and mixing of self_consistent_field,
    for the adjoint of its result.
    """
    # forward sweep: saves density, levels, term and fock
    values, vectors = eigensystem(overlap)
    v = np.empty_like(values)
    for i in range(len(values)):
        v[i] = values[i] ** -0.5
    matrix_of_result = matrix_of(v)
    if vectors.shape[1] != matrix_of_result.shape[0]:
        raise ValueError("vectors and matrix_of_result have different shapes")
    product_3 = vectors @ matrix_of_result
    root = product_3 @ vectors.T
    density = np.zeros_like(core)
    levels = np.empty(0)
    fock = np.empty((0, 0))
    density_saved = []
    levels_saved = []
    term_saved = []
    fock_saved = []
    for k in range(steps):
        coulomb = tensordot(repulsion, density)
        exchange = einsum(repulsion, density)
        if core.shape != coulomb.shape:
            raise ValueError("core and coulomb have different shapes")
        if coulomb.shape[1] != exchange.shape[1]:
            raise ValueError("coulomb and exchange have different shapes")
        fock = np.empty_like(core)
        fock_saved.append(fock)
        for i in range(repulsion.shape[0]):
            for j in range(repulsion.shape[1]):
                fock[i, j] = core[i, j] + coulomb[i, j] - 0.5 * exchange[i, j]
        if root.shape[0] != repulsion.shape[0]:
            raise ValueError("root and fock have different shapes")
        if repulsion.shape[1] != root.shape[0]:
            raise ValueError("fock and root have different shapes")
        product_4 = root.T @ fock
        a = product_4 @ root
        levels_saved.append(levels)
        levels, orbitals = eigensystem(a)
        if root.shape[0] != orbitals[:, :pairs].shape[0]:
            raise ValueError("root and orbitals[:, :pairs] have different shapes")
        occupied = root @ orbitals[:, :pairs]
        term = np.empty_like(occupied)
        term_saved.append(term)
        for i in range(occupied.shape[0]):
            for j in range(occupied.shape[1]):
                term[i, j] = (1.0 - mixing) * 2.0 * occupied[i, j]
        product = term @ occupied.T
        density_new = np.empty_like(density)
        for i in range(density.shape[0]):
            for j in range(density.shape[1]):
                density_new[i, j] = mixing * density[i, j] + product[i, j]
        density_saved.append(density)
        density = density_new
    if core.shape[0] != fock.shape[0]:
        raise ValueError("core and fock have different shapes")
    if core.shape[1] != fock.shape[1]:
        raise ValueError("core and fock have different shapes")
    if density.shape[1] != overlap.shape[0]:
        raise ValueError("density and overlap have different shapes")
    if overlap.shape[1] != density.shape[0]:
        raise ValueError("overlap and density have different shapes")
    product = density @ overlap
    product_2 = product @ density
    squares = 0.0
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x = product_2[i, j] - 2.0 * density[i, j]
            squares += x * x
    if squares != 0.0:
        values_2 = np.sqrt(squares)
    else:
        values_2 = 0.0

    # reverse sweep
    core_bar = np.empty_like(core)
    repulsion_bar = np.zeros_like(repulsion)
    levels_bar = result_1_bar.copy()
    squares_bar = 0.0
    if squares != 0.0:
        squares_bar += result_2_bar / (2.0 * values_2)
    density_bar = np.empty_like(density)
    product_2_bar = np.empty_like(product_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x_bar = 2.0 * (product_2[i, j] - 2.0 * density[i, j]) * squares_bar
            product_2_bar[i, j] = x_bar
            density_bar[i, j] = -2.0 * x_bar
    product_bar = product_2_bar @ density.T
    density_bar += product.T @ product_2_bar + product_bar @ overlap.T
    overlap_bar = density.T @ product_bar
    total_bar = 0.5 * result_0_bar
    fock_bar = np.zeros_like(fock)
    for i in range(density.shape[0]):
        for j in range(density.shape[1]):
            density_bar[i, j] += (core[i, j] + fock[i, j]) * total_bar
            core_bar[i, j] = density[i, j] * total_bar
            fock_bar[i, j] += density[i, j] * total_bar
    root_bar = np.zeros_like(root)
    mixing_bar = 0.0
    for k in range(steps - 1, -1, -1):
        density = density_saved.pop()
        density_new_bar = density_bar
        density_bar = np.empty_like(density)
        term = term_saved.pop()
        fock = fock_saved.pop()
        product_4 = root.T @ fock
        a = product_4 @ root
        levels, orbitals = eigensystem(a)
        occupied = root @ orbitals[:, :pairs]
        product = term @ occupied.T
        product_bar = np.zeros_like(product)
        for i in range(density.shape[0]):
            for j in range(density.shape[1]):
                mixing_bar += density[i, j] * density_new_bar[i, j]
                density_bar[i, j] = mixing * density_new_bar[i, j]
                product_bar[i, j] += density_new_bar[i, j]
        term_bar = product_bar @ occupied
        occupied_bar = (term.T @ product_bar).T
        for i in range(occupied.shape[0]):
            for j in range(occupied.shape[1]):
                mixing_bar -= 2.0 * occupied[i, j] * term_bar[i, j]
                occupied_bar[i, j] += 2.0 * (1.0 - mixing) * term_bar[i, j]
        orbitals_bar = np.zeros_like(orbitals)
        root_bar += occupied_bar @ orbitals[:, :pairs].T
        orbitals_bar[:, :pairs] += root.T @ occupied_bar
        levels = levels_saved.pop()
        a_bar = np.zeros_like(a)
        eigensystem_adjoint(a, levels_bar, orbitals_bar, a_bar)
        levels_bar = np.zeros_like(levels)
        product_4_bar = a_bar @ root.T
        root_bar += product_4.T @ a_bar + (product_4_bar @ fock.T).T
        fock_bar += root @ product_4_bar
        coulomb_bar = np.zeros_like(fock)
        exchange_bar = np.zeros_like(exchange)
        for i in range(repulsion.shape[0]):
            for j in range(repulsion.shape[1]):
                core_bar[i, j] += fock_bar[i, j]
                coulomb_bar[i, j] += fock_bar[i, j]
                exchange_bar[i, j] -= 0.5 * fock_bar[i, j]
        fock_bar = np.zeros_like(fock)
        einsum_adjoint(repulsion, density, exchange_bar, repulsion_bar, density_bar)
        tensordot_adjoint(repulsion, density, coulomb_bar, repulsion_bar, density_bar)
    product_3_bar = root_bar @ vectors
    vectors_bar = (product_3.T @ root_bar).T
    vectors_bar += product_3_bar @ matrix_of_result.T
    matrix_of_result_bar = vectors.T @ product_3_bar
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    values_bar = np.empty_like(values)
    for i in range(len(values)):
        values_bar[i] = -0.5 * values[i] ** -1.5 * v_bar[i]
    eigensystem_adjoint(overlap, values_bar, vectors_bar, overlap_bar)
    return core_bar, overlap_bar, repulsion_bar, mixing_bar
