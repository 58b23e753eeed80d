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


def erfcinv_adjoint(x, z_bar):
    z = erfcinv(x)
    return -(0.5 * math.sqrt(math.pi) * erfcx_repeated_2(0, z) / x * z_bar)


def ndtr(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def ndtr_adjoint(x, z_bar):
    w = 40.0 if abs(x) > 40.0 else x
    return math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * z_bar


def norm_pdf(x):
    """The density of the normal distribution."""
    normal_density_result = np.empty_like(x)
    for i in range(len(x)):
        z_i = x[i]
        w = 40.0 if abs(z_i) > 40.0 else z_i
        normal_density_result[i] = math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi)
    return normal_density_result


def norm_pdf_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        z_i = x[i]
        if abs(z_i) > 40.0:
            w = 40.0
        else:
            w = z_i
        exponential_bar = result_bar[i] / math.sqrt(2.0 * math.pi)
        w_bar = -w * math.exp(-0.5 * w * w) * exponential_bar
        if not abs(z_i) > 40.0:
            x_bar[i] += w_bar


def copula_of_losses_vjp(
    default, correlation, exposure, nodes, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of default, correlation, exposure and nodes of copula_of_losses,
    for the adjoint of its result.
    """
    # forward sweep: saves weights
    weights = norm_pdf(nodes)
    total = 0.0
    for i in range(len(nodes)):
        total += weights[i]
    barrier = np.empty_like(default)
    for i in range(len(default)):
        x_i = default[i]
        barrier[i] = -math.sqrt(2.0) * erfcinv(2.0 * x_i)
    root = np.sqrt(correlation)
    root_2 = np.sqrt(1.0 - correlation)
    given = np.empty((len(nodes), len(default)))
    if len(default) != len(exposure):
        raise ValueError("given and exposure have different shapes")
    term = np.empty((len(nodes), len(default)))
    weights_saved = np.empty(len(nodes))
    for i in range(len(nodes)):
        weights_saved[i] = weights[i]
        weights[i] /= total
        for j in range(len(default)):
            given[i, j] = ndtr((barrier[j] - root * nodes[i]) / root_2)
            term[i, j] = given[i, j] * (1.0 - given[i, j])
    product_3 = weights @ given
    mean = product_3 @ exposure
    product = weights @ term
    spread = 0.0
    product_2 = given @ exposure
    total_2 = 0.0
    for i in range(len(nodes)):
        total_2 += weights[i] * (product_2[i] - mean) ** 2
    q = 0.99
    root_4 = math.sqrt(2.0)
    quantile = -root_4 * erfcinv(2.0 * q)
    root_3 = root_2
    for i in range(len(default)):
        spread += product[i] * exposure[i] ** 2
    spread += total_2

    # reverse sweep
    default_bar = np.empty_like(default)
    exposure_bar = np.empty_like(exposure)
    nodes_bar = np.empty_like(nodes)
    mean_bar = result_0_bar - result_2_bar
    spread_bar = result_1_bar / (2.0 * np.sqrt(spread))
    barrier_bar = np.empty_like(barrier)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    root_3_bar = 0.0
    root_bar = 0.0
    for i in range(len(default)):
        x = (barrier[i] + root * quantile) / root_3
        vasicek = ndtr(x)
        exposure_bar[i] = vasicek * result_2_bar
        numerator_bar = ndtr_adjoint(x, exposure[i] * result_2_bar) / root_3
        barrier_bar[i] = numerator_bar
        root_bar += quantile * numerator_bar
        root_3_bar -= x * numerator_bar
        product_bar[i] = exposure[i] ** 2 * spread_bar
        exposure_bar[i] += 2.0 * exposure[i] * product[i] * spread_bar
    correlation_bar = -root_3_bar / (2.0 * root_3)
    weights_bar = np.empty_like(weights)
    product_2_bar = np.empty_like(product_2)
    for i in range(len(nodes)):
        weights_bar[i] = (product_2[i] - mean) ** 2 * spread_bar
        difference_bar = 2.0 * (product_2[i] - mean) * weights[i] * spread_bar
        product_2_bar[i] = difference_bar
        mean_bar -= difference_bar
    given_bar = np.outer(product_2_bar, exposure)
    exposure_bar += given.T @ product_2_bar
    weights_bar += term @ product_bar
    term_bar = np.outer(weights, product_bar)
    product_3_bar = exposure * mean_bar
    exposure_bar += product_3 * mean_bar
    weights_bar += given @ product_3_bar
    given_bar += np.outer(weights, product_3_bar)
    total_bar = 0.0
    root_2_bar = 0.0
    for i in range(len(nodes)):
        nodes_i_bar = 0.0
        for j in range(len(default)):
            given_bar[i, j] += (1.0 - 2.0 * given[i, j]) * term_bar[i, j]
            x = (barrier[j] - root * nodes[i]) / root_2
            numerator_bar = ndtr_adjoint(x, given_bar[i, j]) / root_2
            barrier_bar[j] += numerator_bar
            root_bar -= nodes[i] * numerator_bar
            nodes_i_bar -= root * numerator_bar
            root_2_bar -= x * numerator_bar
        nodes_bar[i] = nodes_i_bar
        weights[i] = weights_saved[i]
        numerator_bar = weights_bar[i] / total
        weights_bar[i] = numerator_bar
        total_bar -= weights[i] * numerator_bar / total
    correlation_bar += root_bar / (2.0 * root) - root_2_bar / (2.0 * root_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(default)):
        x_i = default[i]
        default_bar[i] = 2.0 * erfcinv_adjoint(2.0 * x_i, -root_4 * barrier_bar[i])
    for i in range(len(nodes)):
        weights_bar[i] += total_bar
    norm_pdf_adjoint(nodes, weights_bar, nodes_bar)
    return default_bar, correlation_bar, exposure_bar, nodes_bar
