import numpy as np


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total += a[i, j]
    return total


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += result_bar


def norm_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            term[i, j] = x[i, j] * x[i, j]
    squares = summed(term)
    if squares != 0.0:
        values = np.sqrt(squares)
    else:
        values = 0.0

    # reverse sweep
    squares_bar = 0.0
    if squares != 0.0:
        squares_bar += result_bar / (2.0 * values)
    term_bar = np.zeros_like(term)
    summed_adjoint(term, squares_bar, term_bar)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x_bar[i, j] += 2.0 * x[i, j] * term_bar[i, j]


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def trace(a):
    """The sum of the elements on a diagonal."""
    on_diagonal_result = on_diagonal(a)
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total += on_diagonal_result[i]
    return total


def on_diagonal_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)

    # reverse sweep
    found_bar = result_bar.copy()
    for i in range(count):
        a_bar[i, i] += found_bar[i]


def trace_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    on_diagonal_result = on_diagonal(a)

    # reverse sweep
    on_diagonal_result_bar = np.zeros_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] += result_bar
    on_diagonal_adjoint(a, on_diagonal_result_bar, a_bar)


def density_matrix_purification_vjp(
    hamiltonian, electrons, steps, result_0_bar, result_1_bar
):
    """The adjoints of hamiltonian and electrons of density_matrix_purification, for
    the adjoint of its result.
    """
    # forward sweep: saves p, p_bar, p_new, p_new_bar, product, term and square
    n = len(hamiltonian)
    total = np.empty(n)
    for i in range(n):
        total[i] = 0.0
        for j in range(hamiltonian.shape[1]):
            total[i] += np.abs(hamiltonian[i, j])
    radius = np.max(total)
    mean = trace(hamiltonian) / n
    eye_n = np.eye(n)
    operand = np.empty_like(eye_n)
    for i in range(eye_n.shape[0]):
        for j in range(eye_n.shape[1]):
            operand[i, j] = mean * eye_n[i, j]
    if hamiltonian.shape[0] != eye_n.shape[0]:
        raise ValueError("hamiltonian and operand have different shapes")
    if hamiltonian.shape[1] != eye_n.shape[1]:
        raise ValueError("hamiltonian and operand have different shapes")
    eye_n_2 = np.eye(n)
    p = np.empty_like(eye_n_2)
    p_bar = np.zeros_like(p)
    for i in range(eye_n_2.shape[0]):
        for j in range(eye_n_2.shape[1]):
            quotient = (hamiltonian[i, j] - operand[i, j]) / radius
            p[i, j] = 0.5 * (eye_n_2[i, j] * 2.0 * electrons / n - quotient)
    p_saved = []
    p_bar_saved = []
    p_new_saved_2 = []
    p_new_saved = []
    p_new_bar_saved = []
    product_saved = []
    term_saved = []
    square_saved = []
    for k in range(steps):
        square = p @ p
        square_saved.append(square)
        term = np.empty_like(square)
        term_saved.append(term)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                term[i, j] = 2.0 * square[i, j]
        product = term @ p
        product_saved.append(product)
        p_new = np.empty_like(square)
        p_new_bar = np.zeros_like(p_new)
        p_new_saved.append(p_new)
        p_new_bar_saved.append(p_new_bar)
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                p_new_saved_2.append(p_new[i, j])
                p_new[i, j] = 3.0 * square[i, j] - product[i, j]
        p_saved.append(p)
        p_bar_saved.append(p_bar)
        p = p_new
        p_bar = p_new_bar
    product_2 = p @ p
    term_2 = np.empty_like(product_2)
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            term_2[i, j] = product_2[i, j] - p[i, j]
    product = p @ hamiltonian

    # reverse sweep
    product_bar = np.zeros_like(product)
    trace_adjoint(product, result_0_bar, product_bar)
    p_bar += product_bar @ hamiltonian.T
    hamiltonian_bar = p.T @ product_bar
    term_2_bar = np.zeros_like(term_2)
    norm_adjoint(term_2, result_1_bar, term_2_bar)
    product_2_bar = np.zeros_like(product_2)
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            product_2_bar[i, j] += term_2_bar[i, j]
            p_bar[i, j] -= term_2_bar[i, j]
    p_bar += product_2_bar @ p.T + p.T @ product_2_bar
    for k in range(steps - 1, -1, -1):
        p = p_saved.pop()
        p_bar = p_bar_saved.pop()
        p_new = p_new_saved.pop()
        p_new_bar = p_new_bar_saved.pop()
        product = product_saved.pop()
        square = square_saved.pop()
        square_bar = np.zeros_like(square)
        product_bar = np.zeros_like(product)
        for i in range(square.shape[0] - 1, -1, -1):
            for j in range(square.shape[1] - 1, -1, -1):
                p_new[i, j] = p_new_saved_2.pop()
                square_bar[i, j] += 3.0 * p_new_bar[i, j]
                product_bar[i, j] -= p_new_bar[i, j]
                p_new_bar[i, j] = 0.0
        term = term_saved.pop()
        term_bar = product_bar @ p.T
        p_bar += term.T @ product_bar
        for i in range(square.shape[0]):
            for j in range(square.shape[1]):
                square_bar[i, j] += 2.0 * term_bar[i, j]
        p_bar += square_bar @ p.T + p.T @ square_bar
    radius_bar = 0.0
    operand_bar = np.zeros_like(operand)
    electrons_bar = 0.0
    for i in range(eye_n_2.shape[0]):
        for j in range(eye_n_2.shape[1]):
            electrons_bar += eye_n_2[i, j] * p_bar[i, j] / n
            quotient = (hamiltonian[i, j] - operand[i, j]) / radius
            numerator_bar = -0.5 * p_bar[i, j] / radius
            hamiltonian_bar[i, j] += numerator_bar
            operand_bar[i, j] -= numerator_bar
            radius_bar -= quotient * numerator_bar
    mean_bar = 0.0
    for i in range(eye_n.shape[0]):
        for j in range(eye_n.shape[1]):
            mean_bar += eye_n[i, j] * operand_bar[i, j]
    trace_adjoint(hamiltonian, mean_bar / n, hamiltonian_bar)
    total_bar = np.zeros_like(total)
    total_bar[np.argmax(total)] += radius_bar
    for i in range(n):
        for j in range(hamiltonian.shape[1]):
            hamiltonian_bar[i, j] += np.sign(hamiltonian[i, j]) * total_bar[i]
    return hamiltonian_bar, electrons_bar
