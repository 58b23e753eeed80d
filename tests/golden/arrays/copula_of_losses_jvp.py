import math

import numpy as np


def exp_square(scale, x):
    """exp(scale * x**2), the square in parts so that its rounding is not magnified."""
    if not abs(x) < 40.0:
        result = math.exp(scale * x * x)
    else:
        high = math.floor(16.0 * x) / 16.0
        factor = math.exp(scale * (x - high) * (x + high))
        result = math.exp(scale * high * high) * factor
    return result


def erfcx_repeated(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def erfcinv_tail(x):
    """The inverse of erfc below 0.5, by Newton's method for its logarithm."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    else:
        log_x = math.log(x)
        z = math.sqrt(max(0.2, -log_x - 0.5 * math.log(-math.pi * log_x)))
        for _ in range(6):
            scaled = erfcx_repeated(0, z)
            z += 0.5 * math.sqrt(math.pi) * scaled * (math.log(scaled) - z * z - log_x)
        result = z
    return result


def erfinv_middle(x):
    """The inverse of erf between -0.5 and 0.5, by Newton's method."""
    z = 0.5 * math.sqrt(math.pi) * x
    for _ in range(5):
        z -= 0.5 * math.sqrt(math.pi) * math.exp(z * z) * (math.erf(z) - x)
    return z


def erfcinv(x):
    """The inverse of the complementary error function: scipy.special.erfcinv(x)."""
    if x < 0.5:
        result = erfcinv_tail(x)
    elif x > 1.5:
        result = -erfcinv_tail(2.0 - x)
    else:
        result = erfinv_middle(1.0 - x)
    return result


def erfcx_repeated_2(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def erfcinv_tangent(x, x_dot):
    z = erfcinv(x)
    return z, -0.5 * math.sqrt(math.pi) * erfcx_repeated_2(0, z) / x * x_dot


def ndtr(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def ndtr_tangent(x, x_dot):
    z = ndtr(x)
    w = 40.0 if abs(x) > 40.0 else x
    return z, math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * x_dot


def norm_pdf_tangent(x, x_dot):
    """norm_pdf and its tangent."""
    normal_density_result_dot = np.empty_like(x)
    normal_density_result = np.empty_like(x)
    for i in range(len(x)):
        z_i_dot = x_dot[i]
        z_i = x[i]
        if abs(z_i) > 40.0:
            w_dot = 0.0
            w = 40.0
        else:
            w_dot = z_i_dot
            w = z_i
        exponential = math.exp(-0.5 * w * w)
        root = math.sqrt(2.0 * math.pi)
        quotient_dot = exponential * (-0.5 * w_dot * w - 0.5 * w * w_dot) / root
        normal_density_result_dot[i] = quotient_dot
        normal_density_result[i] = exponential / root
    return normal_density_result, normal_density_result_dot


def copula_of_losses_jvp(
    default,
    correlation,
    exposure,
    nodes,
    default_dot,
    correlation_dot,
    exposure_dot,
    nodes_dot,
):
    """The value of copula_of_losses, and its derivative in the direction
    default_dot, correlation_dot, exposure_dot, nodes_dot.
    """
    weights, weights_dot = norm_pdf_tangent(nodes, nodes_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(nodes)):
        total_dot += weights_dot[i]
        total += weights[i]
    barrier_dot = np.empty_like(default)
    barrier = np.empty_like(default)
    for i in range(len(default)):
        x_i_dot = default_dot[i]
        x_i = default[i]
        erfcinv_result, erfcinv_result_dot = erfcinv_tangent(2.0 * x_i, 2.0 * x_i_dot)
        root = math.sqrt(2.0)
        barrier_dot[i] = -root * erfcinv_result_dot
        barrier[i] = -root * erfcinv_result
    root = np.sqrt(correlation)
    root_dot = correlation_dot / (2.0 * root)
    root_2 = np.sqrt(1.0 - correlation)
    root_2_dot = -correlation_dot / (2.0 * root_2)
    given_dot = np.zeros((len(nodes), len(default)))
    given = np.empty((len(nodes), len(default)))
    if len(default) != len(exposure):
        raise ValueError("given and exposure have different shapes")
    term_dot = np.empty((len(nodes), len(default)))
    term = np.empty((len(nodes), len(default)))
    for i in range(len(nodes)):
        weights_dot[i] = (weights_dot[i] - weights[i] * total_dot / total) / total
        weights[i] /= total
        for j in range(len(default)):
            x = (barrier[j] - root * nodes[i]) / root_2
            factor = (
                barrier_dot[j]
                - (root_dot * nodes[i] + root * nodes_dot[i])
                - x * root_2_dot
            )
            x_dot = factor / root_2
            given[i, j], given_dot[i, j] = ndtr_tangent(x, x_dot)
            term_2 = given_dot[i, j] * (1.0 - given[i, j])
            term_dot[i, j] = term_2 - given[i, j] * given_dot[i, j]
            term[i, j] = given[i, j] * (1.0 - given[i, j])
    product_dot = weights_dot @ given + weights @ given_dot
    product = weights @ given
    mean_dot = product_dot @ exposure + product @ exposure_dot
    mean = product @ exposure
    product_dot = weights_dot @ term + weights @ term_dot
    product = weights @ term
    spread_dot = 0.0
    spread = 0.0
    product_2_dot = given_dot @ exposure + given @ exposure_dot
    product_2 = given @ exposure
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(nodes)):
        term_3 = (
            2.0 * weights[i] * (product_2[i] - mean) * (product_2_dot[i] - mean_dot)
        )
        total_2_dot += weights_dot[i] * (product_2[i] - mean) ** 2 + term_3
        total_2 += weights[i] * (product_2[i] - mean) ** 2
    q = 0.99
    quantile = -math.sqrt(2.0) * erfcinv(2.0 * q)
    root_3 = root_2
    root_3_dot = -correlation_dot / (2.0 * root_3)
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(default)):
        term_4 = 2.0 * product[i] * exposure[i] * exposure_dot[i]
        spread_dot += product_dot[i] * exposure[i] ** 2 + term_4
        spread += product[i] * exposure[i] ** 2
        x = (barrier[i] + root * quantile) / root_3
        x_dot = (barrier_dot[i] + root_dot * quantile - x * root_3_dot) / root_3
        vasicek, vasicek_dot = ndtr_tangent(x, x_dot)
        total_3_dot += vasicek_dot * exposure[i] + vasicek * exposure_dot[i]
        total_3 += vasicek * exposure[i]
    spread_dot += total_2_dot
    spread += total_2
    value_1 = np.sqrt(spread)
    value_1_dot = spread_dot / (2.0 * value_1)
    value_2 = total_3 - mean
    return mean, value_1, value_2, mean_dot, value_1_dot, total_3_dot - mean_dot
