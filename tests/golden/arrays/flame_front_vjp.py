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


def fftfreq(n):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * 1.0)
    return values


def flame_front_vjp(u, length, dt, steps, result_0_bar, result_1_bar):
    """The adjoints of u, length and dt of flame_front, for the adjoint of its
    result.
    """
    # forward sweep: saves v and values_2
    n = len(u)
    fftfreq_result = fftfreq(n)
    k = np.empty_like(fftfreq_result)
    grow = np.empty_like(fftfreq_result)
    gain = np.empty_like(fftfreq_result)
    for i in range(n):
        k[i] = 2.0 * np.pi * n / length * fftfreq_result[i]
        linear = k[i] ** 2 - k[i] ** 4
        grow[i] = np.exp(dt * linear)
        if linear == 0.0:
            gain[i] = dt
        else:
            rate = linear
            gain[i] = np.expm1(dt * linear) / rate
    g = -0.5j * k
    if u.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2 = u + 0j
    v = fourier(a_2)
    v_saved = []
    values_2_saved = []
    for k_2 in range(steps):
        if n != len(v):
            raise ValueError("grow and v have different shapes")
        if v.shape[0] < 1:
            raise ValueError("a transform of no numbers")
        values_2 = backward(v)
        values_2_saved.append(values_2)
        a = np.real(values_2 / v.shape[0]) ** 2
        if a.shape[0] < 1:
            raise ValueError("a transform of no numbers")
        a_2_2 = a + 0j
        values_3 = fourier(a_2_2)
        if n != len(values_3):
            raise ValueError("gain and values have different shapes")
        v_saved.append(v)
        v = grow * v + gain * g * values_3
    if v.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_4 = backward(v)
    u_2 = np.real(values_4 / v.shape[0])

    # reverse sweep
    u_bar = np.zeros_like(u)
    u_2_bar = result_0_bar.copy()
    total_bar = 0.5 * result_1_bar / len(u_2)
    for i in range(len(u_2)):
        u_2_bar[i] += 2.0 * u_2[i] * total_bar
    values_4_bar = np.zeros_like(values_4)
    values_4_bar += u_2_bar / v.shape[0]
    v_bar = np.zeros_like(v)
    backward_adjoint(v, values_4_bar, v_bar)
    grow_bar = np.zeros_like(grow)
    gain_bar = np.zeros_like(gain)
    g_bar = np.zeros_like(g)
    for k_2 in range(steps - 1, -1, -1):
        v = v_saved.pop()
        values_2 = values_2_saved.pop()
        a = np.real(values_2 / v.shape[0]) ** 2
        a_2_2 = a + 0j
        values_3 = fourier(a_2_2)
        v_new_bar = v_bar
        grow_bar += np.real(v * v_new_bar)
        v_bar = grow * v_new_bar
        product_bar_2 = values_3 * v_new_bar
        gain_bar += np.real(g * product_bar_2)
        g_bar += gain * product_bar_2
        values_3_bar = gain * g * v_new_bar
        a_2_2_bar = np.zeros_like(a_2_2)
        fourier_adjoint(a_2_2, values_3_bar, a_2_2_bar)
        a_bar = np.real(a_2_2_bar).copy()
        values_2_bar = np.zeros_like(values_2)
        values_2_bar += 2.0 * np.real(values_2 / v.shape[0]) * a_bar / v.shape[0]
        backward_adjoint(v, values_2_bar, v_bar)
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, v_bar, a_2_bar)
    u_bar += np.real(a_2_bar)
    k_bar = np.real(-0.5j * g_bar)

    # forward and reverse in one sweep: the iterations are independent
    dt_bar = 0.0
    length_bar = 0.0
    for i in range(n):
        linear = k[i] ** 2 - k[i] ** 4
        exponential = np.exp(dt * linear)
        linear_bar = 0.0
        if linear == 0.0:
            dt_bar += gain_bar[i]
        else:
            rate = linear
            expm1_result = np.expm1(dt * linear)
            numerator_bar = gain_bar[i] / rate
            product_bar = (expm1_result + 1.0) * numerator_bar
            dt_bar += linear * product_bar
            linear_bar += dt * product_bar - expm1_result * numerator_bar / rate
        exponential_bar = grow_bar[i]
        dt_bar += linear * exponential * exponential_bar
        linear_bar += dt * exponential * exponential_bar
        k_bar[i] += (2.0 * k[i] - 4.0 * k[i] ** 3) * linear_bar
        length_bar -= 2.0 * np.pi * n * fftfreq_result[i] * k_bar[i] / length / length
    return u_bar, length_bar, dt_bar
