import numpy as np


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total_dot += a_dot[i, j]
            total += a[i, j]
    return total, total_dot


def norm_tangent(x, x_dot):
    """norm and its tangent."""
    term_dot = np.zeros_like(x)
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            term_dot[i, j] = x_dot[i, j] * x[i, j] + x[i, j] * x_dot[i, j]
            term[i, j] = x[i, j] * x[i, j]
    squares, squares_dot = summed_tangent(term, term_dot)
    if squares != 0.0:
        values = np.sqrt(squares)
        values_dot = squares_dot / (2.0 * values)
    else:
        values_dot = 0.0
        values = 0.0
    return values, values_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)
    found_dot = np.zeros(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def trace_tangent(a, a_dot):
    """trace and its tangent."""
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(a, a_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total_dot += on_diagonal_result_dot[i]
        total += on_diagonal_result[i]
    return total, total_dot


def density_matrix_purification_jvp(
    hamiltonian, electrons, steps, hamiltonian_dot, electrons_dot
):
    """The value of density_matrix_purification, and its derivative in the direction
    hamiltonian_dot, electrons_dot.
    """
    n = len(hamiltonian)
    total_dot = np.zeros(n)
    total = np.empty(n)
    for i in range(n):
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(hamiltonian.shape[1]):
            total_dot[i] += np.sign(hamiltonian[i, j]) * hamiltonian_dot[i, j]
            total[i] += np.abs(hamiltonian[i, j])
    radius_dot = total_dot[np.argmax(total)]
    radius = np.max(total)
    trace_hamiltonian, trace_hamiltonian_dot = trace_tangent(
        hamiltonian, hamiltonian_dot
    )
    mean = trace_hamiltonian / n
    mean_dot = trace_hamiltonian_dot / n
    eye_n = np.eye(n)
    operand_dot = np.zeros_like(eye_n)
    operand = np.empty_like(eye_n)
    for i in range(eye_n.shape[0]):
        for j in range(eye_n.shape[1]):
            operand_dot[i, j] = mean_dot * eye_n[i, j]
            operand[i, j] = mean * eye_n[i, j]
    if hamiltonian.shape[0] != eye_n.shape[0]:
        raise ValueError("hamiltonian and operand have different shapes")
    if hamiltonian.shape[1] != eye_n.shape[1]:
        raise ValueError("hamiltonian and operand have different shapes")
    eye_n_2 = np.eye(n)
    p_dot = np.zeros_like(eye_n_2)
    p = np.empty_like(eye_n_2)
    for i in range(eye_n_2.shape[0]):
        for j in range(eye_n_2.shape[1]):
            quotient_dot = 2.0 * eye_n_2[i, j] * electrons_dot / n
            quotient_2 = (hamiltonian[i, j] - operand[i, j]) / radius
            factor = hamiltonian_dot[i, j] - operand_dot[i, j] - quotient_2 * radius_dot
            quotient_2_dot = factor / radius
            p_dot[i, j] = 0.5 * (quotient_dot - quotient_2_dot)
            p[i, j] = 0.5 * (eye_n_2[i, j] * 2.0 * electrons / n - quotient_2)
    for _ in range(steps):
        square_dot = p_dot @ p + p @ p_dot
        square = p @ p
        term_dot = np.zeros_like(square)
        term = np.empty_like(square)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                term_dot[i, j] = 2.0 * square_dot[i, j]
                term[i, j] = 2.0 * square[i, j]
        product_dot = term_dot @ p + term @ p_dot
        product = term @ p
        p_new_dot = np.zeros_like(square)
        p_new = np.empty_like(square)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                p_new_dot[i, j] = 3.0 * square_dot[i, j] - product_dot[i, j]
                p_new[i, j] = 3.0 * square[i, j] - product[i, j]
        p_dot = p_new_dot
        p = p_new
    product_2_dot = p_dot @ p + p @ p_dot
    product_2 = p @ p
    term_2_dot = np.zeros_like(product_2)
    term_2 = np.empty_like(product_2)
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            term_2_dot[i, j] = product_2_dot[i, j] - p_dot[i, j]
            term_2[i, j] = product_2[i, j] - p[i, j]
    idempotency, idempotency_dot = norm_tangent(term_2, term_2_dot)
    product_dot = p_dot @ hamiltonian + p @ hamiltonian_dot
    product = p @ hamiltonian
    value_0, value_0_dot = trace_tangent(product, product_dot)
    return value_0, idempotency, value_0_dot, idempotency_dot
