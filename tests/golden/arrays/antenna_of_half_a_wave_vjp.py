import math

import numpy as np


def trigonometric_integrals(x):
    """The sine integral less pi / 2, and the cosine integral, for x > 4."""
    real = 1.0
    imaginary = x
    for k in range(90, 0, -1):
        size = k * k / (real * real + imaginary * imaginary)
        real = 2.0 * k - 1.0 - size * real
        imaginary = x + size * imaginary
    size = real * real + imaginary * imaginary
    sine = math.sin(x)
    cosine = math.cos(x)
    sine_part = -(cosine * imaginary + sine * real) / size
    cosine_part = -(cosine * real - sine * imaginary) / size
    return sine_part, cosine_part


def cosine_integral(x):
    """The integral of cos(t) / t from infinity to x > 0:
    s2sad.library.special_exponential.cosine_integral(x).
    """
    if not x > 0.0:
        result = -math.inf if x == 0.0 else math.nan
    elif x > 4.0:
        if x < math.inf:
            trigonometric_integrals_0, trigonometric_integrals_1 = (
                trigonometric_integrals(x)
            )
            choice = trigonometric_integrals_1
        else:
            choice = 0.0
        result = choice
    else:
        term = 1.0
        total = math.log(x) + np.euler_gamma
        for k in range(2, 40, 2):
            term *= -x * x / (k * (k - 1.0))
            total += term / k
        result = total
    return result


def sine_integral(x):
    """The integral of sin(t) / t from 0 to x:
    s2sad.library.special_exponential.sine_integral(x).
    """
    size = abs(x)
    if size > 4.0:
        if size == math.inf:
            result = math.copysign(0.5 * math.pi, x)
        else:
            trigonometric_integrals_0, trigonometric_integrals_1 = (
                trigonometric_integrals(size)
            )
            result = math.copysign(0.5 * math.pi + trigonometric_integrals_0, x)
    else:
        term = x
        total = x
        for k in range(3, 40, 2):
            term *= -x * x / (k * (k - 1.0))
            total += term / k
        result = total
    return result


def sici(x):
    """The sine and the cosine integral."""
    sine_integral_result = np.empty_like(x)
    cosine_integral_result = np.empty_like(x)
    for i in range(len(x)):
        sine_integral_result[i] = sine_integral(x[i])
        cosine_integral_result[i] = cosine_integral(x[i])
    return sine_integral_result, cosine_integral_result


def cosine_integral_adjoint(x, z_bar):
    return math.cos(x) / x * z_bar


def sinc(x):
    """sin(pi * x) / (pi * x), which is 1 at 0: numpy.sinc(x)."""
    return math.sin(math.pi * x) / (math.pi * x) if x != 0.0 else 1.0


def sine_integral_adjoint(x, z_bar):
    return sinc(x / math.pi) * z_bar


def sici_adjoint(x, result_0_bar, result_1_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    for i in range(len(x)):
        x_bar[i] += cosine_integral_adjoint(x[i], result_1_bar[i])
        x_bar[i] += sine_integral_adjoint(x[i], result_0_bar[i])


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    a_bar -= np.outer(w, z)
    b_bar += w


def antenna_of_half_a_wave_vjp(gaps, drive, wavelength, result_0_bar, result_1_bar):
    """The adjoints of gaps, drive and wavelength of antenna_of_half_a_wave, for the
    adjoint of its result.
    """
    # forward sweep
    k = 2.0 * np.pi / wavelength
    length = 0.5 * wavelength
    u0 = np.empty_like(gaps)
    power_2 = length**2
    u1 = np.empty_like(gaps)
    u2 = np.empty_like(gaps)
    for i in range(len(gaps)):
        u0[i] = k * gaps[i]
        root = np.sqrt(gaps[i] ** 2 + power_2)
        u1[i] = k * (root + length)
        u2[i] = k * (root - length)
    s0, c0 = sici(u0)
    s1, c1 = sici(u1)
    s2, c2 = sici(u2)
    if len(c0) != len(c1):
        raise ValueError("c0 and c1 have different shapes")
    if len(c1) != len(c2):
        raise ValueError("c1 and c2 have different shapes")
    real = np.empty_like(c0)
    for i in range(len(c0)):
        real[i] = 30.0 * (2.0 * c0[i] - c1[i] - c2[i])
    if len(s0) != len(s1):
        raise ValueError("s0 and s1 have different shapes")
    if len(s1) != len(s2):
        raise ValueError("s1 and s2 have different shapes")
    imaginary = np.empty_like(s0)
    for i in range(len(s0)):
        imaginary[i] = -30.0 * (2.0 * s0[i] - s1[i] - s2[i])
    n = drive.size
    A = np.arange(n)
    places = np.empty((len(A), len(A)), dtype=np.int64)
    if len(c0) != len(s0):
        raise ValueError("real and imaginary have different shapes")
    arr = 73.1 + 42.5j
    values = real + 1j * imaginary
    arrays_0 = np.array([arr])
    length_2 = arrays_0.shape[0] + values.shape[0]
    whole = np.empty(length_2, dtype=np.complex128)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = values
    mutual = np.empty((len(A), len(A)), dtype=np.complex128)
    b = drive + 0j
    angle = np.linspace(0.2, 3.0, 4)
    a = np.empty_like(angle)
    for i in range(len(angle)):
        a[i] = np.cos(angle[i])
    values_2 = np.empty(A.shape)
    for i in range(len(A)):
        for j in range(len(A)):
            places[i, j] = np.abs(A[i] - A[j])
        values_2[i] = A[i]
    for k_2 in range(places.shape[0]):
        for m in range(places.shape[1]):
            mutual[k_2, m] = whole[places[k_2, m]]
    current = solution(mutual, b)
    if mutual.shape[0] != len(current):
        raise ValueError("mutual and current have different shapes")
    left = np.conj(current)
    right = mutual @ current
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    power = 0.5 * np.real(left @ right)
    outer_result = np.outer(a, values_2)
    phase = np.exp(1j * k * gaps[0] * outer_result)
    if phase.shape[1] != len(current):
        raise ValueError("phase and current have different shapes")
    product_2 = phase @ current
    abs_product = np.abs(product_2)
    value = abs_product**2 / power

    # reverse sweep
    gaps_bar = np.zeros_like(gaps)
    drive_bar = np.zeros_like(drive)
    value_bar = result_0_bar.copy()
    real_bar = result_1_bar.copy()
    abs_product_bar = 2.0 * abs_product * value_bar / power
    product_2_bar = (
        np.conj(product_2)
        * abs_product_bar
        / np.where(abs_product != 0.0, abs_product, 1.0)
    )
    phase_bar = np.outer(product_2_bar, current)
    current_bar = phase.T @ product_2_bar
    product_bar_2 = phase * phase_bar
    product_bar = np.sum(outer_result * product_bar_2)
    k_bar = np.real(1j * gaps[0] * product_bar)
    gaps_bar[0] += np.real(1j * k * product_bar)
    product_bar = -0.5 * np.sum(value * value_bar / power)
    left_bar = right * product_bar
    right_bar = left * product_bar
    mutual_bar = np.outer(right_bar, current)
    current_bar += mutual.T @ right_bar + np.conj(left_bar)
    b_bar = np.zeros_like(b)
    solution_adjoint(mutual, b, current_bar, mutual_bar, b_bar)
    whole_bar = np.zeros_like(whole)
    for k_2 in range(places.shape[0]):
        for m in range(places.shape[1]):
            whole_bar[places[k_2, m]] += mutual_bar[k_2, m]
    drive_bar += np.real(b_bar)
    values_bar = whole_bar[start:].copy()
    real_bar += np.real(values_bar)
    imaginary_bar = np.real(1j * values_bar)
    s0_bar = np.empty_like(s0)
    s1_bar = np.empty_like(s1)
    s2_bar = np.empty_like(s2)
    for i in range(len(s0)):
        difference_bar = -30.0 * imaginary_bar[i]
        s0_bar[i] = 2.0 * difference_bar
        s1_bar[i] = -difference_bar
        s2_bar[i] = -difference_bar
    c0_bar = np.empty_like(c0)
    c1_bar = np.empty_like(c1)
    c2_bar = np.empty_like(c2)
    for i in range(len(c0)):
        difference_bar = 30.0 * real_bar[i]
        c0_bar[i] = 2.0 * difference_bar
        c1_bar[i] = -difference_bar
        c2_bar[i] = -difference_bar
    u2_bar = np.zeros_like(u2)
    sici_adjoint(u2, s2_bar, c2_bar, u2_bar)
    u1_bar = np.zeros_like(u1)
    sici_adjoint(u1, s1_bar, c1_bar, u1_bar)
    u0_bar = np.zeros_like(u0)
    sici_adjoint(u0, s0_bar, c0_bar, u0_bar)

    # forward and reverse in one sweep: the iterations are independent
    power_2_bar = 0.0
    length_bar = 0.0
    for i in range(len(gaps)):
        root = np.sqrt(gaps[i] ** 2 + power_2)
        k_bar += (root - length) * u2_bar[i] + (root + length) * u1_bar[i]
        length_bar += k * u1_bar[i] - k * u2_bar[i]
        sum_bar = (k * u2_bar[i] + k * u1_bar[i]) / (2.0 * root)
        power_2_bar += sum_bar
        k_bar += gaps[i] * u0_bar[i]
        gaps_bar[i] += 2.0 * gaps[i] * sum_bar + k * u0_bar[i]
    length_bar += 2.0 * length * power_2_bar
    return gaps_bar, drive_bar, 0.5 * length_bar - k * k_bar / wavelength
