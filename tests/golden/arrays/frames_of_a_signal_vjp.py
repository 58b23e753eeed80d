import numpy as np


def matmul(left, right):
    """The sums of left[i, j] * right[j] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total = 0.0
        for j in range(left.shape[1]):
            total += left[i, j] * right[j]
        result[i] = total
    return result


def matmul_adjoint(right, result_bar, left_bar):
    """The adjoint of left is added to left_bar."""
    # forward sweep
    if right.shape[0] != left_bar.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left_bar.shape[0]):
        total_bar = result_bar[i]
        for j in range(left_bar.shape[1]):
            left_bar[i, j] += right[j] * total_bar


def frames_of_a_signal_vjp(signal, size, hop, result_0_bar, result_1_bar, result_2_bar):
    """The adjoints of signal of frames_of_a_signal, for the adjoint of its result."""
    # forward sweep
    starts = np.arange(0, len(signal) - size + 1, hop)
    frames = np.empty((len(starts), size))
    for i in range(len(starts)):
        for j in range(size):
            frames[i, j] = signal[starts[i] + j]
    frames_2 = np.empty_like(frames)
    for i in range(len(starts)):
        for j in range(size):
            frames_2[i, j] = frames[i, j] * np.sin(np.pi * (j + 0.5) / size)
    k = np.arange(size // 2 + 1)
    outer_result = np.outer(np.arange(size), k)
    if size != outer_result.shape[0]:
        raise ValueError("frames and angle have different shapes")
    cos_angle = np.empty((outer_result.shape[0], outer_result.shape[1]))
    sin_angle = np.empty((outer_result.shape[0], outer_result.shape[1]))
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            angle = 2.0 * np.pi * outer_result[i, j] / size
            cos_angle[i, j] = np.cos(angle)
            sin_angle[i, j] = np.sin(angle)
    product = frames_2 @ cos_angle
    product_2 = frames_2 @ sin_angle
    power = np.empty_like(product)
    energy = np.empty(len(starts))
    for i in range(len(starts)):
        energy[i] = 0.0
        for j in range(outer_result.shape[1]):
            power[i, j] = product[i, j] ** 2 + product_2[i, j] ** 2
            energy[i] += power[i, j]
    matmul_result = matmul(power, k)

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    energy_bar = result_0_bar.copy()
    centroid_bar = result_1_bar.copy()
    flux_bar = result_2_bar.copy()
    power_bar = np.zeros_like(power)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(starts) - 1):
        total = 0.0
        for j in range(outer_result.shape[1]):
            total += (power[i + 1, j] - power[i, j]) ** 2
        total_bar = flux_bar[i] / (2.0 * np.sqrt(total))
        for j in range(outer_result.shape[1]):
            difference_bar = 2.0 * (power[i + 1, j] - power[i, j]) * total_bar
            power_bar[i + 1, j] += difference_bar
            power_bar[i, j] -= difference_bar
    matmul_result_bar = np.empty_like(matmul_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(starts)):
        numerator_bar = centroid_bar[i] / energy[i]
        matmul_result_bar[i] = numerator_bar
        energy_bar[i] -= matmul_result[i] * numerator_bar / energy[i]
    matmul_adjoint(k, matmul_result_bar, power_bar)
    product_bar = np.empty_like(product)
    product_2_bar = np.empty_like(product_2)
    for i in range(len(starts)):
        for j in range(outer_result.shape[1]):
            power_bar[i, j] += energy_bar[i]
            product_bar[i, j] = 2.0 * product[i, j] * power_bar[i, j]
            product_2_bar[i, j] = 2.0 * product_2[i, j] * power_bar[i, j]
    frames_2_bar = product_2_bar @ sin_angle.T + product_bar @ cos_angle.T
    frames_bar = np.empty_like(frames)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(starts)):
        for j in range(size):
            sine = np.sin(np.pi * (j + 0.5) / size)
            frames_bar[i, j] = sine * frames_2_bar[i, j]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(starts)):
        for j in range(size):
            signal_bar[starts[i] + j] += frames_bar[i, j]
    return signal_bar
