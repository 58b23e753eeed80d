import numpy as np


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def density_matrix_purification_jvp(
    hamiltonian, electrons, steps, hamiltonian_dot, electrons_dot
):
    """The value of density_matrix_purification, and its derivative in the direction
    hamiltonian_dot, electrons_dot.
    """
    n = len(hamiltonian)
    total_dot = np.empty(n)
    total = np.empty(n)
    for i in range(n):
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(hamiltonian.shape[1]):
            total_dot[i] += np.sign(hamiltonian[i, j]) * hamiltonian_dot[i, j]
            total[i] += np.abs(hamiltonian[i, j])
    radius_dot = total_dot[np.argmax(total)]
    radius = np.max(total)
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(
        hamiltonian, hamiltonian_dot
    )
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(on_diagonal_result)):
        total_2_dot += on_diagonal_result_dot[i]
        total_2 += on_diagonal_result[i]
    mean = total_2 / n
    mean_dot = total_2_dot / n
    if hamiltonian.shape[1] != n:
        raise ValueError("hamiltonian and an array of n have different shapes")
    p_dot = np.zeros_like(hamiltonian)
    p = np.empty_like(hamiltonian)
    for i in range(n):
        for j in range(n):
            quotient = (1.0 if i == j else 0.0) * 2.0 * electrons / n
            quotient_dot = 2.0 * (1.0 if i == j else 0.0) * electrons_dot / n
            quotient_2 = (hamiltonian[i, j] - mean * (1.0 if i == j else 0.0)) / radius
            factor = (
                hamiltonian_dot[i, j]
                - mean_dot * (1.0 if i == j else 0.0)
                - quotient_2 * radius_dot
            )
            quotient_2_dot = factor / radius
            p_dot[i, j] = 0.5 * (quotient_dot - quotient_2_dot)
            p[i, j] = 0.5 * (quotient - quotient_2)
    for _ in range(steps):
        square_dot = p_dot @ p + p @ p_dot
        square = p @ p
        term_dot = np.empty_like(square)
        term = np.empty_like(square)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                term_dot[i, j] = 2.0 * square_dot[i, j]
                term[i, j] = 2.0 * square[i, j]
        product_dot = term_dot @ p + term @ p_dot
        product = term @ p
        p_new_dot = np.empty_like(square)
        p_new = np.empty_like(square)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                p_new_dot[i, j] = 3.0 * square_dot[i, j] - product_dot[i, j]
                p_new[i, j] = 3.0 * square[i, j] - product[i, j]
        p_dot = p_new_dot
        p = p_new
    product_2_dot = p_dot @ p + p @ p_dot
    product_2 = p @ p
    squares_dot = 0.0
    squares = 0.0
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x_dot = product_2_dot[i, j] - p_dot[i, j]
            x = product_2[i, j] - p[i, j]
            squares_dot += x_dot * x + x * x_dot
            squares += x * x
    if squares != 0.0:
        idempotency = np.sqrt(squares)
        idempotency_dot = squares_dot / (2.0 * idempotency)
    else:
        idempotency_dot = 0.0
        idempotency = 0.0
    a_2_dot = p_dot @ hamiltonian + p @ hamiltonian_dot
    a_2 = p @ hamiltonian
    on_diagonal_result_2, on_diagonal_result_2_dot = on_diagonal_tangent(a_2, a_2_dot)
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(on_diagonal_result_2)):
        total_3_dot += on_diagonal_result_2_dot[i]
        total_3 += on_diagonal_result_2[i]
    return total_3, idempotency, total_3_dot, idempotency_dot
