import numpy as np


def poisson_regression_deviance_vjp(
    beta, design, counts, exposure, result_0_bar, result_1_bar
):
    """The adjoints of beta, design and exposure of poisson_regression_deviance, for
    the adjoint of its result.
    """
    # forward sweep
    if design.shape[1] != len(beta):
        raise ValueError("design and beta have different shapes")
    if len(exposure) != design.shape[0]:
        raise ValueError("exposure and design have different shapes")
    product = design @ beta
    mu = np.empty_like(exposure)
    if design.shape[0] != len(counts):
        raise ValueError("mu and counts have different shapes")
    deviance = np.empty_like(exposure)
    for i in range(design.shape[0]):
        mu[i] = exposure[i] * np.exp(product[i])
        deviance[i] = 2.0 * (mu[i] - counts[i])
    for i in range(len(counts)):
        positive = counts[i] > 0
        if positive:
            values = deviance[i] + 2.0 * counts[i] * np.log(counts[i] / mu[i])
            deviance[i] = values

    # reverse sweep
    exposure_bar = np.empty_like(exposure)
    signed_bar = result_1_bar.copy()
    deviance_bar = np.empty_like(deviance)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(design.shape[0]):
        sqrt_deviance = np.sqrt(deviance[i])
        sqrt_deviance_bar = np.sign(counts[i] - mu[i]) * signed_bar[i]
        deviance_bar[i] = result_0_bar + sqrt_deviance_bar / (2.0 * sqrt_deviance)
    mu_bar = np.zeros_like(mu)
    for i in range(len(counts)):
        positive = counts[i] > 0
        if positive:
            values_bar = deviance_bar[i]
            deviance_bar[i] = values_bar
            quotient = counts[i] / mu[i]
            quotient_bar = 2.0 * counts[i] * values_bar / quotient
            mu_bar[i] -= quotient * quotient_bar / mu[i]
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(design.shape[0]):
        exp_product = np.exp(product[i])
        mu_bar[i] += 2.0 * deviance_bar[i]
        exposure_bar[i] = exp_product * mu_bar[i]
        product_bar[i] = exp_product * exposure[i] * mu_bar[i]
    return design.T @ product_bar, np.outer(product_bar, beta), exposure_bar
