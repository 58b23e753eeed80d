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


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def discrete_lyapunov_jvp(a, noise, a_dot, noise_dot):
    """The value of discrete_lyapunov, and its derivative in the direction a_dot,
    noise_dot.
    """
    n = len(a)
    blocks_dot = np.empty((n, n, a.shape[1], a.shape[1]))
    blocks = np.empty((n, n, a.shape[1], a.shape[1]))
    for i in range(n):
        for j in range(n):
            for k in range(a.shape[1]):
                for m in range(a.shape[1]):
                    term = a[i, k] * a_dot[j, m]
                    blocks_dot[i, j, k, m] = a_dot[i, k] * a[j, m] + term
                    blocks[i, j, k, m] = a[i, k] * a[j, m]
    rows = a.shape[0] * a.shape[0]
    if n * n != rows:
        raise ValueError("an array of n * n and an array of rows have different shapes")
    operand_dot = np.reshape(
        np.ascontiguousarray(blocks_dot), (rows, a.shape[1] * a.shape[1])
    )
    operand = np.reshape(np.ascontiguousarray(blocks), (rows, a.shape[1] * a.shape[1]))
    if n * n != operand.shape[1]:
        raise ValueError("an array of n * n and operand have different shapes")
    big_dot = np.empty((n * n, n * n))
    big = np.empty((n * n, n * n))
    for i in range(n * n):
        for j in range(n * n):
            big_dot[i, j] = -operand_dot[i, j]
            big[i, j] = (1.0 if i == j else 0.0) - operand[i, j]
    b_dot = np.reshape(np.ascontiguousarray(noise_dot), -1)
    b = np.reshape(np.ascontiguousarray(noise), -1)
    array, array_dot = solution_tangent(big, b, big_dot, b_dot)
    stationary_dot = np.reshape(np.ascontiguousarray(array_dot), (n, n))
    stationary = np.reshape(np.ascontiguousarray(array), (n, n))
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(
        stationary, stationary_dot
    )
    deviation_dot = np.empty_like(on_diagonal_result)
    deviation = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        sqrt_on_diagonal_result = np.sqrt(on_diagonal_result[i])
        deviation_dot[i] = on_diagonal_result_dot[i] / (2.0 * sqrt_on_diagonal_result)
        deviation[i] = sqrt_on_diagonal_result
    term_2 = np.outer(deviation, deviation_dot)
    operand_2_dot = np.outer(deviation_dot, deviation) + term_2
    operand_2 = np.outer(deviation, deviation)
    if stationary.shape[0] != operand_2.shape[0]:
        raise ValueError("stationary and operand have different shapes")
    if stationary.shape[0] != operand_2.shape[1]:
        raise ValueError("stationary and operand have different shapes")
    out_dot = np.empty_like(stationary)
    out = np.empty_like(stationary)
    for i in range(stationary.shape[0]):
        for j in range(stationary.shape[1]):
            quotient = stationary[i, j] / operand_2[i, j]
            factor = stationary_dot[i, j] - quotient * operand_2_dot[i, j]
            quotient_dot = factor / operand_2[i, j]
            out_dot[i, j] = quotient_dot
            out[i, j] = quotient
    return out, out_dot
