import numpy as np


def numerov_eigenvalue_vjp(energy, depth, width, n, result_0_bar, result_1_bar):
    """The adjoints of energy, depth and width of numerov_eigenvalue, for the adjoint
    of its result.
    """
    # forward sweep: saves right
    x = np.linspace(-2.0, 2.0, n)
    h = x[1] - x[0]
    quotient = h**2 / 6.0
    f = np.empty_like(x)
    for i in range(len(x)):
        potential = -depth / np.cosh(x[i] / width) ** 2
        f[i] = 1.0 + quotient * (energy - potential)
    left = np.zeros(n)
    right = np.zeros(n)
    left[1] = 0.01
    right[-2] = 0.01
    right_saved = np.empty(n)
    for i in range(1, n - 1):
        factor = (12.0 - 10.0 * f[i]) * left[i] - f[i - 1] * left[i - 1]
        quotient_4 = factor / f[i + 1]
        left[i + 1] = quotient_4
        j = n - 1 - i
        factor_2 = (12.0 - 10.0 * f[j]) * right[j] - f[j + 1] * right[j + 1]
        quotient_4 = factor_2 / f[j - 1]
        right_saved[i] = right[j - 1]
        right[j - 1] = quotient_4
    m = n // 2
    quotient_2 = left[m] / right[m]
    right_saved_2 = np.empty(n)
    for i in range(n):
        right_saved_2[i] = right[i]
        right[i] *= quotient_2
    slope = (left[m + 1] - left[m - 1] - right[m + 1] + right[m - 1]) / (2.0 * h)
    arrays_0 = left[:m]
    arrays_1 = right[m:]
    length = arrays_0.shape[0] + arrays_1.shape[0]
    psi = np.empty(length)
    stop = arrays_0.shape[0]
    psi[:stop] = arrays_0
    start = arrays_0.shape[0]
    psi[start:] = arrays_1
    total = 0.0
    for i in range(length):
        total += psi[i] ** 2
    root = np.sqrt(h * total)

    # reverse sweep
    quotient_3_bar = result_1_bar.copy()
    left_bar = np.zeros_like(left)
    numerator_bar = result_0_bar / left[m]
    left_bar[m] -= slope * numerator_bar / left[m]
    psi_bar = np.empty_like(psi)

    # forward and reverse in one sweep: the iterations are independent
    root_bar = 0.0
    for i in range(length):
        numerator_bar_2 = quotient_3_bar[i] / root
        psi_bar[i] = numerator_bar_2
        root_bar -= psi[i] * numerator_bar_2 / root
    total_bar = h * root_bar / (2.0 * root)
    for i in range(length):
        psi_bar[i] += 2.0 * psi[i] * total_bar
    right_bar = np.zeros_like(right)
    arrays_1_bar = right_bar[m:]
    arrays_1_bar += psi_bar[start:]
    psi_bar[start:] = 0.0
    arrays_0_bar = left_bar[:m]
    arrays_0_bar += psi_bar[:stop]
    sum_bar = numerator_bar / (2.0 * h)
    left_bar[m + 1] += sum_bar
    left_bar[m - 1] -= sum_bar
    right_bar[m + 1] -= sum_bar
    right_bar[m - 1] += sum_bar
    quotient_2_bar = 0.0
    for i in range(n):
        right[i] = right_saved_2[i]
        right_i_bar = right_bar[i]
        right_bar[i] = quotient_2 * right_i_bar
        quotient_2_bar += right[i] * right_i_bar
    numerator_bar = quotient_2_bar / right[m]
    left_bar[m] += numerator_bar
    right_bar[m] -= quotient_2 * numerator_bar
    f_bar = np.zeros_like(f)
    for i in range(n - 2, 0, -1):
        j = n - 1 - i
        right[j - 1] = right_saved[i]
        quotient_4_bar = right_bar[j - 1]
        right_bar[j - 1] = 0.0
        factor_3 = (12.0 - 10.0 * f[j]) * right[j] - f[j + 1] * right[j + 1]
        quotient_4 = factor_3 / f[j - 1]
        numerator_bar = quotient_4_bar / f[j - 1]
        f_bar[j] -= 10.0 * right[j] * numerator_bar
        right_bar[j] += (12.0 - 10.0 * f[j]) * numerator_bar
        f_bar[j + 1] -= right[j + 1] * numerator_bar
        right_bar[j + 1] -= f[j + 1] * numerator_bar
        f_bar[j - 1] -= quotient_4 * numerator_bar
        quotient_4_bar = left_bar[i + 1]
        left_bar[i + 1] = 0.0
        factor_4 = (12.0 - 10.0 * f[i]) * left[i] - f[i - 1] * left[i - 1]
        quotient_4 = factor_4 / f[i + 1]
        numerator_bar = quotient_4_bar / f[i + 1]
        f_bar[i] -= 10.0 * left[i] * numerator_bar
        left_bar[i] += (12.0 - 10.0 * f[i]) * numerator_bar
        f_bar[i - 1] -= left[i - 1] * numerator_bar
        left_bar[i - 1] -= f[i - 1] * numerator_bar
        f_bar[i + 1] -= quotient_4 * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    width_bar = 0.0
    depth_bar = 0.0
    energy_bar = 0.0
    for i in range(len(x)):
        quotient_4 = x[i] / width
        cosh_quotient = np.cosh(quotient_4)
        potential = -depth / cosh_quotient**2
        energy_bar += quotient * f_bar[i]
        numerator_bar = -quotient * f_bar[i] / cosh_quotient**2
        depth_bar -= numerator_bar
        cosh_quotient_bar = -2.0 * cosh_quotient * potential * numerator_bar
        width_bar -= quotient_4 * np.sinh(quotient_4) * cosh_quotient_bar / width
    return energy_bar, depth_bar, width_bar
