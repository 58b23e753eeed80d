import math


def garch_likelihood_jvp(
    returns, omega, alpha, beta, returns_dot, omega_dot, alpha_dot, beta_dot
):
    """The value of garch_likelihood, and its derivative in the direction
    returns_dot, omega_dot, alpha_dot, beta_dot.
    """
    variance = omega / (1.0 - alpha - beta)
    factor = omega_dot - variance * (-alpha_dot - beta_dot)
    variance_dot = factor / (1.0 - alpha - beta)
    s_dot = 0.0
    s = 0.0
    for i in range(len(returns)):
        quotient = returns[i] ** 2 / variance
        factor_2 = 2.0 * returns[i] * returns_dot[i] - quotient * variance_dot
        quotient_dot = factor_2 / variance
        s_dot += variance_dot / variance + quotient_dot
        s += math.log(variance) + quotient
        variance_dot = (
            omega_dot
            + (alpha_dot * returns[i] ** 2 + 2.0 * alpha * returns[i] * returns_dot[i])
            + (beta_dot * variance + beta * variance_dot)
        )
        variance = omega + alpha * returns[i] ** 2 + beta * variance
    return 0.5 * s, 0.5 * s_dot
