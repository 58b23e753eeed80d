import numpy as np


def gauss_elimination_with_pivoting_adjoint(a, b, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep: saves a, b, factor and pivot
    n = len(b)
    a_saved = np.empty((n, n))
    a_saved_2 = np.empty((n, n))
    b_saved = np.empty(n)
    a_saved_3 = []
    b_saved_2 = np.empty((n, n))
    factor_saved = np.empty((n, n))
    pivot_saved = np.empty(n, dtype=np.int64)
    for k in range(n):
        pivot = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[pivot, k]):
                pivot = i
        pivot_saved[k] = pivot
        if pivot != k:
            for j in range(n):
                value_before = a[k, j]
                a_saved[k, j] = a[k, j]
                a[k, j] = a[pivot, j]
                a_saved_2[k, j] = a[pivot, j]
                a[pivot, j] = value_before
            value_before_2 = b[k]
            b[k] = b[pivot]
            b_saved[k] = b[pivot]
            b[pivot] = value_before_2
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            factor_saved[k, i] = factor
            a_part = a[k, k:]
            term = np.empty_like(a_part)
            for j in range(len(a_part)):
                term[j] = factor * a_part[j]
            a_saved_3.append(a[i, k:].copy())
            a[i, k:] -= term
            b_saved_2[k, i] = b[i]
            b[i] -= factor * b[k]
    b_saved_3 = []
    b_saved_4 = np.empty(n)
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            b_saved_3.append(b[i])
            b[i] -= a[i, j] * b[j]
        b_saved_4[i] = b[i]
        b[i] /= a[i, i]

    # reverse sweep
    for i in range(n):
        b[i] = b_saved_4[i]
        numerator_bar = b_bar[i] / a[i, i]
        b_bar[i] = numerator_bar
        a_bar[i, i] -= b[i] * numerator_bar / a[i, i]
        for j in range(n - 1, i, -1):
            b[i] = b_saved_3.pop()
            b_i_bar = b_bar[i]
            a_bar[i, j] -= b[j] * b_i_bar
            b_bar[j] -= a[i, j] * b_i_bar
    for k in range(n - 1, -1, -1):
        for i in range(n - 1, k, -1):
            b[i] = b_saved_2[k, i]
            factor = factor_saved[k, i]
            b_i_bar = b_bar[i]
            factor_bar = -b[k] * b_i_bar
            b_bar[k] -= factor * b_i_bar
            a[i, k:] = a_saved_3.pop()
            term_bar = -a_bar[i, k:]
            a_part = a[k, k:]
            a_part_bar = a_bar[k, k:]
            for j in range(len(a_part)):
                factor_bar += a_part[j] * term_bar[j]
                a_part_bar[j] += factor * term_bar[j]
            numerator_bar = factor_bar / a[k, k]
            a_bar[i, k] += numerator_bar
            a_bar[k, k] -= factor * numerator_bar
        pivot = pivot_saved[k]
        if pivot != k:
            b[pivot] = b_saved[k]
            value_before_2_bar = b_bar[pivot]
            b_bar[pivot] = 0.0
            b_k_bar = b_bar[k]
            b_bar[k] = 0.0
            b_bar[pivot] += b_k_bar
            b_bar[k] += value_before_2_bar
            for j in range(n):
                a[pivot, j] = a_saved_2[k, j]
                value_before_bar = a_bar[pivot, j]
                a_bar[pivot, j] = 0.0
                a[k, j] = a_saved[k, j]
                a_k_j_bar = a_bar[k, j]
                a_bar[k, j] = 0.0
                a_bar[pivot, j] += a_k_j_bar
                a_bar[k, j] += value_before_bar
