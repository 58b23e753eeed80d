import numpy as np


def einsum(first, second, third):
    """The sums of first[n, m, i] * second[n, m] * third[m, i] over m."""
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != first.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((first.shape[0], first.shape[2]))
    for n in range(first.shape[0]):
        for i in range(first.shape[2]):
            total = 0.0
            for m in range(first.shape[1]):
                total += first[n, m, i] * second[n, m] * third[m, i]
            result[n, i] = total
    return result


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != first.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for n in range(first.shape[0]):
        for i in range(first.shape[2]):
            total_bar = result_bar[n, i]
            for m in range(first.shape[1]):
                first_bar[n, m, i] += second[n, m] * third[m, i] * total_bar
                second_bar[n, m] += first[n, m, i] * third[m, i] * total_bar
                third_bar[m, i] += first[n, m, i] * second[n, m] * total_bar


def spherical_harmonic_gravity_vjp(r, latitude, longitude, c, s, radius, result_bar):
    """The adjoints of r, latitude, longitude, c, s and radius of
    spherical_harmonic_gravity, for the adjoint of its result.
    """
    # forward sweep: saves p
    x = np.empty_like(latitude)
    root = np.empty_like(latitude)
    degrees = c.shape[0]
    p = np.zeros((degrees, degrees, len(latitude)))
    for i in range(len(latitude)):
        x[i] = np.sin(latitude[i])
        root[i] = np.cos(latitude[i])
        p[0, 0, i] = 1.0
    p_saved = np.empty((degrees, len(latitude)))
    p_saved_2 = np.empty((degrees, len(latitude)))
    p_saved_3 = np.empty((degrees, degrees, len(latitude)))
    for m in range(degrees):
        if m > 0:
            for i in range(len(latitude)):
                p_saved[m, i] = p[m, m, i]
                p[m, m, i] = (2 * m - 1) * root[i] * p[m - 1, m - 1, i]
        if m + 1 < degrees:
            for i in range(len(latitude)):
                p_saved_2[m, i] = p[m + 1, m, i]
                p[m + 1, m, i] = (2 * m + 1) * x[i] * p[m, m, i]
        for n in range(m + 2, degrees):
            for i in range(len(latitude)):
                term = (2 * n - 1) * x[i] * p[n - 1, m, i]
                factor = term - (n + m - 1) * p[n - 2, m, i]
                values = factor / (n - m)
                p_saved_3[m, n, i] = p[n, m, i]
                p[n, m, i] = values
    k = np.arange(degrees)
    scale = np.empty((len(k), len(r)))
    cos_turn = np.empty((len(k), len(longitude)))
    sin_turn = np.empty((len(k), len(longitude)))
    for i in range(len(k)):
        for j in range(len(r)):
            scale[i, j] = (radius / r[j]) ** k[i]
        for j in range(len(longitude)):
            turn = k[i] * longitude[j]
            cos_turn[i, j] = np.cos(turn)
            sin_turn[i, j] = np.sin(turn)
    terms = einsum(p, c, cos_turn)
    einsum_result = einsum(p, s, sin_turn)
    for i in range(degrees):
        for j in range(len(latitude)):
            terms[i, j] += einsum_result[i, j]
    if len(k) != degrees:
        raise ValueError("scale and terms have different shapes")
    if len(r) != len(latitude):
        raise ValueError("scale and terms have different shapes")
    total = np.zeros(len(r))
    for i in range(len(k)):
        for j in range(len(r)):
            total[j] += scale[i, j] * terms[i, j]

    # reverse sweep
    r_bar = np.empty_like(r)
    latitude_bar = np.empty_like(latitude)
    longitude_bar = np.zeros_like(longitude)
    c_bar = np.zeros_like(c)
    s_bar = np.zeros_like(s)
    out_bar = result_bar.copy()
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(latitude)):
        numerator_bar = out_bar[i] / r[i]
        total_bar[i] = numerator_bar
        r_bar[i] = -total[i] * numerator_bar / r[i]
    scale_bar = np.empty_like(scale)
    terms_bar = np.zeros_like(terms)
    for i in range(len(k)):
        for j in range(len(r)):
            scale_bar[i, j] = terms[i, j] * total_bar[j]
            terms_bar[i, j] += scale[i, j] * total_bar[j]
    einsum_result_bar = np.empty_like(einsum_result)
    for i in range(degrees):
        for j in range(len(latitude)):
            einsum_result_bar[i, j] = terms_bar[i, j]
    p_bar = np.zeros_like(p)
    sin_turn_bar = np.zeros_like(sin_turn)
    einsum_adjoint(p, s, sin_turn, einsum_result_bar, p_bar, s_bar, sin_turn_bar)
    cos_turn_bar = np.zeros_like(cos_turn)
    einsum_adjoint(p, c, cos_turn, terms_bar, p_bar, c_bar, cos_turn_bar)

    # forward and reverse in one sweep: the iterations are independent
    radius_bar = 0.0
    for i in range(len(k)):
        for j in range(len(longitude)):
            turn_bar = cos_turn[i, j] * sin_turn_bar[i, j]
            turn_bar -= sin_turn[i, j] * cos_turn_bar[i, j]
            longitude_bar[j] += k[i] * turn_bar
        for j in range(len(r)):
            quotient = radius / r[j]
            quotient_bar = (
                k[i] * quotient ** (k[i] - 1 if k[i] != 0 else 0) * scale_bar[i, j]
            )
            numerator_bar = quotient_bar / r[j]
            radius_bar += numerator_bar
            r_bar[j] -= quotient * numerator_bar
    x_bar = np.zeros_like(x)
    root_bar = np.zeros_like(root)
    for m in range(degrees - 1, -1, -1):
        for n in range(degrees - 1, m + 1, -1):
            for i in range(len(latitude)):
                p[n, m, i] = p_saved_3[m, n, i]
                values_bar = p_bar[n, m, i]
                p_bar[n, m, i] = 0.0
                difference_bar = values_bar / (n - m)
                x_bar[i] += (2.0 * n - 1) * p[n - 1, m, i] * difference_bar
                p_bar[n - 1, m, i] += (2.0 * n - 1) * x[i] * difference_bar
                p_bar[n - 2, m, i] += (1 - (n + m)) * difference_bar
        if m + 1 < degrees:
            for i in range(len(latitude)):
                p[m + 1, m, i] = p_saved_2[m, i]
                values_bar = p_bar[m + 1, m, i]
                p_bar[m + 1, m, i] = 0.0
                x_bar[i] += (2.0 * m + 1) * p[m, m, i] * values_bar
                p_bar[m, m, i] += (2.0 * m + 1) * x[i] * values_bar
        if m > 0:
            for i in range(len(latitude)):
                p[m, m, i] = p_saved[m, i]
                values_bar = p_bar[m, m, i]
                p_bar[m, m, i] = 0.0
                root_bar[i] += (2.0 * m - 1) * p[m - 1, m - 1, i] * values_bar
                p_bar[m - 1, m - 1, i] += (2.0 * m - 1) * root[i] * values_bar
    for i in range(len(latitude)):
        latitude_bar[i] = root[i] * x_bar[i] - x[i] * root_bar[i]
    return r_bar, latitude_bar, longitude_bar, c_bar, s_bar, radius_bar
