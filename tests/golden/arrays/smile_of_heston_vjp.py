import numpy as np


def integral(y, x):
    """The integral of values at some places, by the trapezoidal rule."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = 0.0
    for i in range(len(y) - 1):
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5


def along_axis(places, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = integral(a_i, places)
    return values


def integral_adjoint(x, result_bar, y_bar):
    """The adjoint of y is added to y_bar."""
    # forward sweep
    if len(x) != len(y_bar):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y_bar) - 1):
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def along_axis_adjoint(places, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a_bar.shape[0]):
        a_i_bar = a_bar[i]
        integral_adjoint(places, result_bar[i], a_i_bar)


def characteristic(u, spot, rate, time, v0, kappa, theta, sigma, rho):
    xi = kappa - 1j * rho * sigma * u
    d = np.sqrt(xi**2 + sigma**2 * (u**2 + 1j * u))
    g = (xi - d) / (xi + d)
    decay = np.exp(-d * time)
    c = (xi - d) * time - 2.0 * np.log((1.0 - g * decay) / (1.0 - g))
    e = (xi - d) * (1.0 - decay) / (1.0 - g * decay)
    drift = 1j * u * (np.log(spot) + rate * time)
    return np.exp(drift + kappa * theta / sigma**2 * c + v0 / sigma**2 * e)


def characteristic_adjoint(
    u, spot, rate, time, v0, kappa, theta, sigma, rho, result_bar
):
    """The adjoints of spot, rate, time, v0, kappa, theta, sigma and rho in
    characteristic.
    """
    # forward sweep
    xi = kappa - 1j * rho * sigma * u
    d = np.sqrt(xi**2 + sigma**2 * (u**2 + 1j * u))
    g = (xi - d) / (xi + d)
    decay = np.exp(-d * time)
    quotient = (1.0 - g * decay) / (1.0 - g)
    c = (xi - d) * time - 2.0 * np.log(quotient)
    e = (xi - d) * (1.0 - decay) / (1.0 - g * decay)
    drift = 1j * u * (np.log(spot) + rate * time)
    quotient_2 = kappa * theta / sigma**2
    quotient_3 = v0 / sigma**2
    value = np.exp(drift + quotient_2 * c + quotient_3 * e)

    # reverse sweep
    drift_bar = np.zeros_like(drift)
    sum_bar = value * result_bar
    drift_bar += sum_bar
    c_bar = quotient_2 * sum_bar
    e_bar = quotient_3 * sum_bar
    numerator_bar_2 = np.real(np.sum(e * sum_bar)) / sigma**2
    sigma_bar = -2.0 * sigma * quotient_3 * numerator_bar_2
    numerator_bar = np.real(np.sum(c * sum_bar)) / sigma**2
    theta_bar = kappa * numerator_bar
    sigma_bar -= 2.0 * sigma * quotient_2 * numerator_bar
    sum_bar_2 = np.real(1j * np.sum(u * drift_bar))
    rate_bar = time * sum_bar_2
    time_bar = rate * sum_bar_2 + np.real(np.sum((xi - d) * c_bar))
    spot_bar = sum_bar_2 / spot
    xi_bar = np.zeros_like(xi)
    product_bar_2 = e_bar / (1.0 - g * decay)
    difference_bar = (1.0 - decay) * product_bar_2
    xi_bar += difference_bar
    d_bar = -difference_bar
    decay_bar = (d - xi) * product_bar_2
    difference_bar = -e * e_bar / (1.0 - g * decay)
    g_bar = -decay * difference_bar
    decay_bar -= g * difference_bar
    difference_bar = time * c_bar
    xi_bar += difference_bar
    d_bar -= difference_bar
    quotient_bar = -2.0 * c_bar / quotient
    difference_bar = quotient_bar / (1.0 - g)
    g_bar -= decay * difference_bar
    decay_bar -= g * difference_bar
    g_bar += quotient * quotient_bar / (1.0 - g)
    product_bar_2 = decay * decay_bar
    d_bar -= time * product_bar_2
    time_bar += np.real(-np.sum(d * product_bar_2))
    difference_bar = g_bar / (xi + d)
    xi_bar += difference_bar
    d_bar -= difference_bar
    sum_bar = -g * g_bar / (xi + d)
    xi_bar += sum_bar
    d_bar += sum_bar
    sum_bar = d_bar / (2.0 * d)
    xi_bar += 2.0 * xi * sum_bar
    sigma_bar += 2.0 * sigma * np.real(np.sum((u**2 + 1j * u) * sum_bar))
    kappa_bar = theta * numerator_bar + np.real(np.sum(xi_bar))
    product_bar = -np.sum(u * xi_bar)
    rho_bar = np.real(1j * sigma * product_bar)
    sigma_bar += np.real(1j * rho * product_bar)
    return (
        spot_bar,
        rate_bar,
        time_bar,
        numerator_bar_2,
        kappa_bar,
        theta_bar,
        sigma_bar,
        rho_bar,
    )


def smile_of_heston_vjp(spot, strikes, rate, time, variance, result_bar):
    """The adjoints of spot, strikes, rate, time and variance of smile_of_heston, for
    the adjoint of its result.
    """
    # forward sweep
    if len(variance) != 5:
        raise ValueError("variance is unpacked into 5 names")
    v0 = variance[0]
    kappa = variance[1]
    theta = variance[2]
    sigma = variance[3]
    rho = variance[4]
    u = np.linspace(0.25, 12.0, 20)
    phi = characteristic(u - 0.5j, spot, rate, time, v0, kappa, theta, sigma, rho)
    log_strikes = np.empty_like(strikes)
    for i in range(len(strikes)):
        log_strikes[i] = np.log(strikes[i])
    outer_result = np.outer(log_strikes, u)
    phase = np.exp(-1j * outer_result)
    if phase.shape[1] != len(phi):
        raise ValueError("phase and phi have different shapes")
    if len(phi) != len(u):
        raise ValueError("phi and u have different shapes")
    term = np.empty_like(u)
    for i in range(phase.shape[1]):
        term[i] = u[i] ** 2 + 0.25
    inside = np.real(phase * phi) / term
    whole = along_axis(u, inside)
    if len(strikes) != len(whole):
        raise ValueError("strikes and whole have different shapes")
    exponential = np.exp(-rate * time)

    # reverse sweep
    strikes_bar = np.empty_like(strikes)
    variance_bar = np.zeros_like(variance)
    out_bar = result_bar.copy()
    whole_bar = np.empty_like(whole)

    # forward and reverse in one sweep: the iterations are independent
    exponential_bar = 0.0
    spot_bar = 0.0
    for i in range(len(strikes)):
        sqrt_strikes = np.sqrt(strikes[i])
        spot_bar += out_bar[i]
        product_bar = -whole[i] * out_bar[i] / np.pi
        exponential_bar += sqrt_strikes * product_bar
        whole_bar[i] = -sqrt_strikes * exponential * out_bar[i] / np.pi
        strikes_bar[i] = exponential * product_bar / (2.0 * sqrt_strikes)
    rate_bar = -time * exponential * exponential_bar
    time_bar = -rate * exponential * exponential_bar
    inside_bar = np.zeros_like(inside)
    along_axis_adjoint(u, whole_bar, inside_bar)
    real_bar = inside_bar / term
    phase_bar = phi * real_bar
    phi_bar = np.sum(phase * real_bar, axis=0)
    outer_result_bar = np.real(-1j * phase * phase_bar)
    log_strikes_bar = np.dot(outer_result_bar, u)
    for i in range(len(strikes)):
        strikes_bar[i] += log_strikes_bar[i] / strikes[i]
    (
        spot_bar_part,
        rate_bar_part,
        time_bar_part,
        v0_bar,
        kappa_bar,
        theta_bar,
        sigma_bar,
        rho_bar,
    ) = characteristic_adjoint(
        u - 0.5j, spot, rate, time, v0, kappa, theta, sigma, rho, phi_bar
    )
    spot_bar += spot_bar_part
    rate_bar += rate_bar_part
    time_bar += time_bar_part
    variance_bar[4] += rho_bar
    variance_bar[3] += sigma_bar
    variance_bar[2] += theta_bar
    variance_bar[1] += kappa_bar
    variance_bar[0] += v0_bar
    return spot_bar, strikes_bar, rate_bar, time_bar, variance_bar
