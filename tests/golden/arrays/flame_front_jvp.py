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


def fftfreq(n):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * 1.0)
    return values


def flame_front_jvp(u, length, dt, steps, u_dot, length_dot, dt_dot):
    """The value of flame_front, and its derivative in the direction u_dot,
    length_dot, dt_dot.
    """
    n = len(u)
    fftfreq_result = fftfreq(n)
    k_dot = np.empty_like(fftfreq_result)
    k = np.empty_like(fftfreq_result)
    grow_dot = np.empty_like(fftfreq_result)
    grow = np.empty_like(fftfreq_result)
    gain_dot = np.zeros_like(fftfreq_result)
    gain = np.empty_like(fftfreq_result)
    for i in range(n):
        quotient = 2.0 * np.pi * n / length
        k_dot[i] = -quotient * length_dot * fftfreq_result[i] / length
        k[i] = quotient * fftfreq_result[i]
        linear_dot = 2.0 * k[i] * k_dot[i] - 4.0 * k[i] ** 3 * k_dot[i]
        linear = k[i] ** 2 - k[i] ** 4
        exponential = np.exp(dt * linear)
        grow_dot[i] = exponential * (dt_dot * linear + dt * linear_dot)
        grow[i] = exponential
        if linear == 0.0:
            gain_dot[i] = dt_dot
            gain[i] = dt
        else:
            rate = linear
            expm1_result = np.expm1(dt * linear)
            factor = dt_dot * linear + dt * linear_dot
            expm1_result_dot = (expm1_result + 1.0) * factor
            quotient = expm1_result / rate
            gain_dot[i] = (expm1_result_dot - quotient * linear_dot) / rate
            gain[i] = quotient
    g_dot = -0.5j * k_dot
    g = -0.5j * k
    if u.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(u + 0j) + u_dot
    a_2 = u + 0j
    v, v_dot = fourier_tangent(a_2, a_2_dot)
    for _ in range(steps):
        if n != len(v):
            raise ValueError("grow and v have different shapes")
        if v.shape[0] < 1:
            raise ValueError("a transform of no numbers")
        values_2, values_2_dot = backward_tangent(v, v_dot)
        quotient_2 = values_2 / v.shape[0]
        quotient_2_dot = values_2_dot / v.shape[0]
        a_dot = 2.0 * np.real(quotient_2) * np.real(quotient_2_dot)
        a = np.real(quotient_2) ** 2
        if a.shape[0] < 1:
            raise ValueError("a transform of no numbers")
        a_2_2_dot = np.zeros_like(a + 0j) + a_dot
        a_2_2 = a + 0j
        values_3, values_3_dot = fourier_tangent(a_2_2, a_2_2_dot)
        if n != len(values_3):
            raise ValueError("gain and values have different shapes")
        v_dot = (
            grow_dot * v
            + grow * v_dot
            + ((gain_dot * g + gain * g_dot) * values_3 + gain * g * values_3_dot)
        )
        v = grow * v + gain * g * values_3
    if v.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_4, values_4_dot = backward_tangent(v, v_dot)
    quotient_2 = values_4 / v.shape[0]
    quotient_2_dot = values_4_dot / v.shape[0]
    u_2_dot = np.real(quotient_2_dot)
    u_2 = np.real(quotient_2)
    total_dot = 0.0
    total = 0.0
    for i in range(len(u_2)):
        total_dot += 2.0 * u_2[i] * u_2_dot[i]
        total += u_2[i] ** 2
    return u_2, 0.5 * (total / len(u_2)), u_2_dot, 0.5 * total_dot / len(u_2)
