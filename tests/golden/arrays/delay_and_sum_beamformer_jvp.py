import numpy as np


def delay_and_sum_beamformer_jvp(
    weights,
    places,
    steer,
    angles,
    wave,
    weights_dot,
    places_dot,
    steer_dot,
    angles_dot,
    wave_dot,
):
    """The value of delay_and_sum_beamformer, and its derivative in the direction
    weights_dot, places_dot, steer_dot, angles_dot, wave_dot.
    """
    k = 2.0 * np.pi / wave
    k_dot = -k * wave_dot / wave
    arrays_0_dot = np.empty_like(angles)
    arrays_0 = np.empty_like(angles)
    arrays_1_dot = np.empty_like(angles)
    arrays_1 = np.empty_like(angles)
    for i in range(len(angles)):
        sin_angles = np.sin(angles[i])
        arrays_0_dot[i] = -sin_angles * angles_dot[i]
        arrays_0[i] = np.cos(angles[i])
        arrays_1_dot[i] = arrays_0[i] * angles_dot[i]
        arrays_1[i] = sin_angles
    shape_0 = len(angles)
    unit_dot = np.zeros((2, shape_0))
    unit = np.empty((2, shape_0))
    for i in range(shape_0):
        unit_dot[0, i] = arrays_0_dot[i]
        unit[0, i] = arrays_0[i]
        unit_dot[1, i] = arrays_1_dot[i]
        unit[1, i] = arrays_1[i]
    sin_steer = np.sin(steer)
    cos_steer = np.cos(steer)
    look_dot = np.array([-sin_steer * steer_dot, cos_steer * steer_dot])
    look = np.array([cos_steer, sin_steer])
    if places.shape[1] != unit.shape[0]:
        raise ValueError("places and unit have different shapes")
    product_dot = places_dot @ unit + places @ unit_dot
    product = places @ unit
    product_2_dot = places_dot @ look + places @ look_dot
    product_2 = places @ look
    term_dot = product_2_dot[:, None]
    term = product_2[:, None]
    if len(weights) != places.shape[0]:
        raise ValueError("weights and phase have different shapes")
    cos_phase_dot = np.empty_like(product)
    cos_phase = np.empty_like(product)
    sin_phase_dot = np.empty_like(product)
    sin_phase = np.empty_like(product)
    total_dot = 0.0
    total = 0.0
    for i in range(places.shape[0]):
        for j in range(shape_0):
            term_2 = k * (product_dot[i, j] - term_dot[i, 0])
            phase_dot = k_dot * (product[i, j] - term[i, 0]) + term_2
            phase = k * (product[i, j] - term[i, 0])
            sin_phase_2 = np.sin(phase)
            cos_phase_dot[i, j] = -sin_phase_2 * phase_dot
            cos_phase[i, j] = np.cos(phase)
            sin_phase_dot[i, j] = cos_phase[i, j] * phase_dot
            sin_phase[i, j] = sin_phase_2
        total_dot += weights_dot[i]
        total += weights[i]
    real_dot = weights_dot @ cos_phase + weights @ cos_phase_dot
    real = weights @ cos_phase
    imaginary_dot = weights_dot @ sin_phase + weights @ sin_phase_dot
    imaginary = weights @ sin_phase
    power_2_dot = 2.0 * total * total_dot
    power_2 = total**2
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(shape_0):
        power = (real[i] ** 2 + imaginary[i] ** 2) / power_2
        factor = (
            2.0 * real[i] * real_dot[i]
            + 2.0 * imaginary[i] * imaginary_dot[i]
            - power * power_2_dot
        )
        power_dot = factor / power_2
        main = np.abs(angles[i] - steer) < 0.5
        total_2_dot += power_dot * main
        total_2 += power * main
        total_3_dot += power_dot * (not main)
        total_3 += power * (not main)
    quotient = total_2 / total_3
    quotient_dot = (total_2_dot - quotient * total_3_dot) / total_3
    value = 10.0 * np.log10(quotient)
    return value, 10.0 * quotient_dot / (np.log(10.0) * quotient)
