import numpy as np


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def log_determinant(a):
    """The logarithm of the size of the determinant of a matrix:
    s2sad.library.inverses.log_determinant(a).
    """
    sign, logarithm = np.linalg.slogdet(a)
    return logarithm


def log_determinant_tangent(a, a_dot):
    z = log_determinant(a)
    term = inverse(a).T
    total = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total += term[i, j] * a_dot[i, j]
    return z, total


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


def gaussian_process_evidence_jvp(
    x,
    y,
    log_length,
    log_amplitude,
    log_noise,
    x_dot,
    y_dot,
    log_length_dot,
    log_amplitude_dot,
    log_noise_dot,
):
    """The value of gaussian_process_evidence, and its derivative in the direction
    x_dot, y_dot, log_length_dot, log_amplitude_dot, log_noise_dot.
    """
    if x.shape[1] != len(log_length):
        raise ValueError("x and log_length have different shapes")
    scaled_dot = np.empty_like(x)
    scaled = np.empty_like(x)
    squared_dot = np.empty(x.shape[0])
    squared = np.empty(x.shape[0])
    term_dot = np.empty_like(x)
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        squared_dot[i] = 0.0
        squared[i] = 0.0
        for j in range(x.shape[1]):
            exp_log_length = np.exp(log_length[j])
            exp_log_length_dot = exp_log_length * log_length_dot[j]
            quotient = x[i, j] / exp_log_length
            factor = x_dot[i, j] - quotient * exp_log_length_dot
            quotient_dot = factor / exp_log_length
            scaled_dot[i, j] = quotient_dot
            scaled[i, j] = quotient
            squared_dot[i] += 2.0 * scaled[i, j] * scaled_dot[i, j]
            squared[i] += scaled[i, j] ** 2
            term_dot[i, j] = 2.0 * scaled_dot[i, j]
            term[i, j] = 2.0 * scaled[i, j]
    product_dot = term_dot @ scaled.T + term @ scaled_dot.T
    product = term @ scaled.T
    kernel_dot = np.empty_like(product)
    kernel = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            distance_dot = squared_dot[i] + squared_dot[j] - product_dot[i, j]
            distance = squared[i] + squared[j] - product[i, j]
            exponential = np.exp(2.0 * log_amplitude - 0.5 * distance)
            factor_2 = 2.0 * log_amplitude_dot - 0.5 * distance_dot
            exponential_dot = exponential * factor_2
            kernel_dot[i, j] = exponential_dot
            kernel[i, j] = exponential
    row = np.arange(len(y))
    kernel_taken_dot = np.empty(len(row))
    kernel_taken = np.empty(len(row))
    for k in range(len(row)):
        kernel_taken_dot[k] = kernel_dot[row[k], row[k]]
        kernel_taken[k] = kernel[row[k], row[k]]
    exponential = np.exp(2.0 * log_noise)
    exponential_dot = 2.0 * exponential * log_noise_dot
    for i in range(len(row)):
        kernel_dot[row[i], row[i]] = kernel_taken_dot[i] + exponential_dot
        kernel[row[i], row[i]] = kernel_taken[i] + exponential
    log_det, log_det_dot = log_determinant_tangent(kernel, kernel_dot)
    solution_result, solution_result_dot = solution_tangent(
        kernel, y, kernel_dot, y_dot
    )
    if len(y) != len(solution_result):
        raise ValueError("y and solution_result have different shapes")
    fit = y @ solution_result
    value_dot = -0.5 * (y_dot @ solution_result + y @ solution_result_dot + log_det_dot)
    return -0.5 * (fit + log_det + len(y) * np.log(2.0 * np.pi)), value_dot
