import numpy as np


def poisson_regression_deviance_jvp(
    beta, design, counts, exposure, beta_dot, design_dot, exposure_dot
):
    """The value of poisson_regression_deviance, and its derivative in the direction
    beta_dot, design_dot, exposure_dot.
    """
    if design.shape[1] != len(beta):
        raise ValueError("design and beta have different shapes")
    if len(exposure) != design.shape[0]:
        raise ValueError("exposure and design have different shapes")
    product_dot = design_dot @ beta + design @ beta_dot
    product = design @ beta
    mu_dot = np.empty_like(exposure)
    mu = np.empty_like(exposure)
    if design.shape[0] != len(counts):
        raise ValueError("mu and counts have different shapes")
    deviance_dot = np.empty_like(exposure)
    deviance = np.empty_like(exposure)
    for i in range(design.shape[0]):
        exp_product = np.exp(product[i])
        exp_product_dot = exp_product * product_dot[i]
        mu_dot[i] = exposure_dot[i] * exp_product + exposure[i] * exp_product_dot
        mu[i] = exposure[i] * exp_product
        deviance_dot[i] = 2.0 * mu_dot[i]
        deviance[i] = 2.0 * (mu[i] - counts[i])
    for i in range(len(counts)):
        positive = counts[i] > 0
        if positive:
            quotient = counts[i] / mu[i]
            log_quotient_dot = -quotient * mu_dot[i] / mu[i] / quotient
            deviance_dot[i] = deviance_dot[i] + 2.0 * counts[i] * log_quotient_dot
            deviance[i] = deviance[i] + 2.0 * counts[i] * np.log(quotient)
    signed_dot = np.empty_like(exposure)
    signed = np.empty_like(exposure)
    total_dot = 0.0
    total = 0.0
    for i in range(design.shape[0]):
        sqrt_deviance = np.sqrt(deviance[i])
        sqrt_deviance_dot = deviance_dot[i] / (2.0 * sqrt_deviance)
        signed_dot[i] = np.sign(counts[i] - mu[i]) * sqrt_deviance_dot
        signed[i] = np.sign(counts[i] - mu[i]) * sqrt_deviance
        total_dot += deviance_dot[i]
        total += deviance[i]
    return total, signed, total_dot, signed_dot
