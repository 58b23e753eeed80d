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


def colours_of_a_black_body_jvp(
    temperature,
    radius,
    dust,
    wavelengths,
    filters,
    temperature_dot,
    radius_dot,
    dust_dot,
    wavelengths_dot,
    filters_dot,
):
    """The value of colours_of_a_black_body, and its derivative in the direction
    temperature_dot, radius_dot, dust_dot, wavelengths_dot, filters_dot.
    """
    planck_dot = np.empty_like(wavelengths)
    planck = np.empty_like(wavelengths)
    for i in range(len(wavelengths)):
        x = 14.388 / (wavelengths[i] * temperature)
        x_dot = (
            -x
            * (wavelengths_dot[i] * temperature + wavelengths[i] * temperature_dot)
            / (wavelengths[i] * temperature)
        )
        power_dot = -5.0 * wavelengths[i] ** -6.0 * wavelengths_dot[i]
        expm1_x = np.expm1(x)
        quotient = wavelengths[i] ** -5.0 / expm1_x
        planck_dot[i] = (power_dot - quotient * (expm1_x + 1.0) * x_dot) / expm1_x
        planck[i] = quotient
        quotient = -0.4 * dust / wavelengths[i]
        factor = -0.4 * dust_dot - quotient * wavelengths_dot[i]
        quotient_dot = factor / wavelengths[i]
        power = 10.0**quotient
        power_dot = power * math.log(10.0) * quotient_dot
        planck_dot[i] = planck_dot[i] * power + planck[i] * power_dot
        planck[i] *= power
    if filters.shape[1] != len(wavelengths):
        raise ValueError("filters and wavelengths have different shapes")
    weight_dot = np.empty_like(filters)
    weight = np.empty_like(filters)
    y_dot = np.empty_like(filters)
    y = np.empty_like(filters)
    for i in range(filters.shape[0]):
        for j in range(len(wavelengths)):
            term = filters[i, j] * wavelengths_dot[j]
            weight_dot[i, j] = filters_dot[i, j] * wavelengths[j] + term
            weight[i, j] = filters[i, j] * wavelengths[j]
            y_dot[i, j] = planck_dot[j] * weight[i, j] + planck[j] * weight_dot[i, j]
            y[i, j] = planck[j] * weight[i, j]
    seen, seen_dot = along_axis_tangent(wavelengths, y, wavelengths_dot, y_dot)
    along_axis_result, along_axis_result_dot = along_axis_tangent(
        wavelengths, weight, wavelengths_dot, weight_dot
    )
    power_dot = 2.0 * radius * radius_dot
    power = radius**2
    magnitudes_dot = np.zeros_like(seen)
    magnitudes = np.empty_like(seen)
    for i in range(filters.shape[0]):
        term_2 = seen[i] * along_axis_result_dot[i] / along_axis_result[i]
        factor_2 = seen_dot[i] - term_2
        seen_dot[i] = factor_2 / along_axis_result[i]
        seen[i] /= along_axis_result[i]
        magnitudes_dot[i] = (
            -2.5
            * (seen_dot[i] * power + seen[i] * power_dot)
            / (np.log(10.0) * seen[i] * power)
        )
        magnitudes[i] = -2.5 * np.log10(seen[i] * power)
    out_dot = np.empty(max(filters.shape[0] - 1, 0))
    out = np.empty(max(filters.shape[0] - 1, 0))
    for i in range(filters.shape[0] - 1):
        out_dot[i] = magnitudes_dot[i] - magnitudes_dot[i + 1]
        out[i] = magnitudes[i] - magnitudes[i + 1]
    return out, out_dot
