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


def cosine_integral_tangent(x, x_dot):
    z = cosine_integral(x)
    return z, math.cos(x) / x * x_dot


def sinc(x):
    """sin(pi * x) / (pi * x), which is 1 at 0: numpy.sinc(x)."""
    return math.sin(math.pi * x) / (math.pi * x) if x != 0.0 else 1.0


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


def sine_integral_tangent(x, x_dot):
    z = sine_integral(x)
    return z, sinc(x / math.pi) * x_dot


def sici_tangent(x, x_dot):
    """sici and its tangent."""
    sine_integral_result_dot = np.zeros_like(x)
    sine_integral_result = np.empty_like(x)
    cosine_integral_result_dot = np.zeros_like(x)
    cosine_integral_result = np.empty_like(x)
    for i in range(len(x)):
        sine_integral_result[i], sine_integral_result_dot[i] = sine_integral_tangent(
            x[i], x_dot[i]
        )
        cosine_integral_result[i], cosine_integral_result_dot[i] = (
            cosine_integral_tangent(x[i], x_dot[i])
        )
    return (
        sine_integral_result,
        cosine_integral_result,
        sine_integral_result_dot,
        cosine_integral_result_dot,
    )


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    return z, solution(a, b_dot - a_dot @ z)


def antenna_of_half_a_wave_jvp(
    gaps, drive, wavelength, gaps_dot, drive_dot, wavelength_dot
):
    """The value of antenna_of_half_a_wave, and its derivative in the direction
    gaps_dot, drive_dot, wavelength_dot.
    """
    k = 2.0 * np.pi / wavelength
    k_dot = -k * wavelength_dot / wavelength
    length_dot = 0.5 * wavelength_dot
    length = 0.5 * wavelength
    u0_dot = np.empty_like(gaps)
    u0 = np.empty_like(gaps)
    power_2_dot = 2.0 * length * length_dot
    power_2 = length**2
    u1_dot = np.empty_like(gaps)
    u1 = np.empty_like(gaps)
    u2_dot = np.empty_like(gaps)
    u2 = np.empty_like(gaps)
    for i in range(len(gaps)):
        u0_dot[i] = k_dot * gaps[i] + k * gaps_dot[i]
        u0[i] = k * gaps[i]
        root = np.sqrt(gaps[i] ** 2 + power_2)
        root_dot = (2.0 * gaps[i] * gaps_dot[i] + power_2_dot) / (2.0 * root)
        u1_dot[i] = k_dot * (root + length) + k * (root_dot + length_dot)
        u1[i] = k * (root + length)
        u2_dot[i] = k_dot * (root - length) + k * (root_dot - length_dot)
        u2[i] = k * (root - length)
    s0, c0, s0_dot, c0_dot = sici_tangent(u0, u0_dot)
    s1, c1, s1_dot, c1_dot = sici_tangent(u1, u1_dot)
    s2, c2, s2_dot, c2_dot = sici_tangent(u2, u2_dot)
    if len(c0) != len(c1):
        raise ValueError("c0 and c1 have different shapes")
    if len(c1) != len(c2):
        raise ValueError("c1 and c2 have different shapes")
    real_dot = np.empty_like(c0)
    real = np.empty_like(c0)
    for i in range(len(c0)):
        real_dot[i] = 30.0 * (2.0 * c0_dot[i] - c1_dot[i] - c2_dot[i])
        real[i] = 30.0 * (2.0 * c0[i] - c1[i] - c2[i])
    if len(s0) != len(s1):
        raise ValueError("s0 and s1 have different shapes")
    if len(s1) != len(s2):
        raise ValueError("s1 and s2 have different shapes")
    imaginary_dot = np.empty_like(s0)
    imaginary = np.empty_like(s0)
    for i in range(len(s0)):
        imaginary_dot[i] = -30.0 * (2.0 * s0_dot[i] - s1_dot[i] - s2_dot[i])
        imaginary[i] = -30.0 * (2.0 * s0[i] - s1[i] - s2[i])
    n = drive.size
    A = np.arange(n)
    places = np.empty((len(A), len(A)), dtype=np.int64)
    if len(c0) != len(s0):
        raise ValueError("real and imaginary have different shapes")
    arr = 73.1 + 42.5j
    values_dot = real_dot + 1j * imaginary_dot
    values = real + 1j * imaginary
    arrays_0 = np.array([arr])
    length_2 = arrays_0.shape[0] + values.shape[0]
    whole_dot = np.zeros(length_2, dtype=np.complex128)
    whole = np.empty(length_2, dtype=np.complex128)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = 0j
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole_dot[start:] = values_dot
    whole[start:] = values
    mutual_dot = np.empty((len(A), len(A)), dtype=np.complex128)
    mutual = np.empty((len(A), len(A)), dtype=np.complex128)
    b_dot = np.zeros_like(drive + 0j) + drive_dot
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
            mutual_dot[k_2, m] = whole_dot[places[k_2, m]]
            mutual[k_2, m] = whole[places[k_2, m]]
    current, current_dot = solution_tangent(mutual, b, mutual_dot, b_dot)
    if mutual.shape[0] != len(current):
        raise ValueError("mutual and current have different shapes")
    left_dot = np.conj(current_dot)
    left = np.conj(current)
    right_dot = mutual_dot @ current + mutual @ current_dot
    right = mutual @ current
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    power_dot = 0.5 * np.real(left_dot @ right + left @ right_dot)
    power = 0.5 * np.real(left @ right)
    outer_result = np.outer(a, values_2)
    phase = np.exp(1j * k * gaps[0] * outer_result)
    phase_dot = phase * (1j * k_dot * gaps[0] + 1j * k * gaps_dot[0]) * outer_result
    if phase.shape[1] != len(current):
        raise ValueError("phase and current have different shapes")
    product_dot = phase_dot @ current + phase @ current_dot
    product = phase @ current
    abs_product = np.abs(product)
    factor = np.where(abs_product != 0.0, abs_product, 1.0)
    abs_product_dot = np.real(np.conj(product) * product_dot) / factor
    value = abs_product**2 / power
    value_dot = (2.0 * abs_product * abs_product_dot - value * power_dot) / power
    return value, real, value_dot, real_dot
