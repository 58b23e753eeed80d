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


def gravity_of_buried_spheres_jvp(
    place,
    depth,
    mass,
    stations,
    measured,
    place_dot,
    depth_dot,
    mass_dot,
    stations_dot,
    measured_dot,
):
    """The value of gravity_of_buried_spheres, and its derivative in the direction
    place_dot, depth_dot, mass_dot, stations_dot, measured_dot.
    """
    if mass.shape != depth.shape:
        raise ValueError("mass and depth have different shapes")
    if len(place) != len(depth):
        raise ValueError("dx and depth have different shapes")
    model_dot = np.empty(len(stations))
    model = np.empty(len(stations))
    if len(measured) != len(stations):
        raise ValueError("measured and model have different shapes")
    term_dot = np.empty_like(measured)
    term = np.empty_like(measured)
    for i in range(len(stations)):
        model_dot[i] = 0.0
        model[i] = 0.0
        for j in range(len(place)):
            dx_dot = stations_dot[i] - place_dot[j]
            dx = stations[i] - place[j]
            power_dot = (
                1.5
                * (dx**2 + depth[j] ** 2) ** 0.5
                * (2.0 * dx * dx_dot + 2.0 * depth[j] * depth_dot[j])
            )
            power = (dx**2 + depth[j] ** 2) ** 1.5
            pull = mass[j] * depth[j] / power
            factor = mass_dot[j] * depth[j] + mass[j] * depth_dot[j] - pull * power_dot
            pull_dot = factor / power
            model_dot[i] += pull_dot
            model[i] += pull
        term_dot[i] = measured_dot[i] - model_dot[i]
        term[i] = measured[i] - model[i]
    trend, trend_dot = polyfit_tangent(stations, term, stations_dot, term_dot)
    polyval_result, polyval_result_dot = polyval_tangent(
        trend, stations, trend_dot, stations_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(len(stations)):
        residual_dot = measured_dot[i] - model_dot[i] - polyval_result_dot[i]
        residual = measured[i] - model[i] - polyval_result[i]
        total_dot += residual_dot * residual + residual * residual_dot
        total += residual * residual
    return total / (len(stations) - 2), total_dot / (len(stations) - 2)
