import math

import numpy as np


def mel_spectrum_loss_jvp(
    spectrum, target, rate, bands, spectrum_dot, target_dot, rate_dot
):
    """The value of mel_spectrum_loss, and its derivative in the direction
    spectrum_dot, target_dot, rate_dot.
    """
    top_dot = (
        2595.0 * (0.5 * rate_dot / 700.0) / (np.log(10.0) * (1.0 + rate / 2.0 / 700.0))
    )
    top = 2595.0 * np.log10(1.0 + rate / 2.0 / 700.0)
    linspace_result_dot = np.linspace(0.0, top_dot, bands + 2)
    linspace_result = np.linspace(0.0, top, bands + 2)
    edges_dot = np.empty_like(linspace_result)
    edges = np.empty_like(linspace_result)
    for i in range(len(linspace_result)):
        power = 10.0 ** (linspace_result[i] / 2595.0)
        power_dot = power * math.log(10.0) * (linspace_result_dot[i] / 2595.0)
        edges_dot[i] = 700.0 * power_dot
        edges[i] = 700.0 * (power - 1.0)
    hertz_dot = np.linspace(0.0, 0.5 * rate_dot, spectrum.shape[1])
    hertz = np.linspace(0.0, rate / 2.0, spectrum.shape[1])
    term_dot = np.empty(max(len(linspace_result) - 2, 0))
    term = np.empty(max(len(linspace_result) - 2, 0))
    for i in range(len(linspace_result) - 2):
        term_dot[i] = edges_dot[i + 1] - edges_dot[i]
        term[i] = edges[i + 1] - edges[i]
    term_part_dot = term_dot[:, None]
    term_part = term[:, None]
    rising_dot = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    rising = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    term_2_dot = np.empty(max(len(linspace_result) - 2, 0))
    term_2 = np.empty(max(len(linspace_result) - 2, 0))
    for i in range(len(linspace_result) - 2):
        for j in range(len(hertz)):
            quotient = (hertz[j] - edges[i]) / term_part[i, 0]
            factor = hertz_dot[j] - edges_dot[i] - quotient * term_part_dot[i, 0]
            quotient_dot = factor / term_part[i, 0]
            rising_dot[i, j] = quotient_dot
            rising[i, j] = quotient
        term_2_dot[i] = edges_dot[i + 2] - edges_dot[i + 1]
        term_2[i] = edges[i + 2] - edges[i + 1]
    term_2_part_dot = term_2_dot[:, None]
    term_2_part = term_2[:, None]
    filters_dot = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    filters = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    for i in range(len(linspace_result) - 2):
        for j in range(len(hertz)):
            falling = (edges[i + 2] - hertz[j]) / term_2_part[i, 0]
            factor_2 = edges_dot[i + 2] - hertz_dot[j] - falling * term_2_part_dot[i, 0]
            falling_dot = factor_2 / term_2_part[i, 0]
            minimum_result_dot = (
                rising_dot[i, j] if rising[i, j] <= falling else falling_dot
            )
            minimum_result = np.minimum(rising[i, j], falling)
            filters_dot[i, j] = 0.0 if 0.0 >= minimum_result else minimum_result_dot
            filters[i, j] = np.maximum(0.0, minimum_result)
    product_dot = spectrum_dot @ filters.T + spectrum @ filters_dot.T
    product = spectrum @ filters.T
    if target.shape[1] != len(hertz):
        raise ValueError("target and filters have different shapes")
    product_2_dot = target_dot @ filters.T + target @ filters_dot.T
    product_2 = target @ filters.T
    second_dot = np.empty_like(product_2)
    second = np.empty_like(product_2)
    for i in range(target.shape[0]):
        for j in range(len(linspace_result) - 2):
            second_dot[i, j] = product_2_dot[i, j] / (product_2[i, j] + 0.01)
            second[i, j] = np.log(product_2[i, j] + 0.01)
    if spectrum.shape[0] != target.shape[0]:
        raise ValueError("spectrum and target have different shapes")
    squares_dot = 0.0
    squares = 0.0
    squares_2_dot = 0.0
    squares_2 = 0.0
    total_dot = 0.0
    total = 0.0
    for i in range(spectrum.shape[0]):
        for j in range(spectrum.shape[1]):
            x_dot = spectrum_dot[i, j] - target_dot[i, j]
            x = spectrum[i, j] - target[i, j]
            squares_dot += x_dot * x + x * x_dot
            squares += x * x
        for j in range(len(hertz)):
            a_dot = target_dot[i, j] * target[i, j] + target[i, j] * target_dot[i, j]
            squares_2_dot += a_dot
            squares_2 += target[i, j] * target[i, j]
        for j in range(len(linspace_result) - 2):
            first_dot = product_dot[i, j] / (product[i, j] + 0.01)
            first = np.log(product[i, j] + 0.01)
            total_dot += np.sign(first - second[i, j]) * (first_dot - second_dot[i, j])
            total += np.abs(first - second[i, j])
    if squares != 0.0:
        values = np.sqrt(squares)
        values_dot = squares_dot / (2.0 * values)
    else:
        values_dot = 0.0
        values = 0.0
    if squares_2 != 0.0:
        values_2 = np.sqrt(squares_2)
        values_2_dot = squares_2_dot / (2.0 * values_2)
    else:
        values_2_dot = 0.0
        values_2 = 0.0
    contrast = values / values_2
    quotient_dot = total_dot / (spectrum.shape[0] * max(len(linspace_result) - 2, 0))
    value_dot = quotient_dot + (values_dot - contrast * values_2_dot) / values_2
    value = total / (spectrum.shape[0] * max(len(linspace_result) - 2, 0)) + contrast
    return value, value_dot
