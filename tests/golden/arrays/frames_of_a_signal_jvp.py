import numpy as np


def matmul_tangent(left, right, left_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[j]
            total += left[i, j] * right[j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def frames_of_a_signal_jvp(signal, size, hop, signal_dot):
    """The value of frames_of_a_signal, and its derivative in the direction
    signal_dot.
    """
    starts = np.arange(0, len(signal) - size + 1, hop)
    frames_dot = np.empty((len(starts), size))
    frames = np.empty((len(starts), size))
    for i in range(len(starts)):
        for j in range(size):
            index = starts[i] + j
            frames_dot[i, j] = signal_dot[index]
            frames[i, j] = signal[index]
    frames_2_dot = np.empty_like(frames)
    frames_2 = np.empty_like(frames)
    for i in range(len(starts)):
        for j in range(size):
            sine = np.sin(np.pi * (j + 0.5) / size)
            frames_2_dot[i, j] = frames_dot[i, j] * sine
            frames_2[i, j] = frames[i, j] * sine
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
    product_dot = frames_2_dot @ cos_angle
    product = frames_2 @ cos_angle
    product_2_dot = frames_2_dot @ sin_angle
    product_2 = frames_2 @ sin_angle
    power_dot = np.empty_like(product)
    power = np.empty_like(product)
    energy_dot = np.empty(len(starts))
    energy = np.empty(len(starts))
    for i in range(len(starts)):
        energy_dot[i] = 0.0
        energy[i] = 0.0
        for j in range(outer_result.shape[1]):
            term = 2.0 * product_2[i, j] * product_2_dot[i, j]
            power_dot[i, j] = 2.0 * product[i, j] * product_dot[i, j] + term
            power[i, j] = product[i, j] ** 2 + product_2[i, j] ** 2
            energy_dot[i] += power_dot[i, j]
            energy[i] += power[i, j]
    matmul_result, matmul_result_dot = matmul_tangent(power, k, power_dot)
    centroid_dot = np.zeros_like(matmul_result)
    centroid = np.empty_like(matmul_result)
    for i in range(len(starts)):
        quotient = matmul_result[i] / energy[i]
        centroid_dot[i] = (matmul_result_dot[i] - quotient * energy_dot[i]) / energy[i]
        centroid[i] = quotient
    flux_dot = np.empty(max(len(starts) - 1, 0))
    flux = np.empty(max(len(starts) - 1, 0))
    for i in range(len(starts) - 1):
        total_dot = 0.0
        total = 0.0
        for j in range(outer_result.shape[1]):
            total_dot += (
                2.0
                * (power[i + 1, j] - power[i, j])
                * (power_dot[i + 1, j] - power_dot[i, j])
            )
            total += (power[i + 1, j] - power[i, j]) ** 2
        sqrt_total = np.sqrt(total)
        flux_dot[i] = total_dot / (2.0 * sqrt_total)
        flux[i] = sqrt_total
    return energy, centroid, flux, energy_dot, centroid_dot, flux_dot
