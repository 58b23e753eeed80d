import math

import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < -1.0:
        a = -1.0
    if a > 1.0:
        a = 1.0
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < -1.0
    if condition:
        a = -1.0

    # reverse sweep
    a_bar = result_bar
    if a > 1.0:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


def running_products_forward(a):
    """The result of running_products, and what running_products_reverse reads:
    running_saved.
    """
    values = np.empty(len(a), np.float64)
    running = 1.0
    running_saved = np.empty(len(a))
    for i in range(len(a)):
        running_saved[i] = running
        running *= a[i]
        values[i] = running
    return values, running_saved


def running_products_reverse(a, running_saved, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after running_products_forward."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
        a_bar[i] += running_saved[i] * running_bar
        running_bar = a[i] * running_bar


def titration_curve_vjp(constants, acid, base, volumes, start, result_bar):
    """The adjoints of constants, acid, base, volumes and start of titration_curve,
    for the adjoint of its result.
    """
    # forward sweep: saves ph, slope, square, bound, total_3, total, terms and h
    c_acid = np.empty_like(volumes)
    c_base = np.empty_like(volumes)
    for i in range(len(volumes)):
        dilution = start / (start + volumes[i])
        c_acid[i] = acid * dilution
        c_base[i] = base * volumes[i] / (start + volumes[i])
    k, running_saved = running_products_forward(constants)
    powers = np.arange(1, len(k) + 1)
    ph = np.full_like(volumes, 5.0)
    ph_saved = []
    slope_saved = []
    square_saved = []
    bound_saved = []
    total_3_saved = []
    total_saved = []
    terms_saved = []
    h_saved = []
    clip_result = np.empty(len(volumes))
    for k_2 in range(4):
        h = np.empty_like(ph)
        h_saved.append(h)
        for i in range(len(ph)):
            h[i] = 10.0 ** -ph[i]
        if k[:, None].shape[0] != powers[:, None].shape[0]:
            raise ValueError("k[:, None] and powers[:, None] have different shapes")
        terms = np.empty((len(constants), len(h)))
        terms_saved.append(terms)
        total_2 = np.zeros(len(h))
        total = np.empty(len(h))
        total_saved.append(total)
        total_3 = np.zeros(len(h))
        total_3_saved.append(total_3)
        for i in range(len(constants)):
            for j in range(len(h)):
                terms[i, j] = k[i] / h[j] ** powers[i]
                total_2[j] += terms[i, j]
                total_3[j] += powers[i] * terms[i, j]
        bound = np.empty(len(h))
        bound_saved.append(bound)
        for i in range(len(h)):
            total[i] = 1.0 + total_2[i]
            bound[i] = total_3[i] / total[i]
        sum_result = np.sum(powers[:, None] ** 2 * terms, axis=0)
        square = np.empty_like(sum_result)
        square_saved.append(square)
        for i in range(len(sum_result)):
            square[i] = sum_result[i] / total[i]
        term = -np.log(10.0)
        slope = np.empty_like(ph)
        slope_saved.append(slope)
        for i in range(len(h)):
            quotient = 0.01 / h[i]
            factor = h[i] + quotient + c_acid[i] * (square[i] - bound[i] ** 2)
            slope[i] = term * factor
        for i in range(len(volumes)):
            balance = c_base[i] + h[i] - 0.01 / h[i] - c_acid[i] * bound[i]
            clip_result[i] = bounded(balance / slope[i])
        ph_new = np.empty_like(ph)
        for i in range(len(ph)):
            ph_new[i] = ph[i] - clip_result[i]
        ph_saved.append(ph)
        ph = ph_new

    # reverse sweep
    constants_bar = np.zeros_like(constants)
    volumes_bar = np.empty_like(volumes)
    ph_bar = result_bar.copy()
    c_acid_bar = np.zeros_like(c_acid)
    c_base_bar = np.zeros_like(c_base)
    k_bar = np.zeros_like(k)
    clip_result_bar = np.empty(len(volumes))
    for k_2 in range(3, -1, -1):
        ph = ph_saved.pop()
        ph_new_bar = ph_bar
        ph_bar = np.empty_like(ph)
        for i in range(len(ph)):
            ph_bar[i] = ph_new_bar[i]
            clip_result_bar[i] = -ph_new_bar[i]
        slope = slope_saved.pop()
        bound = bound_saved.pop()
        h = h_saved.pop()
        h_bar = np.empty_like(h)
        bound_bar = np.empty_like(bound)
        slope_bar = np.empty_like(slope)
        for i in range(len(volumes)):
            quotient = 0.01 / h[i]
            balance = c_base[i] + h[i] - quotient - c_acid[i] * bound[i]
            a = balance / slope[i]
            numerator_bar = bounded_adjoint(a, clip_result_bar[i]) / slope[i]
            slope_bar[i] = -a * numerator_bar
            c_base_bar[i] += numerator_bar
            c_acid_bar[i] -= bound[i] * numerator_bar
            bound_bar[i] = -c_acid[i] * numerator_bar
            h_bar[i] = numerator_bar + quotient * numerator_bar / h[i]
        square = square_saved.pop()
        term = -np.log(10.0)
        square_bar = np.zeros_like(square)
        for i in range(len(h)):
            sum_bar = term * slope_bar[i]
            c_acid_bar[i] += (square[i] - bound[i] ** 2) * sum_bar
            square_bar[i] += c_acid[i] * sum_bar
            bound_bar[i] -= 2.0 * bound[i] * c_acid[i] * sum_bar
            h_bar[i] += sum_bar - 0.01 * sum_bar / h[i] / h[i]
        total = total_saved.pop()
        terms = terms_saved.pop()
        sum_result = np.sum(powers[:, None] ** 2 * terms, axis=0)
        total_bar = np.zeros_like(total)
        sum_result_bar = np.empty_like(sum_result)
        for i in range(len(sum_result)):
            numerator_bar = square_bar[i] / total[i]
            sum_result_bar[i] = numerator_bar
            total_bar[i] -= sum_result[i] * numerator_bar / total[i]
        terms_bar = powers[:, None] ** 2 * np.expand_dims(sum_result_bar, 0)
        total_3 = total_3_saved.pop()
        total_2_bar = np.empty(len(h))
        total_3_bar = np.empty_like(total_3)
        for i in range(len(h)):
            numerator_bar = bound_bar[i] / total[i]
            total_3_bar[i] = numerator_bar
            total_bar[i] -= total_3[i] * numerator_bar / total[i]
            total_2_bar[i] = total_bar[i]
        for i in range(len(constants)):
            k_i_bar = 0.0
            for j in range(len(h)):
                terms_bar[i, j] += powers[i] * total_3_bar[j] + total_2_bar[j]
                power = h[j] ** powers[i]
                numerator_bar = terms_bar[i, j] / power
                k_i_bar += numerator_bar
                power_bar = -k[i] * numerator_bar / power
                h_bar[j] += (
                    powers[i]
                    * h[j] ** (powers[i] - 1 if powers[i] != 0 else 0)
                    * power_bar
                )
            k_bar[i] += k_i_bar
        for i in range(len(ph)):
            ph_bar[i] -= 10.0 ** -ph[i] * math.log(10.0) * h_bar[i]
    running_products_reverse(constants, running_saved, k_bar, constants_bar)

    # forward and reverse in one sweep: the iterations are independent
    start_bar = 0.0
    base_bar = 0.0
    acid_bar = 0.0
    for i in range(len(volumes)):
        dilution = start / (start + volumes[i])
        quotient = base * volumes[i] / (start + volumes[i])
        numerator_bar_2 = c_base_bar[i] / (start + volumes[i])
        base_bar += volumes[i] * numerator_bar_2
        volumes_bar[i] = (base - quotient) * numerator_bar_2
        acid_bar += dilution * c_acid_bar[i]
        numerator_bar = acid * c_acid_bar[i] / (start + volumes[i])
        start_bar += (1.0 - dilution) * numerator_bar - quotient * numerator_bar_2
        volumes_bar[i] -= dilution * numerator_bar
    return constants_bar, acid_bar, base_bar, volumes_bar, start_bar
