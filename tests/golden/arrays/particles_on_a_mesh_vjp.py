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


def backward(x):
    """The sums of x[j] * exp(2j * pi * j * k / n): those of -k, in their order."""
    values = fourier(x)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned[k] = values[-k]
    return turned


def fourier_adjoint(x, z_bar, x_bar):
    x_bar += fourier(z_bar)


def backward_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    values = fourier(x)

    # reverse sweep
    values_bar = np.zeros_like(values)
    for k in range(len(x)):
        values_bar[-k] += result_bar[k]
    fourier_adjoint(x, values_bar, x_bar)


def fftfreq(n, d):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * d)
    return values


def fftfreq_adjoint(n, d, result_bar):
    """The adjoint of d in fftfreq."""
    # forward and reverse in one sweep: the iterations are independent
    d_bar = 0.0
    for k in range(n):
        d_bar -= n * (k if 2 * k < n else k - n) * result_bar[k] / (n * d) / (n * d)
    return d_bar


def rolled(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i - 1) % length]
    return whole


def rolled_2(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i + 1) % length]
    return whole


def rolled_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i + 1) % length] += result_bar[i]


def rolled_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i - 1) % length] += result_bar[i]


def particles_on_a_mesh_vjp(x, charge, length, cells, result_0_bar, result_1_bar):
    """The adjoints of x, charge and length of particles_on_a_mesh, for the adjoint
    of its result.
    """
    # forward sweep
    h = length / cells
    a = np.empty_like(x)
    for i in range(len(x)):
        a[i] = np.floor(x[i] / h)
    left = np.empty(a.shape, dtype=np.int64)
    left[:] = a
    share = np.empty_like(x)
    density = np.zeros(cells)
    if len(charge) != len(x):
        raise ValueError("charge and share have different shapes")
    index = left % cells
    values_2 = np.empty_like(charge)
    term = np.empty_like(left)
    values_3 = np.empty_like(charge)
    for i in range(len(x)):
        share[i] = x[i] / h - left[i]
        values_2[i] = charge[i] * (1.0 - share[i])
        term[i] = left[i] + 1
        values_3[i] = charge[i] * share[i]
    for i in range(len(index)):
        density[index[i]] += values_2[i]
    index_2 = term % cells
    for i in range(len(index_2)):
        density[index_2[i]] += values_3[i]
    fftfreq_result = fftfreq(cells, h)
    k2 = np.empty_like(fftfreq_result)
    a_2 = np.empty_like(density)
    if cells < 1:
        raise ValueError("a transform of no numbers")
    term_2 = np.empty(cells, dtype=np.bool_)
    for i in range(cells):
        k = 2.0 * np.pi * fftfreq_result[i]
        if k == 0.0:
            k2[i] = 1.0
        else:
            k2[i] = k**2
        a_2[i] = density[i] / h
        term_2[i] = k == 0.0
    a_2_2 = a_2 + 0j
    values_4 = fourier(a_2_2)
    if len(values_4) != cells:
        raise ValueError("values and k2 have different shapes")
    quotient = values_4 / k2
    wave = np.where(term_2, 0.0, quotient)
    if wave.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_5 = backward(wave)
    potential = np.real(values_5 / wave.shape[0])
    rolled_result = rolled(potential)
    rolled_2_result = rolled_2(potential)
    field = np.empty_like(rolled_result)
    for i in range(len(potential)):
        field[i] = (rolled_result[i] - rolled_2_result[i]) / (2.0 * h)
    if len(density) != len(potential):
        raise ValueError("density and potential have different shapes")

    # reverse sweep
    x_bar = np.empty_like(x)
    charge_bar = np.empty_like(charge)
    force_bar = result_0_bar.copy()
    density_bar = 0.5 * potential * result_1_bar
    potential_bar = 0.5 * density * result_1_bar
    share_bar = np.empty_like(share)
    field_bar = np.zeros_like(field)
    for i in range(len(x)):
        factor = (1.0 - share[i]) * field[index[i]] + share[i] * field[index_2[i]]
        charge_bar[i] = factor * force_bar[i]
        sum_bar = charge[i] * force_bar[i]
        field_bar[index[i]] += (1.0 - share[i]) * sum_bar
        share_bar[i] = (field[index_2[i]] - field[index[i]]) * sum_bar
        field_bar[index_2[i]] += share[i] * sum_bar
    rolled_result_bar = np.empty_like(rolled_result)
    rolled_2_result_bar = np.empty_like(rolled_2_result)

    # forward and reverse in one sweep: the iterations are independent
    h_bar = 0.0
    for i in range(len(potential)):
        quotient_2 = (rolled_result[i] - rolled_2_result[i]) / (2.0 * h)
        numerator_bar = field_bar[i] / (2.0 * h)
        rolled_result_bar[i] = numerator_bar
        rolled_2_result_bar[i] = -numerator_bar
        h_bar -= 2.0 * quotient_2 * numerator_bar
    rolled_2_adjoint(rolled_2_result_bar, potential_bar)
    rolled_adjoint(rolled_result_bar, potential_bar)
    values_5_bar = np.zeros_like(values_5)
    values_5_bar += potential_bar / wave.shape[0]
    wave_bar = np.zeros_like(wave)
    backward_adjoint(wave, values_5_bar, wave_bar)
    quotient_bar = np.where(term_2, 0.0, wave_bar)
    values_4_bar = quotient_bar / k2
    k2_bar = np.real(-quotient * quotient_bar / k2)
    a_2_2_bar = np.zeros_like(a_2_2)
    fourier_adjoint(a_2_2, values_4_bar, a_2_2_bar)
    a_2_bar = np.real(a_2_2_bar).copy()
    fftfreq_result_bar = np.zeros_like(fftfreq_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(cells):
        k = 2.0 * np.pi * fftfreq_result[i]
        numerator_bar = a_2_bar[i] / h
        density_bar[i] += numerator_bar
        h_bar -= density[i] * numerator_bar / h
        if k != 0.0:
            fftfreq_result_bar[i] += 4.0 * np.pi * k * k2_bar[i]
    h_bar += fftfreq_adjoint(cells, h, fftfreq_result_bar)
    values_3_bar = np.empty_like(values_3)
    for i in range(len(index_2)):
        values_3_bar[i] = density_bar[index_2[i]]
    values_2_bar = np.empty_like(values_2)
    for i in range(len(index)):
        values_2_bar[i] = density_bar[index[i]]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        charge_bar[i] += share[i] * values_3_bar[i]
        share_bar[i] += charge[i] * values_3_bar[i]
        charge_bar[i] += (1.0 - share[i]) * values_2_bar[i]
        share_bar[i] -= charge[i] * values_2_bar[i]
        numerator_bar = share_bar[i] / h
        x_bar[i] = numerator_bar
        h_bar -= x[i] * numerator_bar / h
    return x_bar, charge_bar, h_bar / cells
