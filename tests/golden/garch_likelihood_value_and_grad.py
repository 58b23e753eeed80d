import math

import numpy as np


def garch_likelihood_value_and_grad(returns, omega, alpha, beta):
    """The value of garch_likelihood, and its gradient with respect to returns,
    omega, alpha and beta.
    """
    # forward sweep: saves variance
    quotient = omega / (1.0 - alpha - beta)
    variance = quotient
    s = 0.0
    variance_saved = np.empty(len(returns))
    for i in range(len(returns)):
        s += math.log(variance) + returns[i] ** 2 / variance
        variance_saved[i] = variance
        variance = omega + alpha * returns[i] ** 2 + beta * variance

    # reverse sweep
    returns_bar = np.zeros_like(returns)
    variance_bar = 0.0
    beta_bar = 0.0
    alpha_bar = 0.0
    omega_bar = 0.0
    for i in range(len(returns) - 1, -1, -1):
        variance = variance_saved[i]
        omega_bar += variance_bar
        alpha_bar += returns[i] ** 2 * variance_bar
        returns_bar[i] += 2.0 * returns[i] * alpha * variance_bar
        beta_bar += variance * variance_bar
        variance_bar = beta * variance_bar + 0.5 / variance
        numerator_bar = 0.5 / variance
        returns_bar[i] += 2.0 * returns[i] * numerator_bar
        variance_bar -= returns[i] ** 2 * numerator_bar / variance
    numerator_bar = variance_bar / (1.0 - alpha - beta)
    alpha_bar += quotient * numerator_bar
    beta_bar += quotient * numerator_bar
    return 0.5 * s, returns_bar, omega_bar + numerator_bar, alpha_bar, beta_bar
