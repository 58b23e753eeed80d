import math

import numpy as np


def mel_spectrum_loss_value_and_grad(spectrum, target, rate, bands):
    """The value of mel_spectrum_loss, and its gradient with respect to spectrum,
    target and rate.
    """
    # forward sweep
    top = 2595.0 * np.log10(1.0 + rate / 2.0 / 700.0)
    linspace_result = np.linspace(0.0, top, bands + 2)
    edges = np.empty_like(linspace_result)
    for i in range(len(linspace_result)):
        edges[i] = 700.0 * (10.0 ** (linspace_result[i] / 2595.0) - 1.0)
    hertz = np.linspace(0.0, rate / 2.0, spectrum.shape[1])
    term = np.empty(max(len(linspace_result) - 2, 0))
    for i in range(len(linspace_result) - 2):
        term[i] = edges[i + 1] - edges[i]
    term_part = term[:, None]
    rising = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    term_2 = np.empty(max(len(linspace_result) - 2, 0))
    for i in range(len(linspace_result) - 2):
        for j in range(len(hertz)):
            rising[i, j] = (hertz[j] - edges[i]) / term_part[i, 0]
        term_2[i] = edges[i + 2] - edges[i + 1]
    term_2_part = term_2[:, None]
    filters = np.empty((max(len(linspace_result) - 2, 0), len(hertz)))
    for i in range(len(linspace_result) - 2):
        for j in range(len(hertz)):
            falling = (edges[i + 2] - hertz[j]) / term_2_part[i, 0]
            filters[i, j] = np.maximum(0.0, np.minimum(rising[i, j], falling))
    product = spectrum @ filters.T
    if target.shape[1] != len(hertz):
        raise ValueError("target and filters have different shapes")
    product_2 = target @ filters.T
    second = np.empty_like(product_2)
    for i in range(target.shape[0]):
        for j in range(len(linspace_result) - 2):
            second[i, j] = np.log(product_2[i, j] + 0.01)
    if spectrum.shape[0] != target.shape[0]:
        raise ValueError("spectrum and target have different shapes")
    squares = 0.0
    squares_2 = 0.0
    total = 0.0
    for i in range(spectrum.shape[0]):
        for j in range(spectrum.shape[1]):
            x = spectrum[i, j] - target[i, j]
            squares += x * x
        for j in range(len(hertz)):
            squares_2 += target[i, j] * target[i, j]
        for j in range(len(linspace_result) - 2):
            first = np.log(product[i, j] + 0.01)
            total += np.abs(first - second[i, j])
    if squares != 0.0:
        values = np.sqrt(squares)
    else:
        values = 0.0
    if squares_2 != 0.0:
        values_2 = np.sqrt(squares_2)
    else:
        values_2 = 0.0
    contrast = values / values_2
    value = total / (spectrum.shape[0] * max(len(linspace_result) - 2, 0)) + contrast

    # reverse sweep
    spectrum_bar = np.empty_like(spectrum)
    target_bar = np.zeros_like(target)
    total_bar = 1.0 / (spectrum.shape[0] * max(len(linspace_result) - 2, 0))
    values_bar = 1.0 / values_2
    values_2_bar = -contrast * values_bar
    squares_2_bar = 0.0
    if squares_2 != 0.0:
        squares_2_bar += values_2_bar / (2.0 * values_2)
    squares_bar = 0.0
    if squares != 0.0:
        squares_bar += values_bar / (2.0 * values)
    product_bar = np.empty_like(product)
    second_bar = np.empty_like(second)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(spectrum.shape[0]):
        for j in range(len(linspace_result) - 2):
            first = np.log(product[i, j] + 0.01)
            difference_bar = np.sign(first - second[i, j]) * total_bar
            second_bar[i, j] = -difference_bar
            product_bar[i, j] = difference_bar / (product[i, j] + 0.01)
        for j in range(len(hertz)):
            target_bar[i, j] += 2.0 * target[i, j] * squares_2_bar
        for j in range(spectrum.shape[1]):
            x_bar = 2.0 * (spectrum[i, j] - target[i, j]) * squares_bar
            spectrum_bar[i, j] = x_bar
            target_bar[i, j] -= x_bar
    product_2_bar = np.empty_like(product_2)
    for i in range(target.shape[0]):
        for j in range(len(linspace_result) - 2):
            product_2_bar[i, j] = second_bar[i, j] / (product_2[i, j] + 0.01)
    target_bar += product_2_bar @ filters
    filters_bar = (target.T @ product_2_bar).T
    spectrum_bar += product_bar @ filters
    filters_bar += (spectrum.T @ product_bar).T
    edges_bar = np.zeros_like(edges)
    hertz_bar = np.zeros_like(hertz)
    rising_bar = np.empty_like(rising)
    term_2_bar = np.zeros_like(term_2)
    term_2_part_bar = term_2_bar[:, None]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(linspace_result) - 2):
        for j in range(len(hertz)):
            falling = (edges[i + 2] - hertz[j]) / term_2_part[i, 0]
            minimum_result = np.minimum(rising[i, j], falling)
            minimum_result_bar = 0.0 if 0.0 >= minimum_result else filters_bar[i, j]
            rising_bar[i, j] = minimum_result_bar if rising[i, j] <= falling else 0.0
            falling_bar = 0.0 if rising[i, j] <= falling else minimum_result_bar
            numerator_bar = falling_bar / term_2_part[i, 0]
            edges_bar[i + 2] += numerator_bar
            hertz_bar[j] -= numerator_bar
            term_2_part_bar[i, 0] -= falling * numerator_bar
    term_bar = np.zeros_like(term)
    term_part_bar = term_bar[:, None]
    for i in range(len(linspace_result) - 2):
        edges_bar[i + 2] += term_2_bar[i]
        edges_bar[i + 1] -= term_2_bar[i]
        edges_i_bar = 0.0
        for j in range(len(hertz)):
            quotient = (hertz[j] - edges[i]) / term_part[i, 0]
            numerator_bar = rising_bar[i, j] / term_part[i, 0]
            hertz_bar[j] += numerator_bar
            edges_i_bar -= numerator_bar
            term_part_bar[i, 0] -= quotient * numerator_bar
        edges_bar[i] += edges_i_bar
    for i in range(len(linspace_result) - 2):
        edges_bar[i + 1] += term_bar[i]
        edges_bar[i] -= term_bar[i]
    rate_bar = 0.5 * np.sum(np.linspace(0.0, 1.0, spectrum.shape[1]) * hertz_bar)
    linspace_result_bar = np.empty_like(linspace_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(linspace_result)):
        power = 10.0 ** (linspace_result[i] / 2595.0)
        linspace_result_bar[i] = 700.0 * power * math.log(10.0) * edges_bar[i] / 2595.0
    top_bar = np.sum(np.linspace(0.0, 1.0, bands + 2) * linspace_result_bar)
    factor = 2595.0 * top_bar / (np.log(10.0) * (1.0 + 0.5 * rate / 700.0)) / 700.0
    rate_bar += 0.5 * factor
    return value, spectrum_bar, target_bar, rate_bar
