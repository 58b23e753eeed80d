import numpy as np


def correlate(a, v):
    """The sums of products of a and v, at every shift."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be correlated are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    count_2 = shorter + longer - 1
    result = np.empty(count_2, np.float64)
    for k in range(count_2):
        shift = len(v) - 1 - k
        total = 0.0
        for n in range(max(0, shift), min(len(v), len(a) + shift)):
            total += a[n - shift] * v[n]
        result[k] = total
    return result


def correlate_adjoint(a, v, result_bar, a_bar, v_bar):
    """The adjoint of a and v is added to a_bar, v_bar."""
    # forward sweep
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be correlated are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    count_2 = shorter + longer - 1

    # forward and reverse in one sweep: the iterations are independent
    for k in range(count_2):
        shift = len(v) - 1 - k
        total_bar = result_bar[k]
        for n in range(max(0, shift), min(len(v), len(a) + shift)):
            a_bar[n - shift] += v[n] * total_bar
            v_bar[n] += a[n - shift] * total_bar


def autocorrelation_of_a_signal_vjp(x, window, result_0_bar, result_1_bar):
    """The adjoints of x of autocorrelation_of_a_signal, for the adjoint of its
    result.
    """
    # forward sweep
    total = 0.0
    for i in range(len(x)):
        total += x[i]
    centred = np.empty_like(x)
    for i in range(len(x)):
        centred[i] = x[i] - total / len(x)
    full = correlate(centred, centred)
    full_part = full[full.size // 2 :]
    full_part_2 = full[full.size // 2]
    acf = np.empty_like(full_part)
    for i in range(len(full_part)):
        acf[i] = full_part[i] / full_part_2
    operand = 1.0 - np.arange(1, window) / window
    if len(acf[1:window]) != len(operand):
        raise ValueError("acf[1:window] and operand have different shapes")
    acf_part = acf[1:window]
    total_2 = 0.0
    for i in range(len(acf_part)):
        total_2 += acf_part[i] * operand[i]
    time = 1.0 + 2.0 * total_2

    # reverse sweep
    x_bar = np.empty_like(x)
    acf_bar = result_0_bar.copy()
    total_2_bar = -2.0 * x.size * result_1_bar / time / time
    acf_part_bar = acf_bar[1:window]
    for i in range(len(acf_part)):
        acf_part_bar[i] += operand[i] * total_2_bar
    full_bar = np.zeros_like(full)
    full_part_bar = full_bar[full.size // 2 :]
    full_part_2_bar = 0.0
    for i in range(len(full_part)):
        numerator_bar = acf_bar[i] / full_part_2
        full_part_bar[i] += numerator_bar
        full_part_2_bar -= full_part[i] * numerator_bar / full_part_2
    full_bar[full.size // 2] += full_part_2_bar
    centred_bar = np.zeros_like(centred)
    correlate_adjoint(centred, centred, full_bar, centred_bar, centred_bar)
    total_bar = 0.0
    for i in range(len(x)):
        x_bar[i] = centred_bar[i]
        total_bar -= centred_bar[i] / len(x)
    for i in range(len(x)):
        x_bar[i] += total_bar
    return x_bar
