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


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def discrete_lyapunov_vjp(a, noise, result_bar):
    """The adjoints of a and noise of discrete_lyapunov, for the adjoint of its
    result.
    """
    # forward sweep
    n = len(a)
    blocks = np.empty((n, n, a.shape[1], a.shape[1]))
    for i in range(n):
        for j in range(n):
            for k in range(a.shape[1]):
                for m in range(a.shape[1]):
                    blocks[i, j, k, m] = a[i, k] * a[j, m]
    rows = a.shape[0] * a.shape[0]
    if n * n != rows:
        raise ValueError("an array of n * n and an array of rows have different shapes")
    operand = np.reshape(np.ascontiguousarray(blocks), (rows, a.shape[1] * a.shape[1]))
    if n * n != operand.shape[1]:
        raise ValueError("an array of n * n and operand have different shapes")
    big = np.empty((n * n, n * n))
    for i in range(n * n):
        for j in range(n * n):
            big[i, j] = (1.0 if i == j else 0.0) - operand[i, j]
    b = np.reshape(np.ascontiguousarray(noise), -1)
    array = solution(big, b)
    stationary = np.reshape(np.ascontiguousarray(array), (n, n))
    on_diagonal_result = on_diagonal(stationary)
    deviation = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        deviation[i] = np.sqrt(on_diagonal_result[i])
    operand_2 = np.outer(deviation, deviation)
    if stationary.shape[0] != operand_2.shape[0]:
        raise ValueError("stationary and operand have different shapes")
    if stationary.shape[0] != operand_2.shape[1]:
        raise ValueError("stationary and operand have different shapes")

    # reverse sweep
    a_bar = np.zeros_like(a)
    noise_bar = np.zeros_like(noise)
    out_bar = result_bar.copy()
    stationary_bar = np.empty_like(stationary)
    operand_2_bar = np.zeros_like(operand_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(stationary.shape[0]):
        for j in range(stationary.shape[1]):
            quotient = stationary[i, j] / operand_2[i, j]
            numerator_bar = out_bar[i, j] / operand_2[i, j]
            stationary_bar[i, j] = numerator_bar
            operand_2_bar[i, j] -= quotient * numerator_bar
    deviation_bar = np.dot(operand_2_bar, deviation)
    deviation_bar += np.dot(deviation, operand_2_bar)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(on_diagonal_result)):
        sqrt_on_diagonal_result = deviation[i]
        sqrt_on_diagonal_result_bar = deviation_bar[i]
        factor = 2.0 * sqrt_on_diagonal_result
        on_diagonal_result_bar[i] = sqrt_on_diagonal_result_bar / factor
    on_diagonal_adjoint(on_diagonal_result_bar, stationary_bar)
    array_bar = np.zeros_like(array)
    array_bar += np.reshape(np.ascontiguousarray(stationary_bar), array.shape)
    big_bar = np.zeros_like(big)
    b_bar = np.zeros_like(b)
    solution_adjoint(big, b, array_bar, big_bar, b_bar)
    noise_bar += np.reshape(np.ascontiguousarray(b_bar), noise.shape)
    operand_bar = np.zeros_like(operand)
    for i in range(n * n):
        for j in range(n * n):
            operand_bar[i, j] -= big_bar[i, j]
    blocks_bar = np.zeros_like(blocks)
    blocks_bar += np.reshape(np.ascontiguousarray(operand_bar), blocks.shape)
    for i in range(n):
        for j in range(n):
            for k in range(a.shape[1]):
                a_i_k_bar = 0.0
                for m in range(a.shape[1]):
                    a_i_k_bar += a[j, m] * blocks_bar[i, j, k, m]
                    a_bar[j, m] += a[i, k] * blocks_bar[i, j, k, m]
                a_bar[i, k] += a_i_k_bar
    return a_bar, noise_bar
