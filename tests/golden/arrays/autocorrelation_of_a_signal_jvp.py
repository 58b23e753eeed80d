import numpy as np


def correlate_tangent(a, v, a_dot, v_dot):
    """correlate and its tangent."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be correlated are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    count_2 = shorter + longer - 1
    result_dot = np.empty(count_2)
    result = np.empty(count_2, np.float64)
    for k in range(count_2):
        shift = len(v) - 1 - k
        total_dot = 0.0
        total = 0.0
        for n in range(max(0, shift), min(len(v), len(a) + shift)):
            total_dot += a_dot[n - shift] * v[n] + a[n - shift] * v_dot[n]
            total += a[n - shift] * v[n]
        result_dot[k] = total_dot
        result[k] = total
    return result, result_dot


def autocorrelation_of_a_signal_jvp(x, window, x_dot):
    """The value of autocorrelation_of_a_signal, and its derivative in the direction
    x_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += x_dot[i]
        total += x[i]
    centred_dot = np.empty_like(x)
    centred = np.empty_like(x)
    for i in range(len(x)):
        centred_dot[i] = x_dot[i] - total_dot / len(x)
        centred[i] = x[i] - total / len(x)
    full, full_dot = correlate_tangent(centred, centred, centred_dot, centred_dot)
    full_part_dot = full_dot[full.size // 2 :]
    full_part = full[full.size // 2 :]
    full_part_2_dot = full_dot[full.size // 2]
    full_part_2 = full[full.size // 2]
    acf_dot = np.empty_like(full_part)
    acf = np.empty_like(full_part)
    for i in range(len(full_part)):
        quotient = full_part[i] / full_part_2
        acf_dot[i] = (full_part_dot[i] - quotient * full_part_2_dot) / full_part_2
        acf[i] = quotient
    operand = 1.0 - np.arange(1, window) / window
    if len(acf[1:window]) != len(operand):
        raise ValueError("acf[1:window] and operand have different shapes")
    acf_part_dot = acf_dot[1:window]
    acf_part = acf[1:window]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(acf_part)):
        total_2_dot += acf_part_dot[i] * operand[i]
        total_2 += acf_part[i] * operand[i]
    time = 1.0 + 2.0 * total_2
    value = x.size / time
    return acf, value, acf_dot, -2.0 * value * total_2_dot / time
