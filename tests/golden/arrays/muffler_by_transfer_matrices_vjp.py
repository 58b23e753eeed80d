import numpy as np


def muffler_by_transfer_matrices_vjp(areas, lengths, frequencies, speed, result_bar):
    """The adjoints of areas, lengths, frequencies and speed of
    muffler_by_transfer_matrices, for the adjoint of its result.
    """
    # forward sweep: saves d, c, b, a, sin and cos
    k = np.empty_like(frequencies)
    for i in range(len(frequencies)):
        k[i] = 2.0 * np.pi * frequencies[i] / speed
    a = np.ones_like(k)
    b = np.zeros_like(k)
    c = np.zeros_like(k)
    d = np.ones_like(k)
    d_saved = []
    c_saved = []
    b_saved = []
    a_saved = []
    sin_saved = []
    cos_saved = []
    for k_2 in range(min(len(areas), len(lengths))):
        area = areas[k_2]
        length = lengths[k_2]
        cos = np.empty_like(frequencies)
        cos_saved.append(cos)
        sin = np.empty_like(frequencies)
        sin_saved.append(sin)
        for i in range(len(frequencies)):
            cos[i] = np.cos(k[i] * length)
            sin[i] = np.sin(k[i] * length)
        value_before = np.empty_like(a)
        for i in range(len(a)):
            value_before[i] = a[i] * sin[i] / area + b[i] * cos[i]
        a_new = np.empty_like(a)
        for i in range(len(a)):
            a_new[i] = a[i] * cos[i] - b[i] * sin[i] * area
        a_saved.append(a)
        a = a_new
        b_saved.append(b)
        b = value_before
        value_before_2 = np.empty_like(d)
        for i in range(len(d)):
            value_before_2[i] = d[i] * cos[i] - c[i] * sin[i] / area
        c_new = np.empty_like(c)
        for i in range(len(c)):
            c_new[i] = c[i] * cos[i] + d[i] * sin[i] * area
        c_saved.append(c)
        c = c_new
        d_saved.append(d)
        d = value_before_2
    pipe = areas[0]
    real = np.empty_like(a)
    for i in range(len(a)):
        real[i] = 0.5 * (a[i] + d[i])
    imaginary = np.empty_like(b)
    for i in range(len(b)):
        imaginary[i] = 0.5 * (b[i] * pipe + c[i] / pipe)

    # reverse sweep
    areas_bar = np.zeros_like(areas)
    lengths_bar = np.zeros_like(lengths)
    frequencies_bar = np.empty_like(frequencies)
    out_bar = result_bar.copy()
    real_bar = np.empty_like(real)
    imaginary_bar = np.empty_like(imaginary)
    for i in range(len(real)):
        sum_bar = (
            10.0 * out_bar[i] / (np.log(10.0) * (real[i] ** 2 + imaginary[i] ** 2))
        )
        real_bar[i] = 2.0 * real[i] * sum_bar
        imaginary_bar[i] = 2.0 * imaginary[i] * sum_bar
    b_bar = np.empty_like(b)
    c_bar = np.empty_like(c)

    # forward and reverse in one sweep: the iterations are independent
    pipe_bar = 0.0
    for i in range(len(b)):
        sum_bar = 0.5 * imaginary_bar[i]
        b_bar[i] = pipe * sum_bar
        numerator_bar = sum_bar / pipe
        c_bar[i] = numerator_bar
        pipe_bar += b[i] * sum_bar - c[i] * numerator_bar / pipe
    a_bar = np.empty_like(a)
    d_bar = np.empty_like(d)
    for i in range(len(a)):
        a_bar[i] = 0.5 * real_bar[i]
        d_bar[i] = 0.5 * real_bar[i]
    areas_bar[0] += pipe_bar
    k_bar = np.zeros_like(k)
    for k_2 in range(min(len(areas), len(lengths)) - 1, -1, -1):
        d = d_saved.pop()
        value_before_2_bar = d_bar
        d_bar = np.empty_like(d)
        c = c_saved.pop()
        c_new_bar = c_bar
        c_bar = np.empty_like(c)
        sin = sin_saved.pop()
        cos = cos_saved.pop()
        area = areas[k_2]
        area_bar = 0.0
        cos_bar = np.empty_like(cos)
        sin_bar = np.empty_like(sin)
        for i in range(len(c)):
            c_bar[i] = cos[i] * c_new_bar[i]
            cos_bar[i] = c[i] * c_new_bar[i]
            d_bar[i] = sin[i] * area * c_new_bar[i]
            sin_bar[i] = d[i] * area * c_new_bar[i]
            area_bar += d[i] * sin[i] * c_new_bar[i]
        for i in range(len(d)):
            d_bar[i] += cos[i] * value_before_2_bar[i]
            cos_bar[i] += d[i] * value_before_2_bar[i]
            numerator_bar = -value_before_2_bar[i] / area
            c_bar[i] += sin[i] * numerator_bar
            sin_bar[i] += c[i] * numerator_bar
            area_bar -= c[i] * sin[i] * numerator_bar / area
        b = b_saved.pop()
        value_before_bar = b_bar
        b_bar = np.empty_like(b)
        a = a_saved.pop()
        a_new_bar = a_bar
        a_bar = np.empty_like(a)
        for i in range(len(a)):
            a_bar[i] = cos[i] * a_new_bar[i]
            cos_bar[i] += a[i] * a_new_bar[i]
            b_bar[i] = -sin[i] * area * a_new_bar[i]
            sin_bar[i] -= b[i] * area * a_new_bar[i]
            area_bar -= b[i] * sin[i] * a_new_bar[i]
        for i in range(len(a)):
            b_bar[i] += cos[i] * value_before_bar[i]
            cos_bar[i] += b[i] * value_before_bar[i]
            numerator_bar = value_before_bar[i] / area
            a_bar[i] += sin[i] * numerator_bar
            sin_bar[i] += a[i] * numerator_bar
            area_bar -= a[i] * sin[i] * numerator_bar / area
        length = lengths[k_2]
        length_bar = 0.0
        for i in range(len(frequencies)):
            product_bar_2 = np.cos(k[i] * length) * sin_bar[i]
            product_bar = -np.sin(k[i] * length) * cos_bar[i]
            k_bar[i] += length * product_bar_2 + length * product_bar
            length_bar += k[i] * product_bar_2 + k[i] * product_bar
        lengths_bar[k_2] += length_bar
        areas_bar[k_2] += area_bar

    # forward and reverse in one sweep: the iterations are independent
    speed_bar = 0.0
    for i in range(len(frequencies)):
        numerator_bar = k_bar[i] / speed
        frequencies_bar[i] = 2.0 * np.pi * numerator_bar
        speed_bar -= 2.0 * np.pi * frequencies[i] * numerator_bar / speed
    return areas_bar, lengths_bar, frequencies_bar, speed_bar
