import math

import numpy as np


def integral_tangent(y, x, y_dot, x_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        term = (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total_dot += (x_dot[i + 1] - x_dot[i]) * (y[i] + y[i + 1]) + term
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def along_axis_tangent(places, a, places_dot, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = integral_tangent(a_i, places, a_i_dot, places_dot)
    return values, values_dot


def exp1(x):
    """The exponential integral E1 of a positive number: scipy.special.exp1(x)."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    elif x <= 1.0:
        term = -1.0
        total = 0.0
        for k in range(1, 25):
            term *= -x / k
            total += term / k
        result = total - math.log(x) - np.euler_gamma
    else:
        below = x
        for k in range(40 + int(100.0 / x), 0, -1):
            below = x + k / (1.0 + k / below)
        result = math.exp(-x) / below if x < math.inf else 0.0
    return result


def exp1_tangent(x, x_dot):
    z = exp1(x)
    return z, -math.exp(-x) / x * x_dot


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_tangent(a, b, rcond, a_dot, b_dot):
    z = least_squares(a, b, rcond)
    product = a_dot @ z
    product_2 = a @ z
    term_3 = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term_3[i, j] = b[i, 0] - product_2[i, j]
    product_3 = pseudoinverse(a).T @ (a_dot.T @ term_3)
    term_2 = np.empty((b_dot.shape[0], z.shape[1]))
    for i in range(b_dot.shape[0]):
        for j in range(z.shape[1]):
            term_2[i, j] = b_dot[i, 0] - product[i, j] + product_3[i, j]
    product_4 = pseudoinverse(a) @ term_2
    product_5 = pseudoinverse(a) @ (a @ a_dot.T)
    term_4 = np.empty((a_dot.shape[1], a_dot.shape[0]))
    for i in range(a_dot.shape[1]):
        for j in range(a_dot.shape[0]):
            term_4[i, j] = a_dot[j, i] - product_5[i, j]
    product_6 = term_4 @ (pseudoinverse(a).T @ z)
    term = np.empty_like(product_4)
    for i in range(product_4.shape[0]):
        for j in range(product_4.shape[1]):
            term[i, j] = product_4[i, j] + product_6[i, j]
    return z, term


def polyfit_tangent(x, y, x_dot, y_dot):
    """polyfit and its tangent."""
    powers_dot = np.zeros((len(x), 2))
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers_dot[i, 1] = 0.0
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers_dot[i, k] = x_dot[i] * powers[i, k + 1] + x[i] * powers_dot[i, k + 1]
            powers[i, k] = x[i] * powers[i, k + 1]
    total_dot = np.zeros(2)
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            term = powers[i, j] * powers_dot[i, j]
            total_dot[j] += powers_dot[i, j] * powers[i, j] + term
            total[j] += powers[i, j] * powers[i, j]
    scale_dot = np.empty(2)
    scale = np.empty(2)
    for i in range(2):
        sqrt_total = np.sqrt(total[i])
        scale_dot[i] = total_dot[i] / (2.0 * sqrt_total)
        scale[i] = sqrt_total
    wide_dot = y_dot[:, None]
    wide = y[:, None]
    quotient_dot = np.empty_like(powers)
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient_2 = powers[i, j] / scale[j]
            quotient_2_dot = (powers_dot[i, j] - quotient_2 * scale_dot[j]) / scale[j]
            quotient_dot[i, j] = quotient_2_dot
            quotient[i, j] = quotient_2
    found, found_dot = least_squares_tangent(
        quotient, wide, len(x) * 2.0**-52, quotient_dot, wide_dot
    )
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out_dot = np.empty(2)
    out = np.empty(2)
    for i in range(2):
        quotient_2 = found[i, 0] / scale[i]
        out_dot[i] = (found_dot[i, 0] - quotient_2 * scale_dot[i]) / scale[i]
        out[i] = quotient_2
    return out, out_dot


def light_from_a_dust_shell_jvp(
    depth,
    source,
    temperature,
    cosine,
    depth_dot,
    source_dot,
    temperature_dot,
    cosine_dot,
):
    """The value of light_from_a_dust_shell, and its derivative in the direction
    depth_dot, source_dot, temperature_dot, cosine_dot.
    """
    if len(source) != len(depth):
        raise ValueError("source and exp1_result have different shapes")
    y_dot = np.empty_like(source)
    y = np.empty_like(source)
    y_2_dot = np.empty_like(source)
    y_2 = np.empty_like(source)
    y_3_dot = np.empty((len(cosine), len(depth)))
    y_3 = np.empty((len(cosine), len(depth)))
    for i in range(len(cosine)):
        for j in range(len(depth)):
            quotient_2 = -depth[j] / cosine[i]
            quotient_2_dot = (-depth_dot[j] - quotient_2 * cosine_dot[i]) / cosine[i]
            exp_quotient = np.exp(quotient_2)
            exp_quotient_dot = exp_quotient * quotient_2_dot
            quotient_2 = source[j] * exp_quotient / cosine[i]
            factor = (
                source_dot[j] * exp_quotient
                + source[j] * exp_quotient_dot
                - quotient_2 * cosine_dot[i]
            )
            quotient_2_dot = factor / cosine[i]
            y_3_dot[i, j] = quotient_2_dot
            y_3[i, j] = quotient_2
    grey_dot = np.empty_like(depth)
    grey = np.empty_like(depth)
    for i in range(len(depth)):
        exp1_result, exp1_result_dot = exp1_tangent(depth[i], depth_dot[i])
        y_dot[i] = source_dot[i] * exp1_result + source[i] * exp1_result_dot
        y[i] = source[i] * exp1_result
        exp1_result, exp1_result_dot = exp1_tangent(depth[i], depth_dot[i])
        exponential = np.exp(-depth[i])
        exponential_dot = -exponential * depth_dot[i]
        term = depth_dot[i] * exp1_result + depth[i] * exp1_result_dot
        e2_dot = exponential_dot - term
        e2 = exponential - depth[i] * exp1_result
        y_2_dot[i] = source_dot[i] * e2 + source[i] * e2_dot
        y_2[i] = source[i] * e2
        exponential = np.exp(-2.0 * depth[i])
        hopf_dot = 0.2 * exponential * depth_dot[i]
        hopf = 2.0 / 3.0 - 0.1 * exponential
        power_dot = (
            0.1875 * (0.75 * (depth[i] + hopf)) ** -0.75 * (depth_dot[i] + hopf_dot)
        )
        power = (0.75 * (depth[i] + hopf)) ** 0.25
        grey_dot[i] = temperature_dot * power + temperature * power_dot
        grey[i] = temperature * power
    integral_result, integral_result_dot = integral_tangent(y, depth, y_dot, depth_dot)
    mean_dot = 0.5 * integral_result_dot
    mean = 0.5 * integral_result
    integral_result, integral_result_dot = integral_tangent(
        y_2, depth, y_2_dot, depth_dot
    )
    flux_dot = 2.0 * np.pi * integral_result_dot
    flux = 2.0 * np.pi * integral_result
    emergent, emergent_dot = along_axis_tangent(depth, y_3, depth_dot, y_3_dot)
    emergent_part_dot = emergent_dot[-1]
    emergent_part = emergent[-1]
    quotient_dot = np.zeros_like(emergent)
    quotient = np.empty_like(emergent)
    for i in range(len(cosine)):
        quotient_2 = emergent[i] / emergent_part
        factor_2 = emergent_dot[i] - quotient_2 * emergent_part_dot
        quotient_2_dot = factor_2 / emergent_part
        quotient_dot[i] = quotient_2_dot
        quotient[i] = quotient_2
    darkening, darkening_dot = polyfit_tangent(
        cosine, quotient, cosine_dot, quotient_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(len(depth) - 1):
        steps = grey[i + 1] - grey[i]
        total_dot += 2.0 * steps * (grey_dot[i + 1] - grey_dot[i])
        total += steps**2
    value_dot = darkening_dot[0]
    value = darkening[0]
    return mean, flux, value, total, mean_dot, flux_dot, value_dot, total_dot
