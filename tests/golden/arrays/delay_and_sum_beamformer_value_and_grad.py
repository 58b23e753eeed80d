import numpy as np


def delay_and_sum_beamformer_value_and_grad(weights, places, steer, angles, wave):
    """The value of delay_and_sum_beamformer, and its gradient with respect to
    weights, places, steer, angles and wave.
    """
    # forward sweep
    k = 2.0 * np.pi / wave
    arrays_0 = np.empty_like(angles)
    arrays_1 = np.empty_like(angles)
    for i in range(len(angles)):
        arrays_0[i] = np.cos(angles[i])
        arrays_1[i] = np.sin(angles[i])
    shape_0 = len(angles)
    unit = np.empty((2, shape_0))
    for i in range(shape_0):
        unit[0, i] = arrays_0[i]
        unit[1, i] = arrays_1[i]
    cos_steer = np.cos(steer)
    sin_steer = np.sin(steer)
    look = np.array([cos_steer, sin_steer])
    if places.shape[1] != unit.shape[0]:
        raise ValueError("places and unit have different shapes")
    product = places @ unit
    product_2 = places @ look
    term = product_2[:, None]
    if len(weights) != places.shape[0]:
        raise ValueError("weights and phase have different shapes")
    cos_phase = np.empty_like(product)
    sin_phase = np.empty_like(product)
    total = 0.0
    for i in range(places.shape[0]):
        for j in range(shape_0):
            phase = k * (product[i, j] - term[i, 0])
            cos_phase[i, j] = np.cos(phase)
            sin_phase[i, j] = np.sin(phase)
        total += weights[i]
    real = weights @ cos_phase
    imaginary = weights @ sin_phase
    power_2 = total**2
    total_2 = 0.0
    total_3 = 0.0
    for i in range(shape_0):
        power = (real[i] ** 2 + imaginary[i] ** 2) / power_2
        main = np.abs(angles[i] - steer) < 0.5
        total_2 += power * main
        total_3 += power * (not main)
    quotient = total_2 / total_3
    value = 10.0 * np.log10(quotient)

    # reverse sweep
    angles_bar = np.empty_like(angles)
    numerator_bar_2 = 10.0 / (np.log(10.0) * quotient) / total_3
    total_3_bar = -quotient * numerator_bar_2
    real_bar = np.empty_like(real)
    imaginary_bar = np.empty_like(imaginary)

    # forward and reverse in one sweep: the iterations are independent
    power_2_bar = 0.0
    for i in range(shape_0):
        power = (real[i] ** 2 + imaginary[i] ** 2) / power_2
        main = np.abs(angles[i] - steer) < 0.5
        numerator_bar = (total_3_bar * (not main) + numerator_bar_2 * main) / power_2
        real_bar[i] = 2.0 * real[i] * numerator_bar
        imaginary_bar[i] = 2.0 * imaginary[i] * numerator_bar
        power_2_bar -= power * numerator_bar
    total_bar = 2.0 * total * power_2_bar
    weights_bar = sin_phase @ imaginary_bar
    sin_phase_bar = np.outer(weights, imaginary_bar)
    weights_bar += cos_phase @ real_bar
    cos_phase_bar = np.outer(weights, real_bar)
    product_bar = np.empty_like(product)
    product_2_bar = np.zeros_like(product_2)
    term_bar = product_2_bar[:, None]

    # forward and reverse in one sweep: the iterations are independent
    k_bar = 0.0
    for i in range(places.shape[0]):
        weights_bar[i] += total_bar
        for j in range(shape_0):
            phase_bar = cos_phase[i, j] * sin_phase_bar[i, j]
            phase_bar -= sin_phase[i, j] * cos_phase_bar[i, j]
            k_bar += (product[i, j] - term[i, 0]) * phase_bar
            product_bar[i, j] = k * phase_bar
            term_bar[i, 0] -= k * phase_bar
    places_bar = np.outer(product_2_bar, look)
    look_bar = places.T @ product_2_bar
    places_bar += product_bar @ unit.T
    unit_bar = places.T @ product_bar
    steer_bar = cos_steer * look_bar[1] - sin_steer * look_bar[0]
    arrays_0_bar = np.empty_like(arrays_0)
    arrays_1_bar = np.empty_like(arrays_1)
    for i in range(shape_0):
        arrays_1_bar[i] = unit_bar[1, i]
        unit_bar[1, i] = 0.0
        arrays_0_bar[i] = unit_bar[0, i]
    for i in range(len(angles)):
        angles_bar[i] = arrays_0[i] * arrays_1_bar[i]
        angles_bar[i] -= arrays_1[i] * arrays_0_bar[i]
    wave_bar = -k * k_bar / wave
    return value, weights_bar, places_bar, steer_bar, angles_bar, wave_bar
