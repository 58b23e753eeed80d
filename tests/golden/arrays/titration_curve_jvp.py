import math

import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < -1.0:
        a_dot = 0.0
        a = -1.0
    if a > 1.0:
        a_dot = 0.0
        a = 1.0
    return a, a_dot


def running_products_tangent(a, a_dot):
    """running_products and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 1.0
    for i in range(len(a)):
        running_dot = running_dot * a[i] + running * a_dot[i]
        running *= a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def titration_curve_jvp(
    constants,
    acid,
    base,
    volumes,
    start,
    constants_dot,
    acid_dot,
    base_dot,
    volumes_dot,
    start_dot,
):
    """The value of titration_curve, and its derivative in the direction
    constants_dot, acid_dot, base_dot, volumes_dot, start_dot.
    """
    c_acid_dot = np.empty_like(volumes)
    c_acid = np.empty_like(volumes)
    c_base_dot = np.empty_like(volumes)
    c_base = np.empty_like(volumes)
    for i in range(len(volumes)):
        dilution = start / (start + volumes[i])
        factor = start_dot - dilution * (start_dot + volumes_dot[i])
        dilution_dot = factor / (start + volumes[i])
        c_acid_dot[i] = acid_dot * dilution + acid * dilution_dot
        c_acid[i] = acid * dilution
        quotient = base * volumes[i] / (start + volumes[i])
        factor_2 = (
            base_dot * volumes[i]
            + base * volumes_dot[i]
            - quotient * (start_dot + volumes_dot[i])
        )
        quotient_dot = factor_2 / (start + volumes[i])
        c_base_dot[i] = quotient_dot
        c_base[i] = quotient
    k, k_dot = running_products_tangent(constants, constants_dot)
    powers = np.arange(1, len(k) + 1)
    ph_dot = np.zeros_like(volumes)
    ph = np.full_like(volumes, 5.0)
    clip_result_dot = np.empty(len(volumes))
    clip_result = np.empty(len(volumes))
    for _ in range(4):
        h_dot = np.empty_like(ph)
        h = np.empty_like(ph)
        for i in range(len(ph)):
            power = 10.0 ** -ph[i]
            h_dot[i] = -power * math.log(10.0) * ph_dot[i]
            h[i] = power
        if k[:, None].shape[0] != powers[:, None].shape[0]:
            raise ValueError("k[:, None] and powers[:, None] have different shapes")
        terms_dot = np.empty((len(constants), len(h)))
        terms = np.empty((len(constants), len(h)))
        total_2_dot = np.zeros(len(h))
        total_2 = np.zeros(len(h))
        total_dot = np.empty(len(h))
        total = np.empty(len(h))
        total_3_dot = np.zeros(len(h))
        total_3 = np.zeros(len(h))
        for i in range(len(constants)):
            for j in range(len(h)):
                power_dot = (
                    powers[i]
                    * h[j] ** (powers[i] - 1 if powers[i] != 0 else 0)
                    * h_dot[j]
                )
                power = h[j] ** powers[i]
                quotient = k[i] / power
                terms_dot[i, j] = (k_dot[i] - quotient * power_dot) / power
                terms[i, j] = quotient
                total_2_dot[j] += terms_dot[i, j]
                total_2[j] += terms[i, j]
                total_3_dot[j] += powers[i] * terms_dot[i, j]
                total_3[j] += powers[i] * terms[i, j]
        bound_dot = np.empty(len(h))
        bound = np.empty(len(h))
        for i in range(len(h)):
            total_dot[i] = total_2_dot[i]
            total[i] = 1.0 + total_2[i]
            quotient = total_3[i] / total[i]
            bound_dot[i] = (total_3_dot[i] - quotient * total_dot[i]) / total[i]
            bound[i] = quotient
        sum_result_dot = np.sum(powers[:, None] ** 2 * terms_dot, 0)
        sum_result = np.sum(powers[:, None] ** 2 * terms, axis=0)
        square_dot = np.empty_like(sum_result)
        square = np.empty_like(sum_result)
        for i in range(len(sum_result)):
            quotient = sum_result[i] / total[i]
            square_dot[i] = (sum_result_dot[i] - quotient * total_dot[i]) / total[i]
            square[i] = quotient
        term = -np.log(10.0)
        slope_dot = np.empty_like(ph)
        slope = np.empty_like(ph)
        for i in range(len(h)):
            quotient = 0.01 / h[i]
            quotient_dot = -quotient * h_dot[i] / h[i]
            factor_3 = (
                h_dot[i]
                + quotient_dot
                + (
                    c_acid_dot[i] * (square[i] - bound[i] ** 2)
                    + c_acid[i] * (square_dot[i] - 2.0 * bound[i] * bound_dot[i])
                )
            )
            slope_dot[i] = term * factor_3
            factor_4 = h[i] + quotient + c_acid[i] * (square[i] - bound[i] ** 2)
            slope[i] = term * factor_4
        clip_result_dot[:] = 0.0
        for i in range(len(volumes)):
            quotient = 0.01 / h[i]
            quotient_dot = -quotient * h_dot[i] / h[i]
            balance_dot = (
                c_base_dot[i]
                + h_dot[i]
                - quotient_dot
                - (c_acid_dot[i] * bound[i] + c_acid[i] * bound_dot[i])
            )
            balance = c_base[i] + h[i] - quotient - c_acid[i] * bound[i]
            a = balance / slope[i]
            a_dot = (balance_dot - a * slope_dot[i]) / slope[i]
            clip_result[i], clip_result_dot[i] = bounded_tangent(a, a_dot)
        ph_new_dot = np.empty_like(ph)
        ph_new = np.empty_like(ph)
        for i in range(len(ph)):
            ph_new_dot[i] = ph_dot[i] - clip_result_dot[i]
            ph_new[i] = ph[i] - clip_result[i]
        ph_dot = ph_new_dot
        ph = ph_new
    return ph, ph_dot
