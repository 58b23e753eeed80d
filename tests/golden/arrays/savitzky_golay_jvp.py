import numpy as np


def convolve_tangent(a, v, a_dot, v_dot):
    """convolve and its tangent."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    first_2 = shorter - 1
    count_2 = longer - shorter + 1
    result_dot = np.empty(count_2)
    result = np.empty(count_2, np.float64)
    for k in range(count_2):
        shift = first_2 + k
        total_dot = 0.0
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total_dot += a_dot[n] * v[shift - n] + a[n] * v_dot[shift - n]
            total += a[n] * v[shift - n]
        result_dot[k] = total_dot
        result[k] = total
    return result, result_dot


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def pseudoinverse_tangent(a, a_dot):
    z = pseudoinverse(a)
    product = a_dot.T @ a @ z
    term_2 = np.empty((a_dot.shape[1], a_dot.shape[0]))
    product_3 = z @ a_dot @ z
    product_4 = z @ a @ a_dot.T
    term_3 = np.empty((a_dot.shape[1], a_dot.shape[0]))
    for i in range(a_dot.shape[1]):
        for j in range(a_dot.shape[0]):
            term_2[i, j] = a_dot[j, i] - product[i, j]
            term_3[i, j] = a_dot[j, i] - product_4[i, j]
    product_2 = z @ (z.T @ term_2)
    product_5 = term_3 @ z.T @ z
    term = np.empty_like(product_2)
    for i in range(product_2.shape[0]):
        for j in range(product_2.shape[1]):
            term[i, j] = product_2[i, j] - product_3[i, j] + product_5[i, j]
    return z, term


def vander_tangent(x, N, x_dot):
    """vander and its tangent."""
    powers_dot = np.empty((len(x), N))
    powers = np.empty((len(x), N))
    for i in range(len(x)):
        power_dot = 0.0 * x_dot[i]
        power = x[i] * 0 + 1
        for k in range(N):
            powers_dot[i, k] = power_dot
            powers[i, k] = power
            power_dot = power_dot * x[i] + power * x_dot[i]
            power *= x[i]
    return powers, powers_dot


def savitzky_golay_jvp(signal, width, degree, step, signal_dot, step_dot):
    """The value of savitzky_golay, and its derivative in the direction signal_dot,
    step_dot.
    """
    half = width // 2
    offsets = np.arange(-half, half + 1)
    term_dot = np.empty(len(offsets))
    term = np.empty(len(offsets))
    for i in range(len(offsets)):
        term_dot[i] = offsets[i] * step_dot
        term[i] = offsets[i] * step
    design, design_dot = vander_tangent(term, degree + 1, term_dot)
    filters, filters_dot = pseudoinverse_tangent(design, design_dot)
    smooth, smooth_dot = convolve_tangent(
        signal, filters[0, ::-1], signal_dot, filters_dot[0, ::-1]
    )
    slope, slope_dot = convolve_tangent(
        signal, filters[1, ::-1], signal_dot, filters_dot[1, ::-1]
    )
    return smooth, slope, smooth_dot, slope_dot
