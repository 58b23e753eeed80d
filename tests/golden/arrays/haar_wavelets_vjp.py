import numpy as np


def haar_wavelets_vjp(signal, threshold, levels, result_bar):
    """The adjoints of signal and threshold of haar_wavelets, for the adjoint of its
    result.
    """
    # forward sweep: saves n and w
    w = signal.copy()
    n = len(w)
    n_saved = np.empty(levels, dtype=np.int64)
    w_saved = []
    w_saved_2 = []
    for k in range(levels):
        even = w[:n:2].copy()
        odd = w[1:n:2].copy()
        if even.shape != odd.shape:
            raise ValueError("even and odd have different shapes")
        operand = w[: n // 2]
        if len(operand) != len(odd):
            raise ValueError("operand and odd have different shapes")
        root = np.sqrt(2.0)
        quotient = np.empty_like(even)
        root_2 = root
        quotient_2 = np.empty_like(even)
        for i in range(len(even)):
            quotient[i] = (even[i] + odd[i]) / root
            quotient_2[i] = (even[i] - odd[i]) / root_2
        w_saved.append(w[: n // 2].copy())
        w[: n // 2] = quotient
        operand_2 = w[n // 2 : n]
        if len(operand_2) != len(odd):
            raise ValueError("operand and odd have different shapes")
        w_saved_2.append(w[n // 2 : n].copy())
        w[n // 2 : n] = quotient_2
        n_saved[k] = n
        n //= 2
    start = n
    details = w[start:]
    operand_3 = w[n:]
    if len(operand_3) != len(details):
        raise ValueError("operand and details have different shapes")
    term = np.empty_like(details)
    for i in range(len(operand_3)):
        maximum_result = np.maximum(np.abs(details[i]) - threshold, 0.0)
        term[i] = np.sign(details[i]) * maximum_result
    w_saved_3 = w[n:].copy()
    w[n:] = term
    n_saved_2 = np.empty(levels, dtype=np.int64)
    w_saved_4 = []
    w_saved_5 = []
    for k in range(levels):
        mean = w[:n].copy()
        half = w[n : 2 * n].copy()
        if mean.shape != half.shape:
            raise ValueError("mean and half have different shapes")
        operand_4 = w[: 2 * n : 2]
        if len(operand_4) != len(half):
            raise ValueError("operand and half have different shapes")
        root_3 = np.sqrt(2.0)
        quotient_3 = np.empty_like(mean)
        root_4 = root_3
        quotient_4 = np.empty_like(mean)
        for i in range(len(mean)):
            quotient_3[i] = (mean[i] + half[i]) / root_3
            quotient_4[i] = (mean[i] - half[i]) / root_4
        w_saved_4.append(w[: 2 * n : 2].copy())
        w[: 2 * n : 2] = quotient_3
        operand_5 = w[1 : 2 * n : 2]
        if len(operand_5) != len(half):
            raise ValueError("operand and half have different shapes")
        w_saved_5.append(w[1 : 2 * n : 2].copy())
        w[1 : 2 * n : 2] = quotient_4
        n_saved_2[k] = n
        n *= 2

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    w_bar = result_bar.copy()
    for k in range(levels - 1, -1, -1):
        n = n_saved_2[k]
        w[1 : 2 * n : 2] = w_saved_5.pop()
        quotient_4_bar = w_bar[1 : 2 * n : 2].copy()
        w_bar[1 : 2 * n : 2] = 0.0
        w[: 2 * n : 2] = w_saved_4.pop()
        quotient_3_bar = w_bar[: 2 * n : 2].copy()
        w_bar[: 2 * n : 2] = 0.0
        mean = w[:n].copy()
        root_3 = np.sqrt(2.0)
        root_4 = root_3
        mean_bar = np.empty_like(mean)
        half_bar = np.empty_like(mean)
        for i in range(len(mean)):
            difference_bar = quotient_4_bar[i] / root_4
            sum_bar = quotient_3_bar[i] / root_3
            mean_bar[i] = difference_bar + sum_bar
            half_bar[i] = sum_bar - difference_bar
        w_bar[n : 2 * n] += half_bar
        w_bar[:n] += mean_bar
    w[n:] = w_saved_3
    term_bar = w_bar[n:].copy()
    w_bar[n:] = 0.0
    details_bar = w_bar[start:]

    # forward and reverse in one sweep: the iterations are independent
    threshold_bar = 0.0
    for i in range(len(operand_3)):
        abs_details = np.abs(details[i])
        maximum_result_bar = np.sign(details[i]) * term_bar[i]
        difference_bar = maximum_result_bar if abs_details - threshold >= 0.0 else 0.0
        threshold_bar -= difference_bar
        details_bar[i] += np.sign(details[i]) * difference_bar
    for k in range(levels - 1, -1, -1):
        n = n_saved[k]
        w[n // 2 : n] = w_saved_2.pop()
        quotient_2_bar = w_bar[n // 2 : n].copy()
        w_bar[n // 2 : n] = 0.0
        w[: n // 2] = w_saved.pop()
        quotient_bar = w_bar[: n // 2].copy()
        w_bar[: n // 2] = 0.0
        even = w[:n:2].copy()
        root = np.sqrt(2.0)
        root_2 = root
        even_bar = np.empty_like(even)
        odd_bar = np.empty_like(even)
        for i in range(len(even)):
            difference_bar = quotient_2_bar[i] / root_2
            sum_bar = quotient_bar[i] / root
            even_bar[i] = difference_bar + sum_bar
            odd_bar[i] = sum_bar - difference_bar
        w_bar[1:n:2] += odd_bar
        w_bar[:n:2] += even_bar
    signal_bar += w_bar
    return signal_bar, threshold_bar
