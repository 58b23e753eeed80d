import math

import numpy as np


def column_stack(tup_0, tup_1):
    """Vectors as the columns of a matrix, matrices beside them."""
    arrays_0 = tup_0[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole[:, start:] = arrays_1
    return whole


def column_stack_adjoint(tup_0, tup_1, result_bar, tup_1_bar):
    """The adjoint of tup_1 is added to tup_1_bar."""
    # forward sweep
    arrays_0 = tup_0[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]

    # reverse sweep
    arrays_1_bar = tup_1_bar[:, None]
    arrays_1_bar += np.expand_dims(np.sum(result_bar[:, start:], axis=1), 1)


def standard(x, loc, scale):
    """The same, which is the argument itself of the distribution at 0 of scale 1."""
    if x.shape != loc.shape:
        raise ValueError("x and loc have different shapes")
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")
    moved_result = np.empty_like(x)
    for i in range(len(x)):
        x_i = x[i]
        loc_i = loc[i]
        scale_i = scale[i]
        moved_result[i] = (x_i - loc_i) / scale_i if scale_i > 0.0 else math.nan
    return moved_result


def norm_logpdf(x, loc, scale):
    """The logarithm of the density of the normal distribution."""
    z = standard(x, loc, scale)
    out = np.empty_like(z)
    for i in range(len(scale)):
        z_i = z[i]
        normal_log_density_result = -0.5 * z_i * z_i - 0.5 * math.log(2.0 * math.pi)
        out[i] = normal_log_density_result - np.log(scale[i])
    return out


def standard_adjoint(x, loc, scale, result_bar, x_bar, loc_bar, scale_bar):
    """The adjoint of x, loc and scale is added to x_bar, loc_bar, scale_bar."""
    # forward sweep
    if x.shape != loc.shape:
        raise ValueError("x and loc have different shapes")
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        x_i = x[i]
        loc_i = loc[i]
        scale_i = scale[i]
        if scale_i > 0.0:
            numerator_bar = result_bar[i] / scale_i
            loc_bar[i] -= numerator_bar
            scale_bar[i] += (loc_i - x_i) * numerator_bar / scale_i
            x_bar[i] += numerator_bar


def norm_logpdf_adjoint(x, loc, scale, result_bar, x_bar, loc_bar, scale_bar):
    """The adjoint of x, loc and scale is added to x_bar, loc_bar, scale_bar."""
    # forward sweep
    z = standard(x, loc, scale)

    # reverse sweep
    z_bar = np.empty_like(z)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(scale)):
        z_i = z[i]
        scale_bar[i] -= result_bar[i] / scale[i]
        z_bar[i] = -z_i * result_bar[i]
    standard_adjoint(x, loc, scale, z_bar, x_bar, loc_bar, scale_bar)


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


def log_ndtr(x):
    """The logarithm of the distribution function of the normal distribution:
    scipy.special.log_ndtr(x).
    """
    scaled = erfcx_repeated(0, abs(x) / math.sqrt(2.0))
    if x < -1.0:
        result = math.log(0.5 * scaled) - 0.5 * x * x
    elif x > 1.0:
        result = math.log1p(-0.5 * exp_square(-0.5, x) * scaled)
    else:
        result = math.log1p(-0.5 * math.erfc(x / math.sqrt(2.0)))
    return result


def standard_2(x, loc, scale):
    """The same, which is the argument itself of the distribution at 0 of scale 1."""
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")
    moved_result = np.empty_like(loc)
    for i in range(len(loc)):
        loc_i = loc[i]
        scale_i = scale[i]
        moved_result[i] = (x - loc_i) / scale_i if scale_i > 0.0 else math.nan
    return moved_result


def norm_logsf(x, loc, scale):
    """The logarithm of the probability of more under the normal distribution."""
    standard_2_result = standard_2(x, loc, scale)
    log_ndtr_result = np.empty(len(scale))
    for i in range(len(scale)):
        x_2 = -standard_2_result[i]
        log_ndtr_result[i] = log_ndtr(x_2)
    return log_ndtr_result


def log_ndtr_adjoint(x, z_bar):
    return math.sqrt(2.0 / math.pi) / erfcx_repeated(0, -x / math.sqrt(2.0)) * z_bar


def standard_2_adjoint(x, loc, scale, result_bar, loc_bar, scale_bar):
    """The adjoint of x in standard_2; the adjoint of loc and scale is added to
    loc_bar, scale_bar.
    """
    # forward sweep
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    x_bar = 0.0
    for i in range(len(loc)):
        loc_i = loc[i]
        scale_i = scale[i]
        if scale_i > 0.0:
            numerator_bar = result_bar[i] / scale_i
            x_bar += numerator_bar
            loc_bar[i] -= numerator_bar
            scale_bar[i] += (loc_i - x) * numerator_bar / scale_i
    return x_bar


def norm_logsf_adjoint(x, loc, scale, result_bar, loc_bar, scale_bar):
    """The adjoint of x in norm_logsf; the adjoint of loc and scale is added to
    loc_bar, scale_bar.
    """
    # forward sweep
    standard_2_result = standard_2(x, loc, scale)

    # reverse sweep
    standard_2_result_bar = np.empty_like(standard_2_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(scale)):
        x_2 = -standard_2_result[i]
        standard_2_result_bar[i] = -log_ndtr_adjoint(x_2, result_bar[i])
    x_bar = standard_2_adjoint(x, loc, scale, standard_2_result_bar, loc_bar, scale_bar)
    return x_bar


def wages_above_a_limit_value_and_grad(beta, gamma, schooling, wages, limit):
    """The value of wages_above_a_limit, and its gradient with respect to beta,
    gamma, schooling, wages and limit.
    """
    # forward sweep
    design = column_stack(np.ones_like(schooling), schooling)
    if design.shape[1] != len(beta):
        raise ValueError("design and beta have different shapes")
    middle = design @ beta
    if design.shape[1] != len(gamma):
        raise ValueError("design and gamma have different shapes")
    product = design @ gamma
    scatter = np.empty_like(product)
    for i in range(design.shape[0]):
        scatter[i] = np.exp(product[i])
    seen = norm_logpdf(wages, middle, scatter)
    above = norm_logsf(limit, middle, scatter)
    if len(wages) != design.shape[0]:
        raise ValueError("at_limit and above have different shapes")
    total = 0.0
    total_2 = 0.0
    for i in range(design.shape[1]):
        total_2 += 0.5 * gamma[i] * gamma[i]

    # reverse sweep
    gamma_bar = np.empty_like(gamma)
    schooling_bar = np.zeros_like(schooling)
    wages_bar = np.zeros_like(wages)
    for i in range(design.shape[1]):
        gamma_bar[i] = -gamma[i]
    seen_bar = np.zeros_like(seen)
    above_bar = np.zeros_like(above)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(wages)):
        at_limit = wages[i] > limit
        if at_limit:
            choice = above[i]
            above_bar[i] += 1.0
        else:
            choice = seen[i]
            seen_bar[i] += 1.0
        total += choice
    value = total - total_2
    middle_bar = np.zeros_like(middle)
    scatter_bar = np.zeros_like(scatter)
    limit_bar = norm_logsf_adjoint(
        limit, middle, scatter, above_bar, middle_bar, scatter_bar
    )
    norm_logpdf_adjoint(
        wages, middle, scatter, seen_bar, wages_bar, middle_bar, scatter_bar
    )
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(design.shape[0]):
        product_bar[i] = scatter[i] * scatter_bar[i]
    design_bar = np.outer(product_bar, gamma)
    gamma_bar += design.T @ product_bar
    design_bar += np.outer(middle_bar, beta)
    beta_bar = design.T @ middle_bar
    column_stack_adjoint(np.ones_like(schooling), schooling, design_bar, schooling_bar)
    return value, beta_bar, gamma_bar, schooling_bar, wages_bar, limit_bar
