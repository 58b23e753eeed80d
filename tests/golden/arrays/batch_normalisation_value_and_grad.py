import numpy as np


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[j] += a[i, j]
    return out


def mean(a):
    """The mean of the elements over some axes."""
    number = a.shape[0]
    summed_result = summed(a)
    values = np.empty_like(summed_result)
    for i in range(len(summed_result)):
        values[i] = summed_result[i] / number
    return values


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[j]


def mean_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[0]
    summed_result = summed(a)

    # reverse sweep
    values_bar = result_bar.copy()
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(len(summed_result)):
        summed_result_bar[i] += values_bar[i] / number
    summed_adjoint(a, summed_result_bar, a_bar)


def batch_normalisation_value_and_grad(x, weights, gamma, beta, target, eps):
    """The value of batch_normalisation, and its gradient with respect to x, weights,
    gamma, beta, target and eps.
    """
    # forward sweep
    if x.shape[1] != weights.shape[0]:
        raise ValueError("x and weights have different shapes")
    z = np.dot(x, weights)
    mean_result = mean(z)
    if z.shape[1] != len(mean_result):
        raise ValueError("z and mean_result have different shapes")
    centred = np.empty_like(z)
    square_centred = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred[i, j] = z[i, j] - mean_result[j]
            square_centred[i, j] = np.square(centred[i, j])
    variance = mean(square_centred)
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
    total = 0.0

    # reverse sweep
    gamma_bar = np.zeros_like(gamma)
    beta_bar = np.zeros_like(beta)
    target_bar = np.zeros_like(target)
    total_bar = 0.5 / z.shape[0]
    centred_bar = np.zeros_like(centred)
    variance_bar = np.zeros_like(variance)

    # forward and reverse in one sweep: the iterations are independent
    eps_bar = 0.0
    for i in range(z.shape[0]):
        total_2 = 0.0
        for j in range(z.shape[1]):
            root = np.sqrt(variance[j] + eps)
            normed = centred[i, j] / root
            out = np.maximum(gamma[j] * normed + beta[j], 0.0)
            total_2 += (out - target[i, j]) ** 2
            difference_bar = 2.0 * (out - target[i, j]) * total_bar
            target_bar[i, j] -= difference_bar
            sum_bar = difference_bar if gamma[j] * normed + beta[j] >= 0.0 else 0.0
            gamma_bar[j] += normed * sum_bar
            beta_bar[j] += sum_bar
            numerator_bar = gamma[j] * sum_bar / root
            centred_bar[i, j] += numerator_bar
            sum_bar = -normed * numerator_bar / (2.0 * root)
            variance_bar[j] += sum_bar
            eps_bar += sum_bar
        total += total_2
    value = 0.5 * (total / z.shape[0])
    square_centred_bar = np.zeros_like(square_centred)
    mean_adjoint(square_centred, variance_bar, square_centred_bar)
    z_bar = np.zeros_like(z)
    mean_result_bar = np.zeros_like(mean_result)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            centred_bar[i, j] += 2.0 * centred[i, j] * square_centred_bar[i, j]
            z_bar[i, j] += centred_bar[i, j]
            mean_result_bar[j] -= centred_bar[i, j]
    mean_adjoint(z, mean_result_bar, z_bar)
    x_bar = np.dot(z_bar, weights.T)
    weights_bar = np.dot(x.T, z_bar)
    return value, x_bar, weights_bar, gamma_bar, beta_bar, target_bar, eps_bar
