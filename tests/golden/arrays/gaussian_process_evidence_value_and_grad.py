import numpy as np


def log_determinant(a):
    """The logarithm of the size of the determinant of a matrix:
    s2sad.library.inverses.log_determinant(a).
    """
    sign, logarithm = np.linalg.slogdet(a)
    return logarithm


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def log_determinant_adjoint(a, z_bar, a_bar):
    term = inverse(a).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += z_bar * term[i, j]


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


def gaussian_process_evidence_value_and_grad(
    x, y, log_length, log_amplitude, log_noise
):
    """The value of gaussian_process_evidence, and its gradient with respect to x, y,
    log_length, log_amplitude and log_noise.
    """
    # forward sweep
    if x.shape[1] != len(log_length):
        raise ValueError("x and log_length have different shapes")
    scaled = np.empty_like(x)
    squared = np.empty(x.shape[0])
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        squared[i] = 0.0
        for j in range(x.shape[1]):
            scaled[i, j] = x[i, j] / np.exp(log_length[j])
            squared[i] += scaled[i, j] ** 2
            term[i, j] = 2.0 * scaled[i, j]
    product = term @ scaled.T
    kernel = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            distance = squared[i] + squared[j] - product[i, j]
            kernel[i, j] = np.exp(2.0 * log_amplitude - 0.5 * distance)
    row = np.arange(len(y))
    kernel_taken = np.empty(len(row))
    for k in range(len(row)):
        kernel_taken[k] = kernel[row[k], row[k]]
    exponential = np.exp(2.0 * log_noise)
    for i in range(len(row)):
        kernel[row[i], row[i]] = kernel_taken[i] + exponential
    log_det = log_determinant(kernel)
    solution_result = solution(kernel, y)
    if len(y) != len(solution_result):
        raise ValueError("y and solution_result have different shapes")
    fit = y @ solution_result
    value = -0.5 * (fit + log_det + len(y) * np.log(2.0 * np.pi))

    # reverse sweep
    x_bar = np.empty_like(x)
    log_length_bar = np.zeros_like(log_length)
    y_bar = -0.5 * solution_result
    solution_result_bar = -0.5 * y
    kernel_bar = np.zeros_like(kernel)
    solution_adjoint(kernel, y, solution_result_bar, kernel_bar, y_bar)
    log_determinant_adjoint(kernel, -0.5, kernel_bar)
    kernel_taken_bar = np.zeros_like(kernel_taken)
    exponential_bar = 0.0
    for i in range(len(row) - 1, -1, -1):
        values_bar = kernel_bar[row[i], row[i]]
        kernel_bar[row[i], row[i]] = 0.0
        kernel_taken_bar[i] += values_bar
        exponential_bar += values_bar
    log_noise_bar = 2.0 * exponential * exponential_bar
    for k in range(len(row)):
        kernel_bar[row[k], row[k]] += kernel_taken_bar[k]
    squared_bar = np.zeros_like(squared)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    log_amplitude_bar = 0.0
    for i in range(x.shape[0]):
        squared_i_bar = 0.0
        for j in range(x.shape[0]):
            distance = squared[i] + squared[j] - product[i, j]
            exponential = np.exp(2.0 * log_amplitude - 0.5 * distance)
            exponential_bar = kernel_bar[i, j]
            log_amplitude_bar += 2.0 * exponential * exponential_bar
            distance_bar = -0.5 * exponential * exponential_bar
            squared_i_bar += distance_bar
            squared_bar[j] += distance_bar
            product_bar[i, j] = -distance_bar
        squared_bar[i] += squared_i_bar
    term_bar = product_bar @ scaled
    scaled_bar = (term.T @ product_bar).T
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            scaled_bar[i, j] += 2.0 * term_bar[i, j]
            scaled_bar[i, j] += 2.0 * scaled[i, j] * squared_bar[i]
            exp_log_length = np.exp(log_length[j])
            numerator_bar = scaled_bar[i, j] / exp_log_length
            x_bar[i, j] = numerator_bar
            exp_log_length_bar = -x[i, j] * numerator_bar / exp_log_length
            log_length_bar[j] += exp_log_length * exp_log_length_bar
    return value, x_bar, y_bar, log_length_bar, log_amplitude_bar, log_noise_bar
