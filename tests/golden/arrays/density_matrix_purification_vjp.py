import numpy as np


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def density_matrix_purification_vjp(
    hamiltonian, electrons, steps, result_0_bar, result_1_bar
):
    """The adjoints of hamiltonian and electrons of density_matrix_purification, for
    the adjoint of its result.
    """
    # forward sweep: saves p and term
    n = len(hamiltonian)
    total = np.empty(n)
    for i in range(n):
        total[i] = 0.0
        for j in range(hamiltonian.shape[1]):
            total[i] += np.abs(hamiltonian[i, j])
    radius = np.max(total)
    on_diagonal_result = on_diagonal(hamiltonian)
    total_2 = 0.0
    for i in range(len(on_diagonal_result)):
        total_2 += on_diagonal_result[i]
    mean = total_2 / n
    if hamiltonian.shape[1] != n:
        raise ValueError("hamiltonian and an array of n have different shapes")
    p = np.empty_like(hamiltonian)
    for i in range(n):
        for j in range(n):
            quotient = (hamiltonian[i, j] - mean * (1.0 if i == j else 0.0)) / radius
            p[i, j] = 0.5 * ((1.0 if i == j else 0.0) * 2.0 * electrons / n - quotient)
    p_saved = []
    term_saved = []
    for k in range(steps):
        square = p @ p
        term = np.empty_like(square)
        term_saved.append(term)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                term[i, j] = 2.0 * square[i, j]
        product = term @ p
        p_new = np.empty_like(square)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                p_new[i, j] = 3.0 * square[i, j] - product[i, j]
        p_saved.append(p)
        p = p_new
    product_2 = p @ p
    squares = 0.0
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x = product_2[i, j] - p[i, j]
            squares += x * x
    if squares != 0.0:
        idempotency = np.sqrt(squares)
    else:
        idempotency = 0.0
    a_2 = p @ hamiltonian
    on_diagonal_result_2 = on_diagonal(a_2)

    # reverse sweep
    on_diagonal_result_2_bar = np.empty_like(on_diagonal_result_2)
    for i in range(len(on_diagonal_result_2)):
        on_diagonal_result_2_bar[i] = result_0_bar
    a_2_bar = np.zeros_like(a_2)
    on_diagonal_adjoint(on_diagonal_result_2_bar, a_2_bar)
    p_bar = a_2_bar @ hamiltonian.T
    hamiltonian_bar = p.T @ a_2_bar
    squares_bar = 0.0
    if squares != 0.0:
        squares_bar += result_1_bar / (2.0 * idempotency)
    product_2_bar = np.empty_like(product_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            x_bar = 2.0 * (product_2[i, j] - p[i, j]) * squares_bar
            product_2_bar[i, j] = x_bar
            p_bar[i, j] -= x_bar
    p_bar += product_2_bar @ p.T + p.T @ product_2_bar
    for k in range(steps - 1, -1, -1):
        p = p_saved.pop()
        p_new_bar = p_bar
        square_bar = np.empty_like(square)
        product_bar = np.empty_like(product)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                square_bar[i, j] = 3.0 * p_new_bar[i, j]
                product_bar[i, j] = -p_new_bar[i, j]
        term = term_saved.pop()
        term_bar = product_bar @ p.T
        p_bar = term.T @ product_bar
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                square_bar[i, j] += 2.0 * term_bar[i, j]
        p_bar += square_bar @ p.T + p.T @ square_bar

    # forward and reverse in one sweep: the iterations are independent
    mean_bar = 0.0
    radius_bar = 0.0
    electrons_bar = 0.0
    for i in range(n):
        for j in range(n):
            quotient = (hamiltonian[i, j] - mean * (1.0 if i == j else 0.0)) / radius
            electrons_bar += (1.0 if i == j else 0.0) * p_bar[i, j] / n
            numerator_bar = -0.5 * p_bar[i, j] / radius
            hamiltonian_bar[i, j] += numerator_bar
            mean_bar -= (1.0 if i == j else 0.0) * numerator_bar
            radius_bar -= quotient * numerator_bar
    total_2_bar = mean_bar / n
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = total_2_bar
    on_diagonal_adjoint(on_diagonal_result_bar, hamiltonian_bar)
    total_bar = np.zeros_like(total)
    total_bar[np.argmax(total)] += radius_bar
    for i in range(n):
        for j in range(hamiltonian.shape[1]):
            hamiltonian_bar[i, j] += np.sign(hamiltonian[i, j]) * total_bar[i]
    return hamiltonian_bar, electrons_bar
