import math

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


def integral_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    # forward sweep
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y) - 1):
        difference_bar = (y[i] + y[i + 1]) * total_bar
        x_bar[i + 1] += difference_bar
        x_bar[i] -= difference_bar
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def along_axis_adjoint(places, a, result_bar, places_bar, a_bar):
    """The adjoint of places and a is added to places_bar, a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        integral_adjoint(a_i, places, result_bar[i], a_i_bar, places_bar)


def colours_of_a_black_body_vjp(
    temperature, radius, dust, wavelengths, filters, result_bar
):
    """The adjoints of temperature, radius, dust, wavelengths and filters of
    colours_of_a_black_body, for the adjoint of its result.
    """
    # forward sweep: saves planck, expm1_x and seen
    planck = np.empty_like(wavelengths)
    planck_saved = np.empty(len(wavelengths))
    expm1_x_saved = np.empty(len(wavelengths))
    for i in range(len(wavelengths)):
        x = 14.388 / (wavelengths[i] * temperature)
        expm1_x = np.expm1(x)
        expm1_x_saved[i] = expm1_x
        planck[i] = wavelengths[i] ** -5.0 / expm1_x
        planck_saved[i] = planck[i]
        planck[i] *= 10.0 ** (-0.4 * dust / wavelengths[i])
    if filters.shape[1] != len(wavelengths):
        raise ValueError("filters and wavelengths have different shapes")
    weight = np.empty_like(filters)
    y = np.empty_like(filters)
    for i in range(filters.shape[0]):
        for j in range(len(wavelengths)):
            weight[i, j] = filters[i, j] * wavelengths[j]
            y[i, j] = planck[j] * weight[i, j]
    seen = along_axis(wavelengths, y)
    along_axis_result = along_axis(wavelengths, weight)
    power = radius**2
    magnitudes = np.empty_like(seen)
    seen_saved = np.empty(filters.shape[0])
    for i in range(filters.shape[0]):
        seen_saved[i] = seen[i]
        seen[i] /= along_axis_result[i]

    # reverse sweep
    wavelengths_bar = np.zeros_like(wavelengths)
    filters_bar = np.empty_like(filters)
    out_bar = result_bar.copy()
    magnitudes_bar = np.zeros_like(magnitudes)
    for i in range(filters.shape[0] - 1):
        magnitudes_bar[i] += out_bar[i]
        magnitudes_bar[i + 1] -= out_bar[i]
    seen_bar = np.empty_like(seen)
    along_axis_result_bar = np.empty_like(along_axis_result)
    power_bar = 0.0
    for i in range(filters.shape[0]):
        product_bar = -2.5 * magnitudes_bar[i] / (np.log(10.0) * seen[i] * power)
        seen_bar[i] = power * product_bar
        power_bar += seen[i] * product_bar
        seen[i] = seen_saved[i]
        numerator_bar = seen_bar[i] / along_axis_result[i]
        seen_bar[i] = numerator_bar
        along_axis_result_bar[i] = -seen[i] * numerator_bar / along_axis_result[i]
    radius_bar = 2.0 * radius * power_bar
    weight_bar = np.zeros_like(weight)
    along_axis_adjoint(
        wavelengths, weight, along_axis_result_bar, wavelengths_bar, weight_bar
    )
    y_bar = np.zeros_like(y)
    along_axis_adjoint(wavelengths, y, seen_bar, wavelengths_bar, y_bar)
    planck_bar = np.zeros_like(planck)
    for i in range(filters.shape[0]):
        for j in range(len(wavelengths)):
            planck_bar[j] += weight[i, j] * y_bar[i, j]
            weight_bar[i, j] += planck[j] * y_bar[i, j]
            filters_bar[i, j] = wavelengths[j] * weight_bar[i, j]
            wavelengths_bar[j] += filters[i, j] * weight_bar[i, j]
    dust_bar = 0.0
    temperature_bar = 0.0
    for i in range(len(wavelengths)):
        planck[i] = planck_saved[i]
        quotient = -0.4 * dust / wavelengths[i]
        power = 10.0**quotient
        planck_i_bar = planck_bar[i]
        planck_bar[i] = power * planck_i_bar
        quotient_bar = power * math.log(10.0) * planck[i] * planck_i_bar
        numerator_bar = quotient_bar / wavelengths[i]
        dust_bar -= 0.4 * numerator_bar
        wavelengths_bar[i] -= quotient * numerator_bar
        expm1_x = expm1_x_saved[i]
        numerator_bar = planck_bar[i] / expm1_x
        x_bar = -(expm1_x + 1.0) * wavelengths[i] ** -5.0 * numerator_bar / expm1_x
        wavelengths_bar[i] -= 5.0 * wavelengths[i] ** -6.0 * numerator_bar
        x = 14.388 / (wavelengths[i] * temperature)
        product_bar = -x * x_bar / (wavelengths[i] * temperature)
        wavelengths_bar[i] += temperature * product_bar
        temperature_bar += wavelengths[i] * product_bar
    return temperature_bar, radius_bar, dust_bar, wavelengths_bar, filters_bar
