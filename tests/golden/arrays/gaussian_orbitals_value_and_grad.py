import numpy as np


def einsum(first, second, third):
    """The sums of first[i, k] * second[j, m_] * third[i, j, k, m_] over k, m_."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[3] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((first.shape[0], second.shape[0]))
    for i in range(first.shape[0]):
        for j in range(second.shape[0]):
            total = 0.0
            for k in range(first.shape[1]):
                for m_ in range(second.shape[1]):
                    total += first[i, k] * second[j, m_] * third[i, j, k, m_]
            result[i, j] = total
    return result


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[3] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(first.shape[0]):
        for j in range(second.shape[0]):
            total_bar = result_bar[i, j]
            for k in range(first.shape[1]):
                first_i_k_bar = 0.0
                for m_ in range(second.shape[1]):
                    first_i_k_bar += second[j, m_] * third[i, j, k, m_] * total_bar
                    second_bar[j, m_] += first[i, k] * third[i, j, k, m_] * total_bar
                    third_bar[i, j, k, m_] += first[i, k] * second[j, m_] * total_bar
                first_bar[i, k] += first_i_k_bar


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


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def gaussian_orbitals_value_and_grad(centres, exponents, weights):
    """The value of gaussian_orbitals, and its gradient with respect to centres,
    exponents and weights.
    """
    # forward sweep
    a = exponents[:, None, :, None]
    b = exponents[None, :, None, :]
    total = np.empty((centres.shape[0], centres.shape[0]))
    for i in range(centres.shape[0]):
        for j in range(centres.shape[0]):
            total[i, j] = 0.0
            for k in range(centres.shape[1]):
                total[i, j] += (centres[i, k] - centres[j, k]) ** 2
    distance = total[:, :, None, None]
    if exponents.shape[0] != distance.shape[0]:
        raise ValueError("q and distance have different shapes")
    power = np.pi**2
    term = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    term_2 = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    for i in range(exponents.shape[0]):
        for j in range(exponents.shape[0]):
            for k in range(exponents.shape[1]):
                for m in range(exponents.shape[1]):
                    p = a[i, 0, k, 0] + b[0, j, 0, m]
                    q = a[i, 0, k, 0] * b[0, j, 0, m] / (a[i, 0, k, 0] + b[0, j, 0, m])
                    overlap = (np.pi / p) ** 1.5 * np.exp(-q * distance[i, j, 0, 0])
                    kinetic = q * (3.0 - 2.0 * q * distance[i, j, 0, 0]) * overlap
                    norm = (4.0 * a[i, 0, k, 0] * b[0, j, 0, m] / power) ** 0.75
                    term[i, j, k, m] = norm * overlap
                    term_2[i, j, k, m] = norm * kinetic
    s = einsum(weights, weights, term)
    t = einsum(weights, weights, term_2)
    a_2 = solutions(s, t)
    on_diagonal_result = on_diagonal(a_2)
    total_2 = 0.0
    for i in range(len(on_diagonal_result)):
        total_2 += on_diagonal_result[i]

    # reverse sweep
    centres_bar = np.zeros_like(centres)
    exponents_bar = np.zeros_like(exponents)
    weights_bar = np.zeros_like(weights)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = 1.0
    a_2_bar = np.zeros_like(a_2)
    on_diagonal_adjoint(on_diagonal_result_bar, a_2_bar)
    s_bar = np.zeros_like(s)
    t_bar = np.zeros_like(t)
    solutions_adjoint(s, t, a_2_bar, s_bar, t_bar)
    term_2_bar = np.zeros_like(term_2)
    einsum_adjoint(
        weights, weights, term_2, t_bar, weights_bar, weights_bar, term_2_bar
    )
    term_bar = np.zeros_like(term)
    einsum_adjoint(weights, weights, term, s_bar, weights_bar, weights_bar, term_bar)
    a_bar = exponents_bar[:, None, :, None]
    b_bar = exponents_bar[None, :, None, :]
    total_bar = np.zeros_like(total)
    distance_bar = total_bar[:, :, None, None]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(exponents.shape[0]):
        for j in range(exponents.shape[0]):
            for k in range(exponents.shape[1]):
                for m in range(exponents.shape[1]):
                    p = a[i, 0, k, 0] + b[0, j, 0, m]
                    q = a[i, 0, k, 0] * b[0, j, 0, m] / (a[i, 0, k, 0] + b[0, j, 0, m])
                    quotient = np.pi / p
                    power_2 = quotient**1.5
                    exponential = np.exp(-q * distance[i, j, 0, 0])
                    overlap = power_2 * exponential
                    kinetic = q * (3.0 - 2.0 * q * distance[i, j, 0, 0]) * overlap
                    norm = (4.0 * a[i, 0, k, 0] * b[0, j, 0, m] / power) ** 0.75
                    norm_bar = kinetic * term_2_bar[i, j, k, m]
                    kinetic_bar = norm * term_2_bar[i, j, k, m]
                    norm_bar += overlap * term_bar[i, j, k, m]
                    overlap_bar = norm * term_bar[i, j, k, m]
                    quotient_bar = (
                        0.75
                        * (4.0 * a[i, 0, k, 0] * b[0, j, 0, m] / power) ** -0.25
                        * norm_bar
                    )
                    product_bar = quotient_bar / power
                    a_bar[i, 0, k, 0] += 4.0 * b[0, j, 0, m] * product_bar
                    b_bar[0, j, 0, m] += 4.0 * a[i, 0, k, 0] * product_bar
                    product_bar = overlap * kinetic_bar
                    q_bar = (3.0 - 2.0 * q * distance[i, j, 0, 0]) * product_bar
                    q_bar -= 2.0 * distance[i, j, 0, 0] * q * product_bar
                    distance_bar[i, j, 0, 0] -= 2.0 * q * q * product_bar
                    overlap_bar += (
                        q * (3.0 - 2.0 * q * distance[i, j, 0, 0]) * kinetic_bar
                    )
                    exponential_bar = power_2 * overlap_bar
                    q_bar -= distance[i, j, 0, 0] * exponential * exponential_bar
                    distance_bar[i, j, 0, 0] -= q * exponential * exponential_bar
                    p_bar = (
                        -1.5 * quotient * quotient**0.5 * exponential * overlap_bar / p
                    )
                    numerator_bar = q_bar / (a[i, 0, k, 0] + b[0, j, 0, m])
                    a_bar[i, 0, k, 0] += (b[0, j, 0, m] - q) * numerator_bar + p_bar
                    b_bar[0, j, 0, m] += (a[i, 0, k, 0] - q) * numerator_bar + p_bar
    for i in range(centres.shape[0]):
        for j in range(centres.shape[0]):
            for k in range(centres.shape[1]):
                difference_bar = 2.0 * (centres[i, k] - centres[j, k]) * total_bar[i, j]
                centres_bar[i, k] += difference_bar
                centres_bar[j, k] -= difference_bar
    return total_2, centres_bar, exponents_bar, weights_bar
