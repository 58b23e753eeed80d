import math

import numpy as np


def by_parabolas(y, x):
    """The integral of a vector: parabolas through three points, one after the other."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = 0.0
    for i in range(2, len(y), 2):
        h = x[i - 1] - x[i - 2]
        k = x[i] - x[i - 1]
        middle = y[i - 1] * (h + k) * ((h + k) / (h * k))
        ends = y[i - 2] * (2.0 - k / h) + y[i] * (2.0 - h / k)
        total += (h + k) / 6.0 * (ends + middle)
    if len(y) == 2:
        total += 0.5 * (x[1] - x[0]) * (y[0] + y[1])
    elif len(y) % 2 == 0 and len(y) > 0:
        h = x[-2] - x[-3]
        k = x[-1] - x[-2]
        total += y[-1] * (2.0 * k**2 + 3.0 * h * k) / (6.0 * (h + k))
        total += y[-2] * (k**2 + 3.0 * h * k) / (6.0 * h)
        total -= y[-3] * k**3 / (6.0 * h * (h + k))
    return total


def along_axis(places, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = by_parabolas(a_i, places)
    return values


def by_parabolas_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    # forward sweep
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    if len(y) != 2:
        if len(y) % 2 == 0 and len(y) > 0:
            h = x[-2] - x[-3]
            k = x[-1] - x[-2]
            quotient = y[-1] * (2.0 * k**2 + 3.0 * h * k) / (6.0 * (h + k))
            quotient_2 = y[-2] * (k**2 + 3.0 * h * k) / (6.0 * h)
            quotient_3 = y[-3] * k**3 / (6.0 * h * (h + k))

    # reverse sweep
    if len(y) == 2:
        product_bar = (y[0] + y[1]) * result_bar
        x_bar[1] += 0.5 * product_bar
        x_bar[0] -= 0.5 * product_bar
        sum_bar = 0.5 * (x[1] - x[0]) * result_bar
        y_bar[0] += sum_bar
        y_bar[1] += sum_bar
    elif len(y) % 2 == 0 and len(y) > 0:
        numerator_bar = -result_bar / (6.0 * h * (h + k))
        y_bar[-3] += k**3 * numerator_bar
        product_bar = -quotient_3 * numerator_bar
        sum_bar = 6.0 * h * product_bar
        h_bar = 6.0 * (h + k) * product_bar + sum_bar
        k_bar = 3.0 * k**2 * y[-3] * numerator_bar + sum_bar
        numerator_bar = result_bar / (6.0 * h)
        y_bar[-2] += (k**2 + 3.0 * h * k) * numerator_bar
        sum_bar = y[-2] * numerator_bar
        h_bar += 3.0 * k * sum_bar - 6.0 * quotient_2 * numerator_bar
        numerator_bar = result_bar / (6.0 * (h + k))
        y_bar[-1] += (2.0 * k**2 + 3.0 * h * k) * numerator_bar
        sum_bar_2 = y[-1] * numerator_bar
        k_bar += (2.0 * k + 3.0 * h) * sum_bar + 4.0 * k * sum_bar_2
        sum_bar = -6.0 * quotient * numerator_bar
        h_bar += 3.0 * k * sum_bar_2 + sum_bar
        k_bar += 3.0 * h * sum_bar_2 + sum_bar
        x_bar[-1] += k_bar
        x_bar[-2] += h_bar - k_bar
        x_bar[-3] -= h_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2, len(y), 2):
        h = x[i - 1] - x[i - 2]
        k = x[i] - x[i - 1]
        quotient = (h + k) / (h * k)
        middle = y[i - 1] * (h + k) * quotient
        quotient_2 = k / h
        quotient_3 = h / k
        ends = y[i - 2] * (2.0 - quotient_2) + y[i] * (2.0 - quotient_3)
        sum_bar = (ends + middle) * result_bar / 6.0
        sum_bar_2 = (h + k) / 6.0 * result_bar
        y_bar[i - 2] += (2.0 - quotient_2) * sum_bar_2
        y_bar[i] += (2.0 - quotient_3) * sum_bar_2
        numerator_bar = -y[i] * sum_bar_2 / k
        numerator_bar_2 = -y[i - 2] * sum_bar_2 / h
        k_bar = sum_bar - quotient_3 * numerator_bar + numerator_bar_2
        h_bar = sum_bar + numerator_bar - quotient_2 * numerator_bar_2
        product_bar = quotient * sum_bar_2
        y_bar[i - 1] += (h + k) * product_bar
        numerator_bar = y[i - 1] * (h + k) * sum_bar_2 / (h * k)
        h_bar += y[i - 1] * product_bar + (1.0 - k * quotient) * numerator_bar
        k_bar += y[i - 1] * product_bar + (1.0 - h * quotient) * numerator_bar
        x_bar[i] += k_bar
        x_bar[i - 1] += h_bar - k_bar
        x_bar[i - 2] -= h_bar


def along_axis_adjoint(places, a, result_bar, places_bar, a_bar):
    """The adjoint of places and a is added to places_bar, a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        by_parabolas_adjoint(a_i, places, result_bar[i], a_i_bar, places_bar)


def cumulative_trapezoid(y, x):
    """The integrals up to each element of a vector, by the trapezoidal rule."""
    first = 1
    values = np.empty(len(y) - 1 + first, np.float64)
    values[0] = 0
    running = 0.0
    for i in range(len(y) - 1):
        step = x[i + 1] - x[i]
        running += step * (y[i] + y[i + 1]) * 0.5
        values[i + first] = running
    return values


def cumulative_trapezoid_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    first = 1
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(y) - 2, -1, -1):
        running_bar += values_bar[i + first]
        values_bar[i + first] = 0.0
        step = x[i + 1] - x[i]
        product_bar = 0.5 * running_bar
        step_bar = (y[i] + y[i + 1]) * product_bar
        y_bar[i] += step * product_bar
        y_bar[i + 1] += step * product_bar
        x_bar[i + 1] += step_bar
        x_bar[i] -= step_bar


def interval(x, xp):
    """The number of the last one of increasing numbers that is not above x."""
    low = 0
    high = len(xp) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= xp[middle]:
            low = middle
        else:
            high = middle
    return low


def interp_adjoint(x, xp, fp, result_bar, xp_bar, fp_bar):
    """The adjoint of x in interp; the adjoint of xp and fp is added to xp_bar,
    fp_bar.
    """
    # forward sweep
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    last = len(xp) - 1
    if not x < xp[0]:
        if not x > xp[last]:
            if x != xp[last]:
                i = interval(x, xp)
                slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])

    # reverse sweep
    x_bar = 0.0
    if x < xp[0]:
        fp_bar[0] += result_bar
    elif x > xp[last]:
        fp_bar[last] += result_bar
    elif x == xp[last]:
        fp_bar[last] += result_bar
    else:
        x_bar += slope * result_bar
        numerator_bar = (x - xp[i]) * result_bar / (xp[i + 1] - xp[i])
        fp_bar[i + 1] += numerator_bar
        fp_bar[i] += result_bar - numerator_bar
        xp_bar[i + 1] -= slope * numerator_bar
        xp_bar[i] += slope * numerator_bar - slope * result_bar
    return x_bar


def dose_behind_a_wall_vjp(
    energy,
    intensity,
    density,
    thickness,
    power,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of energy, intensity, density, thickness and power of
    dose_behind_a_wall, for the adjoint of its result.
    """
    # forward sweep
    depth = np.linspace(0.0, thickness, 5)
    column = cumulative_trapezoid(density, depth)
    attenuation = np.empty_like(energy)
    for i in range(len(energy)):
        attenuation[i] = 0.6 * energy[i] ** -power + 0.05
    outer_result = np.outer(column, attenuation)
    if len(intensity) != outer_result.shape[1]:
        raise ValueError("intensity and operand have different shapes")
    left = np.empty_like(outer_result)
    if outer_result.shape[1] != len(energy):
        raise ValueError("left and energy have different shapes")
    y = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            left[i, j] = intensity[j] * np.exp(-outer_result[i, j])
            y[i, j] = left[i, j] * energy[j]
    dose = along_axis(energy, y)
    along_axis_result = along_axis(energy, left)
    hardness = np.empty_like(dose)
    if dose.shape != density.shape:
        raise ValueError("dose and density have different shapes")
    y_2 = np.empty_like(dose)
    for i in range(outer_result.shape[0]):
        y_2[i] = dose[i] * density[i]

    # reverse sweep
    energy_bar = np.zeros_like(energy)
    intensity_bar = np.zeros_like(intensity)
    density_bar = np.empty_like(density)
    depth_bar = np.zeros_like(depth)
    y_2_bar = np.zeros_like(y_2)
    by_parabolas_adjoint(y_2, depth, result_2_bar, y_2_bar, depth_bar)
    hardness_bar = np.zeros_like(hardness)
    hardness_bar[-1] += result_1_bar
    dose_bar = np.empty_like(dose)
    along_axis_result_bar = np.empty_like(along_axis_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(outer_result.shape[0]):
        density_bar[i] = dose[i] * y_2_bar[i]
        numerator_bar = hardness_bar[i] / along_axis_result[i]
        dose_bar[i] = density[i] * y_2_bar[i] + numerator_bar
        along_axis_result_bar[i] = -dose[i] * numerator_bar / along_axis_result[i]
    x_bar = interp_adjoint(
        0.5 * dose[0],
        dose[::-1],
        depth[::-1],
        result_0_bar,
        dose_bar[::-1],
        depth_bar[::-1],
    )
    dose_bar[0] += 0.5 * x_bar
    left_bar = np.zeros_like(left)
    along_axis_adjoint(energy, left, along_axis_result_bar, energy_bar, left_bar)
    y_bar = np.zeros_like(y)
    along_axis_adjoint(energy, y, dose_bar, energy_bar, y_bar)
    outer_result_bar = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            left_bar[i, j] += energy[j] * y_bar[i, j]
            energy_bar[j] += left[i, j] * y_bar[i, j]
            operand = np.exp(-outer_result[i, j])
            intensity_bar[j] += operand * left_bar[i, j]
            outer_result_bar[i, j] = -operand * intensity[j] * left_bar[i, j]
    column_bar = np.dot(outer_result_bar, attenuation)
    attenuation_bar = np.dot(column, outer_result_bar)

    # forward and reverse in one sweep: the iterations are independent
    power_bar = 0.0
    for i in range(len(energy)):
        power_2 = energy[i] ** -power
        power_2_bar = 0.6 * attenuation_bar[i]
        factor = -power * energy[i] ** (-power - 1.0) if -power != 0.0 else 0.0
        energy_bar[i] += factor * power_2_bar
        factor_2 = (
            power_2 * math.log(energy[i])
            if energy[i] > 0.0
            else 0.0
            if energy[i] == 0.0
            else math.nan
        )
        power_bar -= factor_2 * power_2_bar
    cumulative_trapezoid_adjoint(density, depth, column_bar, density_bar, depth_bar)
    thickness_bar = np.sum(np.linspace(0.0, 1.0, 5) * depth_bar)
    return energy_bar, intensity_bar, density_bar, thickness_bar, power_bar
