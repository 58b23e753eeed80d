import numpy as np


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    out_dot = np.zeros(a.shape[1])
    out = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out_dot[j] += a_dot[i, j]
            out[j] += a[i, j]
    return out, out_dot


def mean_tangent(a, a_dot):
    """mean and its tangent."""
    number = a.shape[0]
    summed_result, summed_result_dot = summed_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_result)
    values = np.empty_like(summed_result)
    for i in range(len(summed_result)):
        values_dot[i] = summed_result_dot[i] / number
        values[i] = summed_result[i] / number
    return values, values_dot


def batch_normalisation_jvp(
    x,
    weights,
    gamma,
    beta,
    target,
    eps,
    x_dot,
    weights_dot,
    gamma_dot,
    beta_dot,
    target_dot,
    eps_dot,
):
    """The value of batch_normalisation, and its derivative in the direction x_dot,
    weights_dot, gamma_dot, beta_dot, target_dot, eps_dot.
    """
    if x.shape[1] != weights.shape[0]:
        raise ValueError("x and weights have different shapes")
    z_dot = np.dot(x_dot, weights) + np.dot(x, weights_dot)
    z = np.dot(x, weights)
    mean_result, mean_result_dot = mean_tangent(z, z_dot)
    if z.shape[1] != len(mean_result):
        raise ValueError("z and mean_result have different shapes")
    centred_dot = np.zeros_like(z)
    centred = np.empty_like(z)
    square_centred_dot = np.zeros_like(z)
    square_centred = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred_dot[i, j] = z_dot[i, j] - mean_result_dot[j]
            centred[i, j] = z[i, j] - mean_result[j]
            square_centred_dot[i, j] = 2.0 * centred[i, j] * centred_dot[i, j]
            square_centred[i, j] = np.square(centred[i, j])
    variance, variance_dot = mean_tangent(square_centred, square_centred_dot)
    if z.shape[1] != len(variance):
        raise ValueError("centred and variance have different shapes")
    if len(gamma) != z.shape[1]:
        raise ValueError("gamma and normed have different shapes")
    if z.shape[1] != len(beta):
        raise ValueError("normed and beta have different shapes")
    if z.shape[0] != target.shape[0]:
        raise ValueError("out and target have different shapes")
    if z.shape[1] != target.shape[1]:
        raise ValueError("out and target have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(z.shape[0]):
        total_2_dot = 0.0
        total_2 = 0.0
        for j in range(z.shape[1]):
            root = np.sqrt(variance[j] + eps)
            root_dot = (variance_dot[j] + eps_dot) / (2.0 * root)
            normed = centred[i, j] / root
            normed_dot = (centred_dot[i, j] - normed * root_dot) / root
            out_dot = (
                gamma_dot[j] * normed + gamma[j] * normed_dot + beta_dot[j]
                if gamma[j] * normed + beta[j] >= 0.0
                else 0.0
            )
            out = np.maximum(gamma[j] * normed + beta[j], 0.0)
            total_2_dot += 2.0 * (out - target[i, j]) * (out_dot - target_dot[i, j])
            total_2 += (out - target[i, j]) ** 2
        total_dot += total_2_dot
        total += total_2
    return 0.5 * (total / z.shape[0]), 0.5 * total_dot / z.shape[0]
