import math

import numpy as np


def by_parabolas_tangent(y, x, y_dot, x_dot):
    """by_parabolas and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(2, len(y), 2):
        h_dot = x_dot[i - 1] - x_dot[i - 2]
        h = x[i - 1] - x[i - 2]
        k_dot = x_dot[i] - x_dot[i - 1]
        k = x[i] - x[i - 1]
        quotient = (h + k) / (h * k)
        quotient_dot = (h_dot + k_dot - quotient * (h_dot * k + h * k_dot)) / (h * k)
        term = (y_dot[i - 1] * (h + k) + y[i - 1] * (h_dot + k_dot)) * quotient
        middle_dot = term + y[i - 1] * (h + k) * quotient_dot
        middle = y[i - 1] * (h + k) * quotient
        quotient = k / h
        quotient_dot = (k_dot - quotient * h_dot) / h
        quotient_2 = h / k
        quotient_2_dot = (h_dot - quotient_2 * k_dot) / k
        ends_dot = (
            y_dot[i - 2] * (2.0 - quotient)
            - y[i - 2] * quotient_dot
            + (y_dot[i] * (2.0 - quotient_2) - y[i] * quotient_2_dot)
        )
        ends = y[i - 2] * (2.0 - quotient) + y[i] * (2.0 - quotient_2)
        term_2 = (h + k) / 6.0 * (ends_dot + middle_dot)
        total_dot += (h_dot + k_dot) / 6.0 * (ends + middle) + term_2
        total += (h + k) / 6.0 * (ends + middle)
    if len(y) == 2:
        term_3 = 0.5 * (x[1] - x[0]) * (y_dot[0] + y_dot[1])
        total_dot += 0.5 * (x_dot[1] - x_dot[0]) * (y[0] + y[1]) + term_3
        total += 0.5 * (x[1] - x[0]) * (y[0] + y[1])
    elif len(y) % 2 == 0 and len(y) > 0:
        h_dot = x_dot[-2] - x_dot[-3]
        h = x[-2] - x[-3]
        k_dot = x_dot[-1] - x_dot[-2]
        k = x[-1] - x[-2]
        quotient = y[-1] * (2.0 * k**2 + 3.0 * h * k) / (6.0 * (h + k))
        factor = (
            y_dot[-1] * (2.0 * k**2 + 3.0 * h * k)
            + y[-1] * (4.0 * k * k_dot + (3.0 * h_dot * k + 3.0 * h * k_dot))
            - 6.0 * quotient * (h_dot + k_dot)
        )
        quotient_dot = factor / (6.0 * (h + k))
        total += quotient
        quotient_2 = y[-2] * (k**2 + 3.0 * h * k) / (6.0 * h)
        factor_2 = (
            y_dot[-2] * (k**2 + 3.0 * h * k)
            + y[-2] * (2.0 * k * k_dot + (3.0 * h_dot * k + 3.0 * h * k_dot))
            - 6.0 * quotient_2 * h_dot
        )
        quotient_2_dot = factor_2 / (6.0 * h)
        total += quotient_2
        quotient_3 = y[-3] * k**3 / (6.0 * h * (h + k))
        factor_3 = (
            y_dot[-3] * k**3
            + 3.0 * y[-3] * k**2 * k_dot
            - quotient_3 * (6.0 * h_dot * (h + k) + 6.0 * h * (h_dot + k_dot))
        )
        quotient_3_dot = factor_3 / (6.0 * h * (h + k))
        total_dot += quotient_dot + quotient_2_dot - quotient_3_dot
        total -= quotient_3
    return total, total_dot


def along_axis_tangent(places, a, places_dot, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = by_parabolas_tangent(
            a_i, places, a_i_dot, places_dot
        )
    return values, values_dot


def cumulative_trapezoid_tangent(y, x, y_dot, x_dot):
    """cumulative_trapezoid and its tangent."""
    first = 1
    values_dot = np.zeros(len(y) - 1 + first)
    values = np.empty(len(y) - 1 + first, np.float64)
    values_dot[0] = 0.0
    values[0] = 0
    running_dot = 0.0
    running = 0.0
    for i in range(len(y) - 1):
        step_dot = x_dot[i + 1] - x_dot[i]
        step = x[i + 1] - x[i]
        factor = step_dot * (y[i] + y[i + 1]) + step * (y_dot[i] + y_dot[i + 1])
        running_dot += 0.5 * factor
        running += step * (y[i] + y[i + 1]) * 0.5
        values_dot[i + first] = running_dot
        values[i + first] = running
    return values, values_dot


def interval_tangent(x, xp, x_dot, xp_dot):
    """interval and its tangent."""
    low = 0
    high = len(xp) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= xp[middle]:
            low = middle
        else:
            high = middle
    return low


def interp_tangent(x, xp, fp, x_dot, xp_dot, fp_dot):
    """interp and its tangent."""
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    last = len(xp) - 1
    if x < xp[0]:
        height_dot = fp_dot[0]
        height = fp[0]
    elif x > xp[last]:
        height_dot = fp_dot[last]
        height = fp[last]
    elif x == xp[last]:
        height_dot = fp_dot[last]
        height = fp[last]
    else:
        i = interval_tangent(x, xp, x_dot, xp_dot)
        slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])
        factor = fp_dot[i + 1] - fp_dot[i] - slope * (xp_dot[i + 1] - xp_dot[i])
        slope_dot = factor / (xp[i + 1] - xp[i])
        term = slope_dot * (x - xp[i]) + slope * (x_dot - xp_dot[i])
        height_dot = fp_dot[i] + term
        height = fp[i] + slope * (x - xp[i])
    return 1.0 * height, height_dot


def dose_behind_a_wall_jvp(
    energy,
    intensity,
    density,
    thickness,
    power,
    energy_dot,
    intensity_dot,
    density_dot,
    thickness_dot,
    power_dot,
):
    """The value of dose_behind_a_wall, and its derivative in the direction
    energy_dot, intensity_dot, density_dot, thickness_dot, power_dot.
    """
    depth_dot = np.linspace(0.0, thickness_dot, 5)
    depth = np.linspace(0.0, thickness, 5)
    column, column_dot = cumulative_trapezoid_tangent(
        density, depth, density_dot, depth_dot
    )
    attenuation_dot = np.empty_like(energy)
    attenuation = np.empty_like(energy)
    for i in range(len(energy)):
        power_2 = energy[i] ** -power
        factor = (
            power_2 * math.log(energy[i])
            if energy[i] > 0.0
            else 0.0
            if energy[i] == 0.0
            else math.nan
        )
        term = factor * power_dot
        factor_2 = -power * energy[i] ** (-power - 1.0) if -power != 0.0 else 0.0
        term_2 = factor_2 * energy_dot[i]
        power_2_dot = term_2 - term
        attenuation_dot[i] = 0.6 * power_2_dot
        attenuation[i] = 0.6 * power_2 + 0.05
    term_3 = np.outer(column, attenuation_dot)
    outer_result_dot = np.outer(column_dot, attenuation) + term_3
    outer_result = np.outer(column, attenuation)
    if len(intensity) != outer_result.shape[1]:
        raise ValueError("intensity and operand have different shapes")
    left_dot = np.empty_like(outer_result)
    left = np.empty_like(outer_result)
    if outer_result.shape[1] != len(energy):
        raise ValueError("left and energy have different shapes")
    y_dot = np.empty_like(outer_result)
    y = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            operand = np.exp(-outer_result[i, j])
            operand_dot = -operand * outer_result_dot[i, j]
            left_dot[i, j] = intensity_dot[j] * operand + intensity[j] * operand_dot
            left[i, j] = intensity[j] * operand
            y_dot[i, j] = left_dot[i, j] * energy[j] + left[i, j] * energy_dot[j]
            y[i, j] = left[i, j] * energy[j]
    dose, dose_dot = along_axis_tangent(energy, y, energy_dot, y_dot)
    along_axis_result, along_axis_result_dot = along_axis_tangent(
        energy, left, energy_dot, left_dot
    )
    hardness_dot = np.zeros_like(dose)
    hardness = np.empty_like(dose)
    half, half_dot = interp_tangent(
        0.5 * dose[0],
        dose[::-1],
        depth[::-1],
        0.5 * dose_dot[0],
        dose_dot[::-1],
        depth_dot[::-1],
    )
    if dose.shape != density.shape:
        raise ValueError("dose and density have different shapes")
    y_2_dot = np.zeros_like(dose)
    y_2 = np.empty_like(dose)
    for i in range(outer_result.shape[0]):
        quotient = dose[i] / along_axis_result[i]
        factor_3 = dose_dot[i] - quotient * along_axis_result_dot[i]
        quotient_dot = factor_3 / along_axis_result[i]
        hardness_dot[i] = quotient_dot
        hardness[i] = quotient
        y_2_dot[i] = dose_dot[i] * density[i] + dose[i] * density_dot[i]
        y_2[i] = dose[i] * density[i]
    value, value_dot = by_parabolas_tangent(y_2, depth, y_2_dot, depth_dot)
    return half, hardness[-1], value, half_dot, hardness_dot[-1], value_dot
