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


def sums_along(a):
    """The sums of the elements of a matrix up to each, along an axis."""
    values = np.empty(a.shape)
    for k in range(a.shape[1]):
        running = 0.0
        for i in range(a.shape[0]):
            running += a[i, k]
            values[i, k] = running
    return values


def sums_along_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for k in range(a_bar.shape[1]):
        running_bar = 0.0
        for i in range(a_bar.shape[0] - 1, -1, -1):
            running_bar += result_bar[i, k]
            a_bar[i, k] += running_bar


def exercise_by_regression_value_and_grad(spot, strike, rate, sigma, dt, normals):
    """The value of exercise_by_regression, and its gradient with respect to spot,
    strike, rate, sigma, dt and normals.
    """
    # forward sweep: saves exp_sums_along_result, value, waiting, inside and others
    term = (rate - 0.5 * sigma**2) * dt
    sqrt_dt = np.sqrt(dt)
    term_2 = sigma * sqrt_dt
    growth = np.empty_like(normals)
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            growth[i, j] = term + term_2 * normals[i, j]
    sums_along_result = sums_along(growth)
    paths = np.empty_like(sums_along_result)
    exp_sums_along_result_saved = np.empty((normals.shape[0], normals.shape[1]))
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            exp_sums_along_result = np.exp(sums_along_result[i, j])
            exp_sums_along_result_saved[i, j] = exp_sums_along_result
            paths[i, j] = spot * exp_sums_along_result
    value = np.empty(normals.shape[1])
    for i in range(normals.shape[1]):
        value[i] = np.maximum(strike - paths[-1, i], 0.0)
    row = paths[-2::-1]
    value_saved = []
    waiting_saved = []
    inside_saved = []
    now_saved = []
    value_2_saved = []
    for k in range(len(row)):
        price = row[k]
        exponential = np.exp(-rate * dt)
        value_2 = np.empty_like(value)
        value_2_saved.append(value_2)
        for i in range(len(value)):
            value_2[i] = value[i] * exponential
        now = np.empty_like(price)
        now_saved.append(now)
        inside = np.empty(row.shape[1], dtype=np.bool_)
        inside_saved.append(inside)
        for i in range(row.shape[1]):
            now[i] = np.maximum(strike - price[i], 0.0)
            inside[i] = now[i] > 0.0
        places = np.flatnonzero(inside)
        price_gathered = price[places]
        value_gathered = value_2[places]
        fit = polyfit(price_gathered, value_gathered)
        waiting = polyval(fit, price)
        waiting_saved.append(waiting)
        value_saved.append(value)
        value = np.empty_like(price)
        for i in range(row.shape[1]):
            if inside[i] & (now[i] > waiting[i]):
                value[i] = now[i]
            else:
                value[i] = value_2[i]
    total = 0.0
    for i in range(len(value)):
        total += value[i]
    exponential_2 = np.exp(-rate * dt)
    value_3 = exponential_2 * (total / len(value))

    # reverse sweep
    normals_bar = np.empty_like(normals)
    exponential_2_bar = total / len(value)
    total_bar = exponential_2 / len(value)
    rate_bar = -dt * exponential_2 * exponential_2_bar
    dt_bar = -rate * exponential_2 * exponential_2_bar
    value_bar = np.empty_like(value)
    for i in range(len(value)):
        value_bar[i] = total_bar
    paths_bar = np.zeros_like(paths)
    row_bar = paths_bar[-2::-1]
    strike_bar = 0.0
    for k in range(len(row) - 1, -1, -1):
        waiting = waiting_saved.pop()
        inside = inside_saved.pop()
        now = now_saved.pop()
        value_2 = value_2_saved.pop()
        value_2_bar = np.zeros_like(value_2)
        now_bar = np.zeros_like(now)
        for i in range(row.shape[1]):
            if inside[i] & (now[i] > waiting[i]):
                now_bar[i] += value_bar[i]
            else:
                value_2_bar[i] += value_bar[i]
        value = value_saved.pop()
        value_bar = np.empty_like(value)
        price = row[k]
        price_bar = row_bar[k]
        for i in range(row.shape[1]):
            difference_bar = now_bar[i] if strike - price[i] >= 0.0 else 0.0
            strike_bar += difference_bar
            price_bar[i] -= difference_bar
        exponential = exponential_2
        exponential_bar = 0.0
        for i in range(len(value)):
            value_bar[i] = exponential * value_2_bar[i]
            exponential_bar += value[i] * value_2_bar[i]
        rate_bar -= dt * exponential * exponential_bar
        dt_bar -= rate * exponential * exponential_bar
    for i in range(normals.shape[1]):
        difference_bar = value_bar[i] if strike - paths[-1, i] >= 0.0 else 0.0
        strike_bar += difference_bar
        paths_bar[-1, i] -= difference_bar
    sums_along_result_bar = np.empty_like(sums_along_result)
    spot_bar = 0.0
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            exp_sums_along_result = exp_sums_along_result_saved[i, j]
            spot_bar += exp_sums_along_result * paths_bar[i, j]
            exp_sums_along_result_bar = spot * paths_bar[i, j]
            sums_along_result_bar[i, j] = (
                exp_sums_along_result * exp_sums_along_result_bar
            )
    growth_bar = np.zeros_like(growth)
    sums_along_adjoint(sums_along_result_bar, growth_bar)
    term_bar = 0.0
    term_2_bar = 0.0
    for i in range(normals.shape[0]):
        for j in range(normals.shape[1]):
            term_bar += growth_bar[i, j]
            term_2_bar += normals[i, j] * growth_bar[i, j]
            normals_bar[i, j] = term_2 * growth_bar[i, j]
    sigma_bar = sqrt_dt * term_2_bar - sigma * dt * term_bar
    rate_bar += dt * term_bar
    dt_bar += sigma * term_2_bar / (2.0 * sqrt_dt) + (rate - 0.5 * sigma**2) * term_bar
    return value_3, spot_bar, strike_bar, rate_bar, sigma_bar, dt_bar, normals_bar
