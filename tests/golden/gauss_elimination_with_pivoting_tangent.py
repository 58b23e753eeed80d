import numpy as np


def gauss_elimination_with_pivoting_tangent(a, b, a_dot, b_dot):
    """gauss_elimination_with_pivoting and its tangent."""
    n = len(b)
    for k in range(n):
        pivot = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[pivot, k]):
                pivot = i
        if pivot != k:
            for j in range(n):
                value_before_dot = a_dot[k, j]
                value_before = a[k, j]
                a_dot[k, j] = a_dot[pivot, j]
                a[k, j] = a[pivot, j]
                a_dot[pivot, j] = value_before_dot
                a[pivot, j] = value_before
            value_before_2_dot = b_dot[k]
            value_before_2 = b[k]
            b_dot[k] = b_dot[pivot]
            b[k] = b[pivot]
            b_dot[pivot] = value_before_2_dot
            b[pivot] = value_before_2
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            factor_dot = (a_dot[i, k] - factor * a_dot[k, k]) / a[k, k]
            a_part_dot = a_dot[k, k:]
            a_part = a[k, k:]
            term_dot = np.empty_like(a_part)
            term = np.empty_like(a_part)
            for j in range(len(a_part)):
                term_dot[j] = factor_dot * a_part[j] + factor * a_part_dot[j]
                term[j] = factor * a_part[j]
            a_dot[i, k:] -= term_dot
            a[i, k:] -= term
            b_dot[i] -= factor_dot * b[k] + factor * b_dot[k]
            b[i] -= factor * b[k]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            b_dot[i] -= a_dot[i, j] * b[j] + a[i, j] * b_dot[j]
            b[i] -= a[i, j] * b[j]
        b_dot[i] = (b_dot[i] - b[i] * a_dot[i, i] / a[i, i]) / a[i, i]
        b[i] /= a[i, i]
