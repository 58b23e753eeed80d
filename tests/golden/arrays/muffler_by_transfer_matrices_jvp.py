import numpy as np


def muffler_by_transfer_matrices_jvp(
    areas,
    lengths,
    frequencies,
    speed,
    areas_dot,
    lengths_dot,
    frequencies_dot,
    speed_dot,
):
    """The value of muffler_by_transfer_matrices, and its derivative in the direction
    areas_dot, lengths_dot, frequencies_dot, speed_dot.
    """
    k_dot = np.empty_like(frequencies)
    k = np.empty_like(frequencies)
    for i in range(len(frequencies)):
        quotient = 2.0 * np.pi * frequencies[i] / speed
        k_dot[i] = (2.0 * np.pi * frequencies_dot[i] - quotient * speed_dot) / speed
        k[i] = quotient
    a_dot = np.zeros_like(k)
    a = np.ones_like(k)
    b_dot = np.zeros_like(k)
    b = np.zeros_like(k)
    c_dot = np.zeros_like(k)
    c = np.zeros_like(k)
    d_dot = np.zeros_like(k)
    d = np.ones_like(k)
    cos_dot = np.empty_like(frequencies)
    cos = np.empty_like(frequencies)
    sin_dot = np.empty_like(frequencies)
    sin = np.empty_like(frequencies)
    for k_2 in range(min(len(areas), len(lengths))):
        area_dot = areas_dot[k_2]
        area = areas[k_2]
        length_dot = lengths_dot[k_2]
        length = lengths[k_2]
        for i in range(len(frequencies)):
            sine = np.sin(k[i] * length)
            cos_dot[i] = -sine * (k_dot[i] * length + k[i] * length_dot)
            cos[i] = np.cos(k[i] * length)
            sin_dot[i] = cos[i] * (k_dot[i] * length + k[i] * length_dot)
            sin[i] = sine
        value_before_dot = np.empty_like(a)
        value_before = np.empty_like(a)
        for i in range(len(a)):
            quotient = a[i] * sin[i] / area
            factor = a_dot[i] * sin[i] + a[i] * sin_dot[i] - quotient * area_dot
            quotient_dot = factor / area
            value_before_dot[i] = quotient_dot + (b_dot[i] * cos[i] + b[i] * cos_dot[i])
            value_before[i] = quotient + b[i] * cos[i]
        a_new_dot = np.empty_like(a)
        a_new = np.empty_like(a)
        for i in range(len(a)):
            a_new_dot[i] = (
                a_dot[i] * cos[i]
                + a[i] * cos_dot[i]
                - (
                    (b_dot[i] * sin[i] + b[i] * sin_dot[i]) * area
                    + b[i] * sin[i] * area_dot
                )
            )
            a_new[i] = a[i] * cos[i] - b[i] * sin[i] * area
        a_dot = a_new_dot
        a = a_new
        b_dot = value_before_dot
        b = value_before
        value_before_2_dot = np.empty_like(d)
        value_before_2 = np.empty_like(d)
        for i in range(len(d)):
            quotient = c[i] * sin[i] / area
            factor_2 = c_dot[i] * sin[i] + c[i] * sin_dot[i] - quotient * area_dot
            quotient_dot = factor_2 / area
            value_before_2_dot[i] = d_dot[i] * cos[i] + d[i] * cos_dot[i] - quotient_dot
            value_before_2[i] = d[i] * cos[i] - quotient
        c_new_dot = np.empty_like(c)
        c_new = np.empty_like(c)
        for i in range(len(c)):
            c_new_dot[i] = (
                c_dot[i] * cos[i]
                + c[i] * cos_dot[i]
                + (
                    (d_dot[i] * sin[i] + d[i] * sin_dot[i]) * area
                    + d[i] * sin[i] * area_dot
                )
            )
            c_new[i] = c[i] * cos[i] + d[i] * sin[i] * area
        c_dot = c_new_dot
        c = c_new
        d_dot = value_before_2_dot
        d = value_before_2
    pipe_dot = areas_dot[0]
    pipe = areas[0]
    real_dot = np.empty_like(a)
    real = np.empty_like(a)
    for i in range(len(a)):
        real_dot[i] = 0.5 * (a_dot[i] + d_dot[i])
        real[i] = 0.5 * (a[i] + d[i])
    imaginary_dot = np.empty_like(b)
    imaginary = np.empty_like(b)
    for i in range(len(b)):
        quotient = c[i] / pipe
        quotient_dot = (c_dot[i] - quotient * pipe_dot) / pipe
        imaginary_dot[i] = 0.5 * (b_dot[i] * pipe + b[i] * pipe_dot + quotient_dot)
        imaginary[i] = 0.5 * (b[i] * pipe + quotient)
    out_dot = np.empty_like(a)
    out = np.empty_like(a)
    for i in range(len(real)):
        out_dot[i] = (
            10.0
            * (2.0 * real[i] * real_dot[i] + 2.0 * imaginary[i] * imaginary_dot[i])
            / (np.log(10.0) * (real[i] ** 2 + imaginary[i] ** 2))
        )
        out[i] = 10.0 * np.log10(real[i] ** 2 + imaginary[i] ** 2)
    return out, out_dot
