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
    positive = np.empty(len(counts), dtype=np.bool_)
    for i in range(len(counts)):
        positive[i] = counts[i] > 0
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
    places = np.flatnonzero(positive)
    for i in range(len(places)):
        quotient = counts[places[i]] / mu[places[i]]
        log_quotient_dot = -quotient * mu_dot[places[i]] / mu[places[i]] / quotient
        term = 2.0 * counts[places[i]] * log_quotient_dot
        values_dot = deviance_dot[places[i]] + term
        values = deviance[places[i]] + 2.0 * counts[places[i]] * np.log(quotient)
        deviance_dot[places[i]] = values_dot
        deviance[places[i]] = values
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
