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


def erfcx_repeated_adjoint(n, x, z_bar):
    return -(2.0 * (n + 1) * erfcx_repeated(n + 1, x) * z_bar)


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def peaks_with_tails_vjp(
    time,
    area,
    place,
    width,
    tail,
    measured,
    base,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of time, area, place, width, tail, measured and base of
    peaks_with_tails, for the adjoint of its result.
    """
    # forward sweep
    if len(place) != len(width):
        raise ValueError("place and width have different shapes")
    if width.shape != tail.shape:
        raise ValueError("width and tail have different shapes")
    ratio = np.empty_like(width)
    root = np.sqrt(2.0)
    root_2 = np.sqrt(np.pi / 2.0)
    root_3 = np.sqrt(2.0 * np.pi)
    peaks = np.empty_like(width)
    for i in range(len(place)):
        ratio[i] = width[i] / tail[i]
        peaks[i] = root_2 * ratio[i] / (width[i] * root_3)
    peaks_2 = np.empty((len(time), len(place)))
    for i in range(len(time)):
        for j in range(len(place)):
            z = (time[i] - place[j]) / width[j]
            argument = (ratio[j] - z) / root
            exponential = np.exp(-0.5 * z**2)
            peaks_2[i, j] = peaks[j] * exponential * erfcx_repeated(0, argument)
    if len(place) != len(area):
        raise ValueError("peaks and area have different shapes")
    product = peaks_2 @ area
    base_0 = base[0]
    base_1 = base[1]
    mutual = peaks_2.T @ peaks_2
    on_diagonal_result = on_diagonal(mutual)
    norm = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        norm[i] = np.sqrt(on_diagonal_result[i])
    if len(time) != len(measured):
        raise ValueError("signal and measured have different shapes")
    operand = np.outer(norm, norm)
    if mutual.shape[0] != operand.shape[0]:
        raise ValueError("mutual and operand have different shapes")
    if mutual.shape[0] != operand.shape[1]:
        raise ValueError("mutual and operand have different shapes")

    # reverse sweep
    time_bar = np.empty_like(time)
    place_bar = np.zeros_like(place)
    width_bar = np.zeros_like(width)
    tail_bar = np.zeros_like(tail)
    measured_bar = np.empty_like(measured)
    base_bar = np.zeros_like(base)
    resolution_bar = result_1_bar.copy()
    quotient_bar = result_2_bar.copy()
    mutual_bar = np.empty_like(mutual)
    operand_bar = np.empty_like(operand)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(place)):
        for j in range(len(place)):
            quotient = mutual[i, j] / operand[i, j]
            numerator_bar = quotient_bar[i, j] / operand[i, j]
            mutual_bar[i, j] = numerator_bar
            operand_bar[i, j] = -quotient * numerator_bar
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    base_1_bar = 0.0
    base_0_bar = 0.0
    for i in range(len(time)):
        signal = product[i] + base_0 + base_1 * time[i]
        difference_bar = 2.0 * (signal - measured[i]) * result_0_bar
        measured_bar[i] = -difference_bar
        product_bar[i] = difference_bar
        base_0_bar += difference_bar
        base_1_bar += time[i] * difference_bar
        time_bar[i] = base_1 * difference_bar
    norm_bar = np.dot(operand_bar, norm) + np.dot(norm, operand_bar)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = norm_bar[i] / (2.0 * norm[i])
    on_diagonal_adjoint(on_diagonal_result_bar, mutual_bar)
    peaks_2_bar = (mutual_bar @ peaks_2.T).T + peaks_2 @ mutual_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(place) - 1):
        factor = 2.0 * (width[i + 1] + width[i]) + tail[i]
        quotient_2 = (place[i + 1] - place[i]) / factor
        quotient_2_bar = resolution_bar[i]
        numerator_bar = quotient_2_bar / (2.0 * (width[i + 1] + width[i]) + tail[i])
        place_bar[i + 1] += numerator_bar
        place_bar[i] -= numerator_bar
        sum_bar = -quotient_2 * numerator_bar
        width_bar[i + 1] += 2.0 * sum_bar
        width_bar[i] += 2.0 * sum_bar
        tail_bar[i] += sum_bar
    base_bar[1] += base_1_bar
    base_bar[0] += base_0_bar
    peaks_2_bar += np.outer(product_bar, area)
    area_bar = peaks_2.T @ product_bar
    ratio_bar = np.zeros_like(ratio)
    peaks_bar = np.zeros_like(peaks)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(time)):
        time_i_bar = 0.0
        for j in range(len(place)):
            z = (time[i] - place[j]) / width[j]
            argument = (ratio[j] - z) / root
            erfcx_result = erfcx_repeated(0, argument)
            exponential = np.exp(-0.5 * z**2)
            peaks_bar[j] += exponential * erfcx_result * peaks_2_bar[i, j]
            exponential_bar = peaks[j] * erfcx_result * peaks_2_bar[i, j]
            erfcx_result_bar = peaks[j] * exponential * peaks_2_bar[i, j]
            argument_bar = erfcx_repeated_adjoint(0, argument, erfcx_result_bar)
            difference_bar = argument_bar / root
            ratio_bar[j] += difference_bar
            z_bar = -z * exponential * exponential_bar - difference_bar
            numerator_bar = z_bar / width[j]
            time_i_bar += numerator_bar
            place_bar[j] -= numerator_bar
            width_bar[j] -= z * numerator_bar
        time_bar[i] += time_i_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(place)):
        quotient = root_2 * ratio[i] / (width[i] * root_3)
        numerator_bar_2 = peaks_bar[i] / (width[i] * root_3)
        ratio_bar[i] += root_2 * numerator_bar_2
        numerator_bar = ratio_bar[i] / tail[i]
        width_bar[i] += numerator_bar - root_3 * quotient * numerator_bar_2
        tail_bar[i] -= width[i] * numerator_bar / tail[i]
    return time_bar, area_bar, place_bar, width_bar, tail_bar, measured_bar, base_bar
