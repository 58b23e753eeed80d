import numpy as np


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


def polyval_2_tangent(p, x, p_dot, x_dot):
    """polyval_2 and its tangent."""
    value_dot = 0.0
    value = 0.0
    for k in range(len(p)):
        value_dot = value_dot * x + value * x_dot + p_dot[k]
        value = value * x + p[k]
    return value, value_dot


def polyval_tangent(p, x, p_dot, x_dot):
    """polyval and its tangent."""
    values_dot = np.zeros(x.shape)
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i], values_dot[i] = polyval_2_tangent(p, x[i], p_dot, x_dot[i])
    return values, values_dot


def sums_along_tangent(a, a_dot):
    """sums_along and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for k in range(a.shape[1]):
        running_dot = 0.0
        running = 0.0
        for i in range(a.shape[0]):
            running_dot += a_dot[i, k]
            running += a[i, k]
            values_dot[i, k] = running_dot
            values[i, k] = running
    return values, values_dot


def exercise_by_regression_jvp(
    spot,
    strike,
    rate,
    sigma,
    dt,
    normals,
    spot_dot,
    strike_dot,
    rate_dot,
    sigma_dot,
    dt_dot,
    normals_dot,
):
    """The value of exercise_by_regression, and its derivative in the direction
    spot_dot, strike_dot, rate_dot, sigma_dot, dt_dot, normals_dot.
    """
    term_dot = (rate_dot - sigma * sigma_dot) * dt + (rate - 0.5 * sigma**2) * dt_dot
    term = (rate - 0.5 * sigma**2) * dt
    sqrt_dt = np.sqrt(dt)
    term_2_dot = sigma_dot * sqrt_dt + sigma * dt_dot / (2.0 * sqrt_dt)
    term_2 = sigma * sqrt_dt
    growth_dot = np.empty_like(normals)
    growth = np.empty_like(normals)
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            term_3 = term_2_dot * normals[i, j] + term_2 * normals_dot[i, j]
            growth_dot[i, j] = term_dot + term_3
            growth[i, j] = term + term_2 * normals[i, j]
    sums_along_result, sums_along_result_dot = sums_along_tangent(growth, growth_dot)
    paths_dot = np.zeros_like(sums_along_result)
    paths = np.empty_like(sums_along_result)
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            exp_sums_along_result = np.exp(sums_along_result[i, j])
            exp_sums_along_result_dot = (
                exp_sums_along_result * sums_along_result_dot[i, j]
            )
            term_4 = spot * exp_sums_along_result_dot
            paths_dot[i, j] = spot_dot * exp_sums_along_result + term_4
            paths[i, j] = spot * exp_sums_along_result
    value_dot = np.zeros(normals.shape[1])
    value = np.empty(normals.shape[1])
    for i in range(normals.shape[1]):
        value_dot[i] = (
            strike_dot - paths_dot[-1, i] if strike - paths[-1, i] >= 0.0 else 0.0
        )
        value[i] = np.maximum(strike - paths[-1, i], 0.0)
    row_dot = paths_dot[-2::-1]
    row = paths[-2::-1]
    inside = np.empty(row.shape[1], dtype=np.bool_)
    for k in range(len(row)):
        price_dot = row_dot[k]
        price = row[k]
        exponential = np.exp(-rate * dt)
        exponential_dot = exponential * (-rate_dot * dt - rate * dt_dot)
        value_2_dot = np.empty_like(value)
        value_2 = np.empty_like(value)
        for i in range(len(value)):
            value_2_dot[i] = value_dot[i] * exponential + value[i] * exponential_dot
            value_2[i] = value[i] * exponential
        now_dot = np.zeros_like(price)
        now = np.empty_like(price)
        for i in range(row.shape[1]):
            now_dot[i] = strike_dot - price_dot[i] if strike - price[i] >= 0.0 else 0.0
            now[i] = np.maximum(strike - price[i], 0.0)
            inside[i] = now[i] > 0.0
        places = np.flatnonzero(inside)
        price_gathered_dot = price_dot[places].copy()
        price_gathered = price[places]
        value_gathered_dot = value_2_dot[places].copy()
        value_gathered = value_2[places]
        fit, fit_dot = polyfit_tangent(
            price_gathered, value_gathered, price_gathered_dot, value_gathered_dot
        )
        waiting, waiting_dot = polyval_tangent(fit, price, fit_dot, price_dot)
        value_dot = np.zeros_like(price)
        value = np.empty_like(price)
        for i in range(row.shape[1]):
            if inside[i] & (now[i] > waiting[i]):
                value_dot[i] = now_dot[i]
                value[i] = now[i]
            else:
                value_dot[i] = value_2_dot[i]
                value[i] = value_2[i]
    total_dot = 0.0
    total = 0.0
    for i in range(len(value)):
        total_dot += value_dot[i]
        total += value[i]
    exponential = np.exp(-rate * dt)
    exponential_dot = exponential * (-rate_dot * dt - rate * dt_dot)
    quotient = total / len(value)
    value_3_dot = exponential_dot * quotient + exponential * total_dot / len(value)
    return exponential * quotient, value_3_dot
