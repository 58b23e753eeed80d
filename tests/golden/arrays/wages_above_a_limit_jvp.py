import math

import numpy as np


def column_stack_tangent(tup_0, tup_1, tup_1_dot):
    """column_stack and its tangent."""
    arrays_0 = tup_0[:, None]
    arrays_1_dot = tup_1_dot[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole_dot[:, start:] = arrays_1_dot
    whole[:, start:] = arrays_1
    return whole, whole_dot


def standard_tangent(x, loc, scale, x_dot, loc_dot, scale_dot):
    """standard and its tangent."""
    if x.shape != loc.shape:
        raise ValueError("x and loc have different shapes")
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")
    moved_result_dot = np.zeros_like(x)
    moved_result = np.empty_like(x)
    for i in range(len(x)):
        x_i_dot = x_dot[i]
        x_i = x[i]
        loc_i_dot = loc_dot[i]
        loc_i = loc[i]
        scale_i_dot = scale_dot[i]
        scale_i = scale[i]
        if scale_i > 0.0:
            quotient = (x_i - loc_i) / scale_i
            quotient_dot = (x_i_dot - loc_i_dot - quotient * scale_i_dot) / scale_i
            moved_result_dot[i] = quotient_dot
            moved_result[i] = quotient
        else:
            moved_result_dot[i] = 0.0
            moved_result[i] = math.nan
    return moved_result, moved_result_dot


def norm_logpdf_tangent(x, loc, scale, x_dot, loc_dot, scale_dot):
    """norm_logpdf and its tangent."""
    z, z_dot = standard_tangent(x, loc, scale, x_dot, loc_dot, scale_dot)
    out_dot = np.zeros_like(z)
    out = np.empty_like(z)
    for i in range(len(scale)):
        z_i_dot = z_dot[i]
        z_i = z[i]
        normal_log_density_result_dot = -0.5 * z_i_dot * z_i - 0.5 * z_i * z_i_dot
        out_dot[i] = normal_log_density_result_dot - scale_dot[i] / scale[i]
        out[i] = -0.5 * z_i * z_i - 0.5 * math.log(2.0 * math.pi) - np.log(scale[i])
    return out, out_dot


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


def log_ndtr_tangent(x, x_dot):
    z = log_ndtr(x)
    return z, math.sqrt(2.0 / math.pi) / erfcx_repeated(0, -x / math.sqrt(2.0)) * x_dot


def standard_2_tangent(x, loc, scale, x_dot, loc_dot, scale_dot):
    """standard_2 and its tangent."""
    if loc.shape != scale.shape:
        raise ValueError("loc and scale have different shapes")
    moved_result_dot = np.zeros_like(loc)
    moved_result = np.empty_like(loc)
    for i in range(len(loc)):
        loc_i_dot = loc_dot[i]
        loc_i = loc[i]
        scale_i_dot = scale_dot[i]
        scale_i = scale[i]
        if scale_i > 0.0:
            quotient = (x - loc_i) / scale_i
            moved_result_dot[i] = (x_dot - loc_i_dot - quotient * scale_i_dot) / scale_i
            moved_result[i] = quotient
        else:
            moved_result_dot[i] = 0.0
            moved_result[i] = math.nan
    return moved_result, moved_result_dot


def norm_logsf_tangent(x, loc, scale, x_dot, loc_dot, scale_dot):
    """norm_logsf and its tangent."""
    standard_2_result, standard_2_result_dot = standard_2_tangent(
        x, loc, scale, x_dot, loc_dot, scale_dot
    )
    log_ndtr_result_dot = np.zeros(len(scale))
    log_ndtr_result = np.empty(len(scale))
    for i in range(len(scale)):
        x_2_dot = -standard_2_result_dot[i]
        x_2 = -standard_2_result[i]
        log_ndtr_result[i], log_ndtr_result_dot[i] = log_ndtr_tangent(x_2, x_2_dot)
    return log_ndtr_result, log_ndtr_result_dot


def wages_above_a_limit_jvp(
    beta,
    gamma,
    schooling,
    wages,
    limit,
    beta_dot,
    gamma_dot,
    schooling_dot,
    wages_dot,
    limit_dot,
):
    """The value of wages_above_a_limit, and its derivative in the direction
    beta_dot, gamma_dot, schooling_dot, wages_dot, limit_dot.
    """
    design, design_dot = column_stack_tangent(
        np.ones_like(schooling), schooling, schooling_dot
    )
    if design.shape[1] != len(beta):
        raise ValueError("design and beta have different shapes")
    middle_dot = design_dot @ beta + design @ beta_dot
    middle = design @ beta
    if design.shape[1] != len(gamma):
        raise ValueError("design and gamma have different shapes")
    product_dot = design_dot @ gamma + design @ gamma_dot
    product = design @ gamma
    scatter_dot = np.empty_like(product)
    scatter = np.empty_like(product)
    for i in range(design.shape[0]):
        exp_product = np.exp(product[i])
        scatter_dot[i] = exp_product * product_dot[i]
        scatter[i] = exp_product
    seen, seen_dot = norm_logpdf_tangent(
        wages, middle, scatter, wages_dot, middle_dot, scatter_dot
    )
    above, above_dot = norm_logsf_tangent(
        limit, middle, scatter, limit_dot, middle_dot, scatter_dot
    )
    if len(wages) != design.shape[0]:
        raise ValueError("at_limit and above have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(wages)):
        at_limit = wages[i] > limit
        if at_limit:
            choice_dot = above_dot[i]
            choice = above[i]
        else:
            choice_dot = seen_dot[i]
            choice = seen[i]
        total_dot += choice_dot
        total += choice
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(design.shape[1]):
        total_2_dot += 0.5 * gamma_dot[i] * gamma[i] + 0.5 * gamma[i] * gamma_dot[i]
        total_2 += 0.5 * gamma[i] * gamma[i]
    return total - total_2, total_dot - total_2_dot
