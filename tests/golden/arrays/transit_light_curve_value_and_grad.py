import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < 0.01:
        a = 0.01
    if a > 1.0:
        a = 1.0
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < 0.01
    if condition:
        a = 0.01

    # reverse sweep
    a_bar = result_bar
    if a > 1.0:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


def transit_light_curve_value_and_grad(
    times, period, impact, ratio, u1, u2, flux, error
):
    """The value of transit_light_curve, and its gradient with respect to times,
    period, impact, ratio, u1, u2, flux and error.
    """
    # forward sweep
    power = ratio**2
    if len(flux) != len(times):
        raise ValueError("flux and model have different shapes")
    if len(times) != len(error):
        raise ValueError("model and error have different shapes")
    total = 0.0
    total_2 = 0.0

    # reverse sweep
    times_bar = np.empty_like(times)
    flux_bar = np.empty_like(flux)
    error_bar = np.empty_like(error)

    # forward and reverse in one sweep: the iterations are independent
    power_bar = 0.0
    u2_bar = 0.0
    u1_bar = 0.0
    impact_bar = 0.0
    period_bar = 0.0
    for i in range(len(times)):
        phase = 2.0 * np.pi * times[i] / period
        sin_phase = np.sin(phase)
        cos_phase = np.cos(phase)
        z = np.sqrt(sin_phase**2 + (impact * cos_phase) ** 2)
        a = 1.0 - z**2
        mu = np.sqrt(bounded(a))
        dark = 1.0 - u1 * (1.0 - mu) - u2 * (1.0 - mu) ** 2
        exponential = np.exp((z - 1.0) / 0.05)
        covered = 1.0 / (1.0 + exponential)
        quotient = power * dark * covered / (1.0 - u1 / 3.0 - u2 / 6.0)
        model = 1.0 - quotient
        chi = (flux[i] - model) / error[i]
        total += chi * chi
        total_2 += np.log(error[i])
        numerator_bar = -chi / error[i]
        flux_bar[i] = numerator_bar
        error_bar[i] = -1.0 / error[i] - chi * numerator_bar
        numerator_bar = numerator_bar / (1.0 - u1 / 3.0 - u2 / 6.0)
        power_bar += dark * covered * numerator_bar
        dark_bar = power * covered * numerator_bar
        covered_bar = power * dark * numerator_bar
        exponential_bar = -covered * covered_bar / (1.0 + exponential)
        u1_bar += quotient * numerator_bar / 3.0 + (mu - 1.0) * dark_bar
        u2_bar += quotient * numerator_bar / 6.0 - (1.0 - mu) ** 2 * dark_bar
        a_bar = bounded_adjoint(a, (u1 + 2.0 * (1.0 - mu) * u2) * dark_bar / (2.0 * mu))
        sum_bar = (exponential * exponential_bar / 0.05 - 2.0 * z * a_bar) / (2.0 * z)
        sin_phase_bar = 2.0 * sin_phase * sum_bar
        product_bar = 2.0 * impact * cos_phase * sum_bar
        impact_bar += cos_phase * product_bar
        phase_bar = cos_phase * sin_phase_bar - sin_phase * impact * product_bar
        numerator_bar = phase_bar / period
        times_bar[i] = 2.0 * np.pi * numerator_bar
        period_bar -= phase * numerator_bar
    value = -0.5 * total - total_2
    ratio_bar = 2.0 * ratio * power_bar
    return (
        value,
        times_bar,
        period_bar,
        impact_bar,
        ratio_bar,
        u1_bar,
        u2_bar,
        flux_bar,
        error_bar,
    )
