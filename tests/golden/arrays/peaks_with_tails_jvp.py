import math

import numpy as np


def exp_square(scale, x):
    """exp(scale * x**2), the square in parts so that its rounding is not magnified."""
    if not abs(x) < 40.0:
        result = math.exp(scale * x * x)
    else:
        high = math.floor(16.0 * x) / 16.0
        factor = math.exp(scale * (x - high) * (x + high))
        result = math.exp(scale * high * high) * factor
    return result


def erfcx_repeated(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def erfcx_repeated_tangent(n, x, x_dot):
    z = erfcx_repeated(n, x)
    return z, -2.0 * (n + 1) * erfcx_repeated(n + 1, x) * x_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def peaks_with_tails_jvp(
    time,
    area,
    place,
    width,
    tail,
    measured,
    base,
    time_dot,
    area_dot,
    place_dot,
    width_dot,
    tail_dot,
    measured_dot,
    base_dot,
):
    """The value of peaks_with_tails, and its derivative in the direction time_dot,
    area_dot, place_dot, width_dot, tail_dot, measured_dot, base_dot.
    """
    if len(place) != len(width):
        raise ValueError("place and width have different shapes")
    if width.shape != tail.shape:
        raise ValueError("width and tail have different shapes")
    ratio_dot = np.empty_like(width)
    ratio = np.empty_like(width)
    root = np.sqrt(2.0)
    root_2 = np.sqrt(np.pi / 2.0)
    root_3 = np.sqrt(2.0 * np.pi)
    peaks_dot = np.empty_like(width)
    peaks = np.empty_like(width)
    for i in range(len(place)):
        quotient_2 = width[i] / tail[i]
        ratio_dot[i] = (width_dot[i] - quotient_2 * tail_dot[i]) / tail[i]
        ratio[i] = quotient_2
        quotient_2 = root_2 * ratio[i] / (width[i] * root_3)
        factor = root_2 * ratio_dot[i] - quotient_2 * width_dot[i] * root_3
        quotient_2_dot = factor / (width[i] * root_3)
        peaks_dot[i] = quotient_2_dot
        peaks[i] = quotient_2
    peaks_2_dot = np.empty((len(time), len(place)))
    peaks_2 = np.empty((len(time), len(place)))
    for i in range(len(time)):
        for j in range(len(place)):
            z = (time[i] - place[j]) / width[j]
            z_dot = (time_dot[i] - place_dot[j] - z * width_dot[j]) / width[j]
            argument = (ratio[j] - z) / root
            argument_dot = (ratio_dot[j] - z_dot) / root
            erfcx_result, erfcx_result_dot = erfcx_repeated_tangent(
                0, argument, argument_dot
            )
            exponential = np.exp(-0.5 * z**2)
            exponential_dot = -exponential * z * z_dot
            factor_2 = peaks_dot[j] * exponential + peaks[j] * exponential_dot
            term = factor_2 * erfcx_result
            peaks_2_dot[i, j] = term + peaks[j] * exponential * erfcx_result_dot
            peaks_2[i, j] = peaks[j] * exponential * erfcx_result
    if len(place) != len(area):
        raise ValueError("peaks and area have different shapes")
    product_dot = peaks_2_dot @ area + peaks_2 @ area_dot
    product = peaks_2 @ area
    base_0_dot = base_dot[0]
    base_0 = base[0]
    base_1_dot = base_dot[1]
    base_1 = base[1]
    resolution_dot = np.empty(max(len(place) - 1, 0))
    resolution = np.empty(max(len(place) - 1, 0))
    for i in range(len(place) - 1):
        factor_3 = 2.0 * (width[i + 1] + width[i]) + tail[i]
        quotient_2 = (place[i + 1] - place[i]) / factor_3
        factor_4 = (
            place_dot[i + 1]
            - place_dot[i]
            - quotient_2 * (2.0 * (width_dot[i + 1] + width_dot[i]) + tail_dot[i])
        )
        quotient_2_dot = factor_4 / (2.0 * (width[i + 1] + width[i]) + tail[i])
        resolution_dot[i] = quotient_2_dot
        resolution[i] = quotient_2
    mutual_dot = peaks_2_dot.T @ peaks_2 + peaks_2.T @ peaks_2_dot
    mutual = peaks_2.T @ peaks_2
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(mutual, mutual_dot)
    norm_dot = np.empty_like(on_diagonal_result)
    norm = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        sqrt_on_diagonal_result = np.sqrt(on_diagonal_result[i])
        norm_dot[i] = on_diagonal_result_dot[i] / (2.0 * sqrt_on_diagonal_result)
        norm[i] = sqrt_on_diagonal_result
    if len(time) != len(measured):
        raise ValueError("signal and measured have different shapes")
    operand_dot = np.outer(norm_dot, norm) + np.outer(norm, norm_dot)
    operand = np.outer(norm, norm)
    if mutual.shape[0] != operand.shape[0]:
        raise ValueError("mutual and operand have different shapes")
    if mutual.shape[0] != operand.shape[1]:
        raise ValueError("mutual and operand have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(time)):
        signal_dot = (
            product_dot[i] + base_0_dot + (base_1_dot * time[i] + base_1 * time_dot[i])
        )
        signal = product[i] + base_0 + base_1 * time[i]
        total_dot += 2.0 * (signal - measured[i]) * (signal_dot - measured_dot[i])
        total += (signal - measured[i]) ** 2
    quotient_dot = np.empty_like(mutual)
    quotient = np.empty_like(mutual)
    for i in range(len(place)):
        for j in range(len(place)):
            quotient_2 = mutual[i, j] / operand[i, j]
            factor_5 = mutual_dot[i, j] - quotient_2 * operand_dot[i, j]
            quotient_2_dot = factor_5 / operand[i, j]
            quotient_dot[i, j] = quotient_2_dot
            quotient[i, j] = quotient_2
    return total, resolution, quotient, total_dot, resolution_dot, quotient_dot
