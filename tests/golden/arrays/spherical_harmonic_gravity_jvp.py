import numpy as np


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != first.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((first.shape[0], first.shape[2]))
    result = np.empty((first.shape[0], first.shape[2]))
    for n in range(first.shape[0]):
        for i in range(first.shape[2]):
            total_dot = 0.0
            total = 0.0
            for m in range(first.shape[1]):
                term_2 = first[n, m, i] * second_dot[n, m]
                factor = first_dot[n, m, i] * second[n, m] + term_2
                term = factor * third[m, i]
                total_dot += term + first[n, m, i] * second[n, m] * third_dot[m, i]
                total += first[n, m, i] * second[n, m] * third[m, i]
            result_dot[n, i] = total_dot
            result[n, i] = total
    return result, result_dot


def spherical_harmonic_gravity_jvp(
    r,
    latitude,
    longitude,
    c,
    s,
    radius,
    r_dot,
    latitude_dot,
    longitude_dot,
    c_dot,
    s_dot,
    radius_dot,
):
    """The value of spherical_harmonic_gravity, and its derivative in the direction
    r_dot, latitude_dot, longitude_dot, c_dot, s_dot, radius_dot.
    """
    x_dot = np.empty_like(latitude)
    x = np.empty_like(latitude)
    root_dot = np.empty_like(latitude)
    root = np.empty_like(latitude)
    degrees = c.shape[0]
    p_dot = np.zeros((degrees, degrees, len(latitude)))
    p = np.zeros((degrees, degrees, len(latitude)))
    for i in range(len(latitude)):
        cos_latitude = np.cos(latitude[i])
        x_dot[i] = cos_latitude * latitude_dot[i]
        x[i] = np.sin(latitude[i])
        root_dot[i] = -x[i] * latitude_dot[i]
        root[i] = cos_latitude
        p_dot[0, 0, i] = 0.0
        p[0, 0, i] = 1.0
    for m in range(degrees):
        if m > 0:
            for i in range(len(latitude)):
                term = (2 * m - 1) * root[i] * p_dot[m - 1, m - 1, i]
                values_dot = (2 * m - 1) * root_dot[i] * p[m - 1, m - 1, i] + term
                p_dot[m, m, i] = values_dot
                p[m, m, i] = (2 * m - 1) * root[i] * p[m - 1, m - 1, i]
        if m + 1 < degrees:
            for i in range(len(latitude)):
                term_2 = (2 * m + 1) * x[i] * p_dot[m, m, i]
                values_dot = (2 * m + 1) * x_dot[i] * p[m, m, i] + term_2
                p_dot[m + 1, m, i] = values_dot
                p[m + 1, m, i] = (2 * m + 1) * x[i] * p[m, m, i]
        for n in range(m + 2, degrees):
            for i in range(len(latitude)):
                term_3 = (2 * n - 1) * x[i] * p[n - 1, m, i]
                factor = term_3 - (n + m - 1) * p[n - 2, m, i]
                values = factor / (n - m)
                factor_2 = (
                    (2 * n - 1) * x_dot[i] * p[n - 1, m, i]
                    + (2 * n - 1) * x[i] * p_dot[n - 1, m, i]
                    - (n + m - 1) * p_dot[n - 2, m, i]
                )
                values_dot = factor_2 / (n - m)
                p_dot[n, m, i] = values_dot
                p[n, m, i] = values
    k = np.arange(degrees)
    scale_dot = np.empty((len(k), len(r)))
    scale = np.empty((len(k), len(r)))
    cos_turn_dot = np.empty((len(k), len(longitude)))
    cos_turn = np.empty((len(k), len(longitude)))
    sin_turn_dot = np.empty((len(k), len(longitude)))
    sin_turn = np.empty((len(k), len(longitude)))
    for i in range(len(k)):
        for j in range(len(r)):
            quotient = radius / r[j]
            quotient_dot = (radius_dot - quotient * r_dot[j]) / r[j]
            scale_dot[i, j] = (
                k[i] * quotient ** (k[i] - 1 if k[i] != 0 else 0) * quotient_dot
            )
            scale[i, j] = quotient ** k[i]
        for j in range(len(longitude)):
            turn_dot = k[i] * longitude_dot[j]
            turn = k[i] * longitude[j]
            sin_turn_2 = np.sin(turn)
            cos_turn_dot[i, j] = -sin_turn_2 * turn_dot
            cos_turn[i, j] = np.cos(turn)
            sin_turn_dot[i, j] = cos_turn[i, j] * turn_dot
            sin_turn[i, j] = sin_turn_2
    terms, terms_dot = einsum_tangent(p, c, cos_turn, p_dot, c_dot, cos_turn_dot)
    einsum_result, einsum_result_dot = einsum_tangent(
        p, s, sin_turn, p_dot, s_dot, sin_turn_dot
    )
    for i in range(degrees):
        for j in range(len(latitude)):
            terms_dot[i, j] += einsum_result_dot[i, j]
            terms[i, j] += einsum_result[i, j]
    if len(k) != degrees:
        raise ValueError("scale and terms have different shapes")
    if len(r) != len(latitude):
        raise ValueError("scale and terms have different shapes")
    total_dot = np.zeros(len(r))
    total = np.zeros(len(r))
    for i in range(len(k)):
        for j in range(len(r)):
            term_4 = scale[i, j] * terms_dot[i, j]
            total_dot[j] += scale_dot[i, j] * terms[i, j] + term_4
            total[j] += scale[i, j] * terms[i, j]
    out_dot = np.empty(len(r))
    out = np.empty(len(r))
    for i in range(len(latitude)):
        quotient = total[i] / r[i]
        out_dot[i] = (total_dot[i] - quotient * r_dot[i]) / r[i]
        out[i] = quotient
    return out, out_dot
