import numpy as np


def integral_tangent(y, x, y_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        total_dot += (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def along_axis_tangent(places, a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = integral_tangent(a_i, places, a_i_dot)
    return values, values_dot


def characteristic_tangent(
    u,
    spot,
    rate,
    time,
    v0,
    kappa,
    theta,
    sigma,
    rho,
    spot_dot,
    rate_dot,
    time_dot,
    v0_dot,
    kappa_dot,
    theta_dot,
    sigma_dot,
    rho_dot,
):
    """characteristic and its tangent."""
    xi_dot = kappa_dot - (1j * rho_dot * sigma + 1j * rho * sigma_dot) * u
    xi = kappa - 1j * rho * sigma * u
    d = np.sqrt(xi**2 + sigma**2 * (u**2 + 1j * u))
    d_dot = (2.0 * xi * xi_dot + 2.0 * sigma * sigma_dot * (u**2 + 1j * u)) / (2.0 * d)
    g = (xi - d) / (xi + d)
    g_dot = (xi_dot - d_dot - g * (xi_dot + d_dot)) / (xi + d)
    decay = np.exp(-d * time)
    decay_dot = decay * (-d_dot * time - d * time_dot)
    quotient = (1.0 - g * decay) / (1.0 - g)
    quotient_dot = (quotient * g_dot - (g_dot * decay + g * decay_dot)) / (1.0 - g)
    c_dot = (
        (xi_dot - d_dot) * time + (xi - d) * time_dot - 2.0 * quotient_dot / quotient
    )
    c = (xi - d) * time - 2.0 * np.log(quotient)
    e = (xi - d) * (1.0 - decay) / (1.0 - g * decay)
    factor = (
        (xi_dot - d_dot) * (1.0 - decay)
        - (xi - d) * decay_dot
        + e * (g_dot * decay + g * decay_dot)
    )
    e_dot = factor / (1.0 - g * decay)
    drift_dot = 1j * u * (spot_dot / spot + (rate_dot * time + rate * time_dot))
    drift = 1j * u * (np.log(spot) + rate * time)
    quotient_2 = kappa * theta / sigma**2
    factor_2 = (
        kappa_dot * theta + kappa * theta_dot - 2.0 * quotient_2 * sigma * sigma_dot
    )
    quotient_2_dot = factor_2 / sigma**2
    quotient_3 = v0 / sigma**2
    quotient_3_dot = (v0_dot - 2.0 * quotient_3 * sigma * sigma_dot) / sigma**2
    value = np.exp(drift + quotient_2 * c + quotient_3 * e)
    factor_3 = (
        drift_dot
        + (quotient_2_dot * c + quotient_2 * c_dot)
        + (quotient_3_dot * e + quotient_3 * e_dot)
    )
    value_dot = value * factor_3
    return value, value_dot


def smile_of_heston_jvp(
    spot,
    strikes,
    rate,
    time,
    variance,
    spot_dot,
    strikes_dot,
    rate_dot,
    time_dot,
    variance_dot,
):
    """The value of smile_of_heston, and its derivative in the direction spot_dot,
    strikes_dot, rate_dot, time_dot, variance_dot.
    """
    if len(variance) != 5:
        raise ValueError("variance is unpacked into 5 names")
    v0_dot = variance_dot[0]
    v0 = variance[0]
    kappa_dot = variance_dot[1]
    kappa = variance[1]
    theta_dot = variance_dot[2]
    theta = variance[2]
    sigma_dot = variance_dot[3]
    sigma = variance[3]
    rho_dot = variance_dot[4]
    rho = variance[4]
    u = np.linspace(0.25, 12.0, 20)
    phi, phi_dot = characteristic_tangent(
        u - 0.5j,
        spot,
        rate,
        time,
        v0,
        kappa,
        theta,
        sigma,
        rho,
        spot_dot,
        rate_dot,
        time_dot,
        v0_dot,
        kappa_dot,
        theta_dot,
        sigma_dot,
        rho_dot,
    )
    log_strikes_dot = np.empty_like(strikes)
    log_strikes = np.empty_like(strikes)
    for i in range(len(strikes)):
        log_strikes_dot[i] = strikes_dot[i] / strikes[i]
        log_strikes[i] = np.log(strikes[i])
    outer_result_dot = np.outer(log_strikes_dot, u)
    outer_result = np.outer(log_strikes, u)
    phase = np.exp(-1j * outer_result)
    phase_dot = -phase * 1j * outer_result_dot
    if phase.shape[1] != len(phi):
        raise ValueError("phase and phi have different shapes")
    if len(phi) != len(u):
        raise ValueError("phi and u have different shapes")
    term = np.empty_like(u)
    for i in range(phase.shape[1]):
        term[i] = u[i] ** 2 + 0.25
    inside = np.real(phase * phi) / term
    inside_dot = np.real(phase_dot * phi + phase * phi_dot) / term
    whole, whole_dot = along_axis_tangent(u, inside, inside_dot)
    if len(strikes) != len(whole):
        raise ValueError("strikes and whole have different shapes")
    exponential = np.exp(-rate * time)
    exponential_dot = exponential * (-rate_dot * time - rate * time_dot)
    out_dot = np.empty_like(strikes)
    out = np.empty_like(strikes)
    for i in range(len(strikes)):
        sqrt_strikes = np.sqrt(strikes[i])
        sqrt_strikes_dot = strikes_dot[i] / (2.0 * sqrt_strikes)
        quotient = sqrt_strikes * exponential / np.pi
        factor = sqrt_strikes_dot * exponential + sqrt_strikes * exponential_dot
        quotient_dot = factor / np.pi
        out_dot[i] = spot_dot - (quotient_dot * whole[i] + quotient * whole_dot[i])
        out[i] = spot - quotient * whole[i]
    return out, out_dot
