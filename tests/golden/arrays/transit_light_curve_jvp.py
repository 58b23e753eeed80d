import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 0.01:
        a_dot = 0.0
        a = 0.01
    if a > 1.0:
        a_dot = 0.0
        a = 1.0
    return a, a_dot


def transit_light_curve_jvp(
    times,
    period,
    impact,
    ratio,
    u1,
    u2,
    flux,
    error,
    times_dot,
    period_dot,
    impact_dot,
    ratio_dot,
    u1_dot,
    u2_dot,
    flux_dot,
    error_dot,
):
    """The value of transit_light_curve, and its derivative in the direction
    times_dot, period_dot, impact_dot, ratio_dot, u1_dot, u2_dot, flux_dot,
    error_dot.
    """
    power_dot = 2.0 * ratio * ratio_dot
    power = ratio**2
    if len(flux) != len(times):
        raise ValueError("flux and model have different shapes")
    if len(times) != len(error):
        raise ValueError("model and error have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(times)):
        phase = 2.0 * np.pi * times[i] / period
        phase_dot = (2.0 * np.pi * times_dot[i] - phase * period_dot) / period
        cos_phase = np.cos(phase)
        sin_phase_dot = cos_phase * phase_dot
        sin_phase = np.sin(phase)
        cos_phase_dot = -sin_phase * phase_dot
        z = np.sqrt(sin_phase**2 + (impact * cos_phase) ** 2)
        term = (
            2.0 * impact * cos_phase * (impact_dot * cos_phase + impact * cos_phase_dot)
        )
        factor = 2.0 * sin_phase * sin_phase_dot + term
        z_dot = factor / (2.0 * z)
        clip_result, clip_result_dot = bounded_tangent(1.0 - z**2, -2.0 * z * z_dot)
        mu = np.sqrt(clip_result)
        mu_dot = clip_result_dot / (2.0 * mu)
        dark_dot = (
            u1 * mu_dot
            - u1_dot * (1.0 - mu)
            - (u2_dot * (1.0 - mu) ** 2 - 2.0 * u2 * (1.0 - mu) * mu_dot)
        )
        dark = 1.0 - u1 * (1.0 - mu) - u2 * (1.0 - mu) ** 2
        exponential = np.exp((z - 1.0) / 0.05)
        covered = 1.0 / (1.0 + exponential)
        covered_dot = -covered * exponential * (z_dot / 0.05) / (1.0 + exponential)
        quotient = power * dark * covered / (1.0 - u1 / 3.0 - u2 / 6.0)
        factor_2 = (
            (power_dot * dark + power * dark_dot) * covered
            + power * dark * covered_dot
            - quotient * (-u1_dot / 3.0 - u2_dot / 6.0)
        )
        quotient_dot = factor_2 / (1.0 - u1 / 3.0 - u2 / 6.0)
        model = 1.0 - quotient
        chi = (flux[i] - model) / error[i]
        chi_dot = (flux_dot[i] + quotient_dot - chi * error_dot[i]) / error[i]
        total_dot += chi_dot * chi + chi * chi_dot
        total += chi * chi
        total_2_dot += error_dot[i] / error[i]
        total_2 += np.log(error[i])
    return -0.5 * total - total_2, -0.5 * total_dot - total_2_dot
