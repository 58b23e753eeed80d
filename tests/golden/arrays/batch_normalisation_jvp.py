import numpy as np


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
    total_dot = np.zeros(z.shape[1])
    total = np.zeros(z.shape[1])
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            total_dot[j] += z_dot[i, j]
            total[j] += z[i, j]
    values_dot = np.empty(z.shape[1])
    values = np.empty(z.shape[1])
    for i in range(z.shape[1]):
        values_dot[i] = total_dot[i] / z.shape[0]
        values[i] = total[i] / z.shape[0]
    centred_dot = np.empty_like(z)
    centred = np.empty_like(z)
    total_2_dot = np.zeros(z.shape[1])
    total_2 = np.zeros(z.shape[1])
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred_dot[i, j] = z_dot[i, j] - values_dot[j]
            centred[i, j] = z[i, j] - values[j]
            total_2_dot[j] += 2.0 * centred[i, j] * centred_dot[i, j]
            total_2[j] += np.square(centred[i, j])
    variance_dot = np.empty(z.shape[1])
    variance = np.empty(z.shape[1])
    for i in range(z.shape[1]):
        variance_dot[i] = total_2_dot[i] / z.shape[0]
        variance[i] = total_2[i] / z.shape[0]
    if len(gamma) != z.shape[1]:
        raise ValueError("gamma and normed have different shapes")
    if z.shape[1] != len(beta):
        raise ValueError("normed and beta have different shapes")
    if z.shape[0] != target.shape[0]:
        raise ValueError("out and target have different shapes")
    if z.shape[1] != target.shape[1]:
        raise ValueError("out and target have different shapes")
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(z.shape[0]):
        total_4_dot = 0.0
        total_4 = 0.0
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
            total_4_dot += 2.0 * (out - target[i, j]) * (out_dot - target_dot[i, j])
            total_4 += (out - target[i, j]) ** 2
        total_3_dot += total_4_dot
        total_3 += total_4
    return 0.5 * (total_3 / z.shape[0]), 0.5 * total_3_dot / z.shape[0]
