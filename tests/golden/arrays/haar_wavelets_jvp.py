import numpy as np


def haar_wavelets_jvp(signal, threshold, levels, signal_dot, threshold_dot):
    """The value of haar_wavelets, and its derivative in the direction signal_dot,
    threshold_dot.
    """
    w_dot = signal_dot.copy()
    w = signal.copy()
    n = len(w)
    for _ in range(levels):
        even_dot = w_dot[:n:2].copy()
        even = w[:n:2].copy()
        odd_dot = w_dot[1:n:2].copy()
        odd = w[1:n:2].copy()
        if even.shape != odd.shape:
            raise ValueError("even and odd have different shapes")
        operand = w[: n // 2]
        if len(operand) != len(odd):
            raise ValueError("operand and odd have different shapes")
        root = np.sqrt(2.0)
        quotient_dot = np.empty_like(even)
        quotient = np.empty_like(even)
        root_2 = root
        quotient_2_dot = np.empty_like(even)
        quotient_2 = np.empty_like(even)
        for i in range(len(even)):
            quotient_dot[i] = (even_dot[i] + odd_dot[i]) / root
            quotient[i] = (even[i] + odd[i]) / root
            quotient_2_dot[i] = (even_dot[i] - odd_dot[i]) / root_2
            quotient_2[i] = (even[i] - odd[i]) / root_2
        w_dot[: n // 2] = quotient_dot
        w[: n // 2] = quotient
        operand_2 = w[n // 2 : n]
        if len(operand_2) != len(odd):
            raise ValueError("operand and odd have different shapes")
        w_dot[n // 2 : n] = quotient_2_dot
        w[n // 2 : n] = quotient_2
        n //= 2
    details_dot = w_dot[n:]
    details = w[n:]
    operand_3 = w[n:]
    if len(operand_3) != len(details):
        raise ValueError("operand and details have different shapes")
    term_dot = np.empty_like(details)
    term = np.empty_like(details)
    for i in range(len(operand_3)):
        abs_details_dot = np.sign(details[i]) * details_dot[i]
        abs_details = np.abs(details[i])
        maximum_result_dot = (
            abs_details_dot - threshold_dot if abs_details - threshold >= 0.0 else 0.0
        )
        term_dot[i] = np.sign(details[i]) * maximum_result_dot
        term[i] = np.sign(details[i]) * np.maximum(abs_details - threshold, 0.0)
    w_dot[n:] = term_dot
    w[n:] = term
    for _ in range(levels):
        mean_dot = w_dot[:n].copy()
        mean = w[:n].copy()
        half_dot = w_dot[n : 2 * n].copy()
        half = w[n : 2 * n].copy()
        if mean.shape != half.shape:
            raise ValueError("mean and half have different shapes")
        operand_4 = w[: 2 * n : 2]
        if len(operand_4) != len(half):
            raise ValueError("operand and half have different shapes")
        root_3 = np.sqrt(2.0)
        quotient_3_dot = np.empty_like(mean)
        quotient_3 = np.empty_like(mean)
        root_4 = root_3
        quotient_4_dot = np.empty_like(mean)
        quotient_4 = np.empty_like(mean)
        for i in range(len(mean)):
            quotient_3_dot[i] = (mean_dot[i] + half_dot[i]) / root_3
            quotient_3[i] = (mean[i] + half[i]) / root_3
            quotient_4_dot[i] = (mean_dot[i] - half_dot[i]) / root_4
            quotient_4[i] = (mean[i] - half[i]) / root_4
        w_dot[: 2 * n : 2] = quotient_3_dot
        w[: 2 * n : 2] = quotient_3
        operand_5 = w[1 : 2 * n : 2]
        if len(operand_5) != len(half):
            raise ValueError("operand and half have different shapes")
        w_dot[1 : 2 * n : 2] = quotient_4_dot
        w[1 : 2 * n : 2] = quotient_4
        n *= 2
    return w, w_dot
