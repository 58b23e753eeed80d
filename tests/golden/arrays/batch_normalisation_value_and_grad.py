import numpy as np


def batch_normalisation_value_and_grad(x, weights, gamma, beta, target, eps):
    """The value of batch_normalisation, and its gradient with respect to x, weights,
    gamma, beta, target and eps.
    """
    # forward sweep
    if x.shape[1] != weights.shape[0]:
        raise ValueError("x and weights have different shapes")
    z = np.dot(x, weights)
    total = np.zeros(z.shape[1])
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            total[j] += z[i, j]
    values = np.empty(z.shape[1])
    for i in range(z.shape[1]):
        values[i] = total[i] / z.shape[0]
    centred = np.empty_like(z)
    total_2 = np.zeros(z.shape[1])
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred[i, j] = z[i, j] - values[j]
            total_2[j] += np.square(centred[i, j])
    variance = np.empty(z.shape[1])
    for i in range(z.shape[1]):
        variance[i] = total_2[i] / z.shape[0]
    if len(gamma) != z.shape[1]:
        raise ValueError("gamma and normed have different shapes")
    if z.shape[1] != len(beta):
        raise ValueError("normed and beta have different shapes")
    if z.shape[0] != target.shape[0]:
        raise ValueError("out and target have different shapes")
    if z.shape[1] != target.shape[1]:
        raise ValueError("out and target have different shapes")
    total_3 = 0.0

    # reverse sweep
    gamma_bar = np.zeros_like(gamma)
    beta_bar = np.zeros_like(beta)
    target_bar = np.empty_like(target)
    total_3_bar = 0.5 / z.shape[0]
    centred_bar = np.empty_like(centred)
    variance_bar = np.zeros_like(variance)

    # forward and reverse in one sweep: the iterations are independent
    eps_bar = 0.0
    for i in range(z.shape[0]):
        total_4 = 0.0
        for j in range(z.shape[1]):
            root = np.sqrt(variance[j] + eps)
            normed = centred[i, j] / root
            out = np.maximum(gamma[j] * normed + beta[j], 0.0)
            total_4 += (out - target[i, j]) ** 2
            difference_bar = 2.0 * (out - target[i, j]) * total_3_bar
            target_bar[i, j] = -difference_bar
            sum_bar = difference_bar if gamma[j] * normed + beta[j] >= 0.0 else 0.0
            gamma_bar[j] += normed * sum_bar
            beta_bar[j] += sum_bar
            numerator_bar = gamma[j] * sum_bar / root
            centred_bar[i, j] = numerator_bar
            sum_bar = -normed * numerator_bar / (2.0 * root)
            variance_bar[j] += sum_bar
            eps_bar += sum_bar
        total_3 += total_4
    value = 0.5 * (total_3 / z.shape[0])
    total_2_bar = np.empty_like(total_2)
    for i in range(z.shape[1]):
        total_2_bar[i] = variance_bar[i] / z.shape[0]
    z_bar = np.empty_like(z)
    values_bar = np.zeros_like(values)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred_bar[i, j] += 2.0 * centred[i, j] * total_2_bar[j]
            z_bar[i, j] = centred_bar[i, j]
            values_bar[j] -= centred_bar[i, j]
    total_bar = np.empty_like(total)
    for i in range(z.shape[1]):
        total_bar[i] = values_bar[i] / z.shape[0]
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z_bar[i, j] += total_bar[j]
    x_bar = np.dot(z_bar, weights.T)
    weights_bar = np.dot(x.T, z_bar)
    return value, x_bar, weights_bar, gamma_bar, beta_bar, target_bar, eps_bar
