import numpy as np


def numerov_eigenvalue_jvp(energy, depth, width, n, energy_dot, depth_dot, width_dot):
    """The value of numerov_eigenvalue, and its derivative in the direction
    energy_dot, depth_dot, width_dot.
    """
    x = np.linspace(-2.0, 2.0, n)
    h = x[1] - x[0]
    quotient = h**2 / 6.0
    f_dot = np.empty_like(x)
    f = np.empty_like(x)
    for i in range(len(x)):
        quotient_4 = x[i] / width
        cosh_quotient_dot = -np.sinh(quotient_4) * quotient_4 * width_dot / width
        cosh_quotient = np.cosh(quotient_4)
        potential = -depth / cosh_quotient**2
        factor = -depth_dot - 2.0 * potential * cosh_quotient * cosh_quotient_dot
        potential_dot = factor / cosh_quotient**2
        f_dot[i] = quotient * (energy_dot - potential_dot)
        f[i] = 1.0 + quotient * (energy - potential)
    left_dot = np.zeros(n)
    left = np.zeros(n)
    right_dot = np.zeros(n)
    right = np.zeros(n)
    left_dot[1] = 0.0
    left[1] = 0.01
    right_dot[-2] = 0.0
    right[-2] = 0.01
    for i in range(1, n - 1):
        quotient = ((12.0 - 10.0 * f[i]) * left[i] - f[i - 1] * left[i - 1]) / f[i + 1]
        factor_2 = (
            (12.0 - 10.0 * f[i]) * left_dot[i]
            - 10.0 * f_dot[i] * left[i]
            - (f_dot[i - 1] * left[i - 1] + f[i - 1] * left_dot[i - 1])
            - quotient * f_dot[i + 1]
        )
        quotient_dot = factor_2 / f[i + 1]
        left_dot[i + 1] = quotient_dot
        left[i + 1] = quotient
        j = n - 1 - i
        factor_3 = (12.0 - 10.0 * f[j]) * right[j] - f[j + 1] * right[j + 1]
        quotient = factor_3 / f[j - 1]
        factor_4 = (
            (12.0 - 10.0 * f[j]) * right_dot[j]
            - 10.0 * f_dot[j] * right[j]
            - (f_dot[j + 1] * right[j + 1] + f[j + 1] * right_dot[j + 1])
            - quotient * f_dot[j - 1]
        )
        quotient_dot = factor_4 / f[j - 1]
        right_dot[j - 1] = quotient_dot
        right[j - 1] = quotient
    m = n // 2
    quotient_2 = left[m] / right[m]
    quotient_2_dot = (left_dot[m] - quotient_2 * right_dot[m]) / right[m]
    for i in range(n):
        right_dot[i] = right_dot[i] * quotient_2 + right[i] * quotient_2_dot
        right[i] *= quotient_2
    slope = (left[m + 1] - left[m - 1] - right[m + 1] + right[m - 1]) / (2.0 * h)
    factor_5 = left_dot[m + 1] - left_dot[m - 1] - right_dot[m + 1] + right_dot[m - 1]
    slope_dot = factor_5 / (2.0 * h)
    arrays_0_dot = left_dot[:m]
    arrays_0 = left[:m]
    arrays_1_dot = right_dot[m:]
    arrays_1 = right[m:]
    length = arrays_0.shape[0] + arrays_1.shape[0]
    psi_dot = np.zeros(length)
    psi = np.empty(length)
    stop = arrays_0.shape[0]
    psi_dot[:stop] = arrays_0_dot
    psi[:stop] = arrays_0
    start = arrays_0.shape[0]
    psi_dot[start:] = arrays_1_dot
    psi[start:] = arrays_1
    total_dot = 0.0
    total = 0.0
    for i in range(length):
        total_dot += 2.0 * psi[i] * psi_dot[i]
        total += psi[i] ** 2
    root = np.sqrt(h * total)
    root_dot = h * total_dot / (2.0 * root)
    quotient_3_dot = np.empty_like(psi)
    quotient_3 = np.empty_like(psi)
    for i in range(length):
        quotient = psi[i] / root
        quotient_3_dot[i] = (psi_dot[i] - quotient * root_dot) / root
        quotient_3[i] = quotient
    value = slope / left[m]
    value_dot = (slope_dot - value * left_dot[m]) / left[m]
    return value, quotient_3, value_dot, quotient_3_dot
