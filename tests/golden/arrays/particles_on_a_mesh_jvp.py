import numpy as np


def by_halves(x):
    """The Fourier sums of a vector whose length is a power of two."""
    n = len(x)
    z = np.empty(n, dtype=np.complex128)
    turns = np.empty(n // 2, dtype=np.complex128)
    for k in range(n // 2):
        turns[k] = np.exp(-2j * np.pi * k / n)
    place = 0
    for i in range(n):
        z[place] = x[i]
        bit = n // 2
        while bit > 0 and place >= bit:
            place -= bit
            bit //= 2
        place += bit
    half = 1
    step = n // 2
    while half < n:
        for start in range(0, n, 2 * half):
            for k in range(half):
                term = turns[k * step] * z[start + k + half]
                z[start + k + half] = z[start + k] - term
                z[start + k] += term
        half *= 2
        step //= 2
    return z


def by_chirps(x):
    """The Fourier sums of a vector of any length, as a convolution."""
    n = len(x)
    size = 1
    while size < 2 * n - 1:
        size *= 2
    chirp = np.empty(n, dtype=np.complex128)
    signal = np.zeros(size, dtype=np.complex128)
    kernel = np.zeros(size, dtype=np.complex128)
    square = 0
    for k in range(n):
        chirp[k] = np.exp(-1j * np.pi * square / n)
        signal[k] = x[k] * chirp[k]
        kernel[k] = np.conj(chirp[k])
        if k > 0:
            kernel[size - k] = kernel[k]
        square += 2 * k + 1
        if square >= 2 * n:
            square -= 2 * n
    signal = by_halves(signal)
    kernel = by_halves(kernel)
    for k in range(size):
        signal[k] *= kernel[k]
    signal = by_halves(signal)
    z = np.empty(n, dtype=np.complex128)
    for k in range(n):
        z[k] = chirp[k] * signal[size - k if k > 0 else 0] / size
    return z


def fourier(x):
    """The sums of x[j] * exp(-2j * pi * j * k / n) over j, for each k:
    s2sad.library.transforms.fourier(x).
    """
    n = len(x)
    while n > 1 and n % 2 == 0:
        n //= 2
    return by_halves(x) if n == 1 else by_chirps(x)


def fourier_tangent(x, x_dot):
    z = fourier(x)
    return z, fourier(x_dot)


def backward_tangent(x, x_dot):
    """backward and its tangent."""
    values, values_dot = fourier_tangent(x, x_dot)
    turned_dot = np.empty(len(x), dtype=np.complex128)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned_dot[k] = values_dot[-k]
        turned[k] = values[-k]
    return turned, turned_dot


def fftfreq_tangent(n, d, d_dot):
    """fftfreq and its tangent."""
    values_dot = np.empty(n)
    values = np.empty(n)
    for k in range(n):
        quotient = (k if 2 * k < n else k - n) / (n * d)
        values_dot[k] = -quotient * n * d_dot / (n * d)
        values[k] = quotient
    return values, values_dot


def rolled_2_tangent(a, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i + 1) % length]
        whole[i] = a[(i + 1) % length]
    return whole, whole_dot


def rolled_tangent(a, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - 1) % length]
        whole[i] = a[(i - 1) % length]
    return whole, whole_dot


def particles_on_a_mesh_jvp(x, charge, length, cells, x_dot, charge_dot, length_dot):
    """The value of particles_on_a_mesh, and its derivative in the direction x_dot,
    charge_dot, length_dot.
    """
    h = length / cells
    h_dot = length_dot / cells
    a = np.empty_like(x)
    for i in range(len(x)):
        a[i] = np.floor(x[i] / h)
    left = np.empty(a.shape, dtype=np.int64)
    left[:] = a
    share_dot = np.empty_like(x)
    share = np.empty_like(x)
    density_dot = np.zeros(cells)
    density = np.zeros(cells)
    if len(charge) != len(x):
        raise ValueError("charge and share have different shapes")
    index = left % cells
    values_2_dot = np.empty_like(charge)
    values_2 = np.empty_like(charge)
    term = np.empty_like(left)
    values_3_dot = np.empty_like(charge)
    values_3 = np.empty_like(charge)
    for i in range(len(x)):
        quotient = x[i] / h
        share_dot[i] = (x_dot[i] - quotient * h_dot) / h
        share[i] = quotient - left[i]
        values_2_dot[i] = charge_dot[i] * (1.0 - share[i]) - charge[i] * share_dot[i]
        values_2[i] = charge[i] * (1.0 - share[i])
        term[i] = left[i] + 1
        values_3_dot[i] = charge_dot[i] * share[i] + charge[i] * share_dot[i]
        values_3[i] = charge[i] * share[i]
    for i in range(len(index)):
        density_dot[index[i]] += values_2_dot[i]
        density[index[i]] += values_2[i]
    index_2 = term % cells
    for i in range(len(index_2)):
        density_dot[index_2[i]] += values_3_dot[i]
        density[index_2[i]] += values_3[i]
    fftfreq_result, fftfreq_result_dot = fftfreq_tangent(cells, h, h_dot)
    k2_dot = np.zeros_like(fftfreq_result)
    k2 = np.empty_like(fftfreq_result)
    a_2_dot = np.empty_like(density)
    a_2 = np.empty_like(density)
    if cells < 1:
        raise ValueError("a transform of no numbers")
    term_2 = np.empty(cells, dtype=np.bool_)
    for i in range(cells):
        k_dot = 2.0 * np.pi * fftfreq_result_dot[i]
        k = 2.0 * np.pi * fftfreq_result[i]
        if k == 0.0:
            k2_dot[i] = 0.0
            k2[i] = 1.0
        else:
            k2_dot[i] = 2.0 * k * k_dot
            k2[i] = k**2
        quotient = density[i] / h
        a_2_dot[i] = (density_dot[i] - quotient * h_dot) / h
        a_2[i] = quotient
        term_2[i] = k == 0.0
    a_2_2_dot = np.zeros_like(a_2 + 0j) + a_2_dot
    a_2_2 = a_2 + 0j
    values_4, values_4_dot = fourier_tangent(a_2_2, a_2_2_dot)
    if len(values_4) != cells:
        raise ValueError("values and k2 have different shapes")
    quotient_2 = values_4 / k2
    quotient_2_dot = (values_4_dot - quotient_2 * k2_dot) / k2
    wave_dot = np.where(term_2, 0.0, quotient_2_dot)
    wave = np.where(term_2, 0.0, quotient_2)
    if wave.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_5, values_5_dot = backward_tangent(wave, wave_dot)
    quotient_2 = values_5 / wave.shape[0]
    quotient_2_dot = values_5_dot / wave.shape[0]
    potential_dot = np.real(quotient_2_dot)
    potential = np.real(quotient_2)
    rolled_result, rolled_result_dot = rolled_tangent(potential, potential_dot)
    rolled_2_result, rolled_2_result_dot = rolled_2_tangent(potential, potential_dot)
    field_dot = np.zeros_like(rolled_result)
    field = np.empty_like(rolled_result)
    for i in range(len(potential)):
        quotient = (rolled_result[i] - rolled_2_result[i]) / (2.0 * h)
        factor = rolled_result_dot[i] - rolled_2_result_dot[i] - 2.0 * quotient * h_dot
        quotient_dot = factor / (2.0 * h)
        field_dot[i] = quotient_dot
        field[i] = quotient
    force_dot = np.empty_like(charge)
    force = np.empty_like(charge)
    for i in range(len(x)):
        factor_2 = (
            (1.0 - share[i]) * field_dot[index[i]]
            - share_dot[i] * field[index[i]]
            + (share_dot[i] * field[index_2[i]] + share[i] * field_dot[index_2[i]])
        )
        term_3 = charge[i] * factor_2
        factor_3 = (1.0 - share[i]) * field[index[i]] + share[i] * field[index_2[i]]
        term_4 = charge_dot[i] * factor_3
        force_dot[i] = term_4 + term_3
        factor_4 = (1.0 - share[i]) * field[index[i]] + share[i] * field[index_2[i]]
        force[i] = charge[i] * factor_4
    if len(density) != len(potential):
        raise ValueError("density and potential have different shapes")
    value_dot = 0.5 * (np.dot(density_dot, potential) + np.dot(density, potential_dot))
    return force, 0.5 * np.dot(density, potential), force_dot, value_dot
