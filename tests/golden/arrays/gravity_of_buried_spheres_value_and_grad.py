import numpy as np


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def polyfit(x, y):
    """The polynomial of a degree that is closest to points, as polyval takes it."""
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out = np.empty(2)
    for i in range(2):
        out[i] = found[i, 0] / scale[i]
    return out


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_adjoint(a, b, rcond, z_bar, a_bar, b_bar):
    z = least_squares(a, b, rcond)
    p = pseudoinverse(a)
    w = p.T @ z_bar
    product = a @ z
    term = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = b[i, 0] - product[i, j]
    product_2 = term @ (p @ w).T
    product_3 = w @ z.T
    product_4 = a.T @ w
    term_2 = np.empty_like(z_bar)
    for i in range(z_bar.shape[0]):
        for j in range(z_bar.shape[1]):
            term_2[i, j] = z_bar[i, j] - product_4[i, j]
    product_5 = p.T @ z @ term_2.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += product_2[i, j] - product_3[i, j] + product_5[i, j]
    total = np.empty(p.shape[1])
    for i in range(p.shape[1]):
        total[i] = 0.0
        for j in range(z_bar.shape[1]):
            total[i] += w[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += total[i]


def polyfit_adjoint(x, y, result_bar, x_bar, y_bar):
    """The adjoint of x and y is added to x_bar, y_bar."""
    # forward sweep
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")

    # reverse sweep
    scale_bar = np.empty_like(scale)
    found_bar = np.zeros_like(found)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        numerator_bar = result_bar[i] / scale[i]
        found_bar[i, 0] += numerator_bar
        scale_bar[i] = -found[i, 0] * numerator_bar / scale[i]
    wide_bar = y_bar[:, None]
    quotient_bar = np.zeros_like(quotient)
    least_squares_adjoint(
        quotient, wide, len(x) * 2.0**-52, found_bar, quotient_bar, wide_bar
    )
    powers_bar = np.empty_like(powers)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        for j in range(2):
            numerator_bar = quotient_bar[i, j] / scale[j]
            powers_bar[i, j] = numerator_bar
            scale_bar[j] -= powers[i, j] * numerator_bar / scale[j]
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        total_bar[i] = scale_bar[i] / (2.0 * scale[i])
    for i in range(len(x)):
        for j in range(2):
            powers_bar[i, j] += 2.0 * powers[i, j] * total_bar[j]
    for i in range(len(x)):
        x_i_bar = 0.0
        for k in range(1):
            powers_i_k_bar = powers_bar[i, k]
            powers_bar[i, k] = 0.0
            x_i_bar += powers[i, k + 1] * powers_i_k_bar
            powers_bar[i, k + 1] += x[i] * powers_i_k_bar
        x_bar[i] += x_i_bar


def polyval_2(p, x):
    """A polynomial at x, its highest coefficient first."""
    value = 0.0
    for k in range(len(p)):
        value = value * x + p[k]
    return value


def polyval(p, x):
    """A polynomial at x, its highest coefficient first."""
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i] = polyval_2(p, x[i])
    return values


def polyval_2_adjoint(p, x, result_bar, p_bar):
    """The adjoint of x in polyval_2; the adjoint of p is added to p_bar."""
    # forward sweep: saves value
    value = 0.0
    value_saved = np.empty(len(p))
    for k in range(len(p)):
        value_saved[k] = value
        value = value * x + p[k]

    # reverse sweep
    value_bar = result_bar
    x_bar = 0.0
    for k in range(len(p) - 1, -1, -1):
        x_bar += value_saved[k] * value_bar
        p_bar[k] += value_bar
        value_bar = x * value_bar
    return x_bar


def polyval_adjoint(p, x, result_bar, p_bar, x_bar):
    """The adjoint of p and x is added to p_bar, x_bar."""
    for i in range(len(x)):
        x_bar_part = polyval_2_adjoint(p, x[i], result_bar[i], p_bar)
        x_bar[i] += x_bar_part


def gravity_of_buried_spheres_value_and_grad(place, depth, mass, stations, measured):
    """The value of gravity_of_buried_spheres, and its gradient with respect to
    place, depth, mass, stations and measured.
    """
    # forward sweep
    if mass.shape != depth.shape:
        raise ValueError("mass and depth have different shapes")
    if len(place) != len(depth):
        raise ValueError("dx and depth have different shapes")
    model = np.empty(len(stations))
    if len(measured) != len(stations):
        raise ValueError("measured and model have different shapes")
    term = np.empty_like(measured)
    for i in range(len(stations)):
        model[i] = 0.0
        for j in range(len(place)):
            dx = stations[i] - place[j]
            pull = mass[j] * depth[j] / (dx**2 + depth[j] ** 2) ** 1.5
            model[i] += pull
        term[i] = measured[i] - model[i]
    trend = polyfit(stations, term)
    polyval_result = polyval(trend, stations)
    total = 0.0

    # reverse sweep
    place_bar = np.zeros_like(place)
    depth_bar = np.zeros_like(depth)
    mass_bar = np.zeros_like(mass)
    stations_bar = np.zeros_like(stations)
    measured_bar = np.empty_like(measured)
    total_bar = 1.0 / (len(stations) - 2)
    model_bar = np.empty_like(model)
    polyval_result_bar = np.empty_like(polyval_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(stations)):
        residual = measured[i] - model[i] - polyval_result[i]
        total += residual * residual
        residual_bar = 2.0 * residual * total_bar
        measured_bar[i] = residual_bar
        model_bar[i] = -residual_bar
        polyval_result_bar[i] = -residual_bar
    value = total / (len(stations) - 2)
    trend_bar = np.zeros_like(trend)
    polyval_adjoint(trend, stations, polyval_result_bar, trend_bar, stations_bar)
    term_bar = np.zeros_like(term)
    polyfit_adjoint(stations, term, trend_bar, stations_bar, term_bar)
    for i in range(len(stations)):
        measured_bar[i] += term_bar[i]
        model_bar[i] -= term_bar[i]
        stations_i_bar = 0.0
        for j in range(len(place)):
            dx = stations[i] - place[j]
            power = (dx**2 + depth[j] ** 2) ** 1.5
            pull = mass[j] * depth[j] / power
            numerator_bar = model_bar[i] / power
            mass_bar[j] += depth[j] * numerator_bar
            sum_bar = -1.5 * (dx**2 + depth[j] ** 2) ** 0.5 * pull * numerator_bar
            dx_bar = 2.0 * dx * sum_bar
            depth_bar[j] += mass[j] * numerator_bar + 2.0 * depth[j] * sum_bar
            stations_i_bar += dx_bar
            place_bar[j] -= dx_bar
        stations_bar[i] += stations_i_bar
    return value, place_bar, depth_bar, mass_bar, stations_bar, measured_bar
