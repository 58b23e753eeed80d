import numpy as np


def einsum(first, second, third):
    """The sums of first[w, f] * second[w, f] * third[w, k, f] over w."""
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((third.shape[1], first.shape[1]))
    for k in range(third.shape[1]):
        for f in range(first.shape[1]):
            total = 0.0
            for w in range(first.shape[0]):
                total += first[w, f] * second[w, f] * third[w, k, f]
            result[k, f] = total
    return result


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for k in range(third.shape[1]):
        for f in range(first.shape[1]):
            total_bar = result_bar[k, f]
            for w in range(first.shape[0]):
                first_bar[w, f] += second[w, f] * third[w, k, f] * total_bar
                second_bar[w, f] += first[w, f] * third[w, k, f] * total_bar
                third_bar[w, k, f] += first[w, f] * second[w, f] * total_bar


def roe_flux_of_shallow_water_vjp(h, hu, g, ratio, result_bar):
    """The adjoints of h, hu, g and ratio of roe_flux_of_shallow_water, for the
    adjoint of its result.
    """
    # forward sweep
    if hu.shape != h.shape:
        raise ValueError("hu and h have different shapes")
    u = np.empty_like(hu)
    hl = h[:-1]
    hr = h[1:]
    c = np.empty_like(hl)
    arrays_0 = np.empty_like(hl)
    arrays_1 = np.empty_like(hl)
    shape_0 = max(len(hu) - 1, 0)
    speeds = np.empty((2, shape_0))
    jump_h = np.empty(max(len(hu) - 1, 0))
    jump_q = np.empty(max(len(hu) - 1, 0))
    arrays_0_2 = np.empty(shape_0)
    arrays_1_2 = np.empty(max(len(hu) - 1, 0))
    if shape_0 != max(len(hu) - 1, 0):
        raise ValueError("operands have different shapes")
    whole_2 = np.empty((2, shape_0))
    strength = np.empty_like(whole_2)
    arrays_0_3 = np.ones_like(speeds)
    if arrays_0_3.shape[1] != speeds.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0_3 = arrays_0_3.shape[0]
    shape_1 = arrays_0_3.shape[1]
    vectors = np.empty((shape_0_3, 2, shape_1))
    np.swapaxes(vectors, 0, 1)[0] = arrays_0_3
    abs_speeds = np.empty_like(speeds)
    arrays_1_3 = np.empty_like(hu)
    for i in range(len(hu)):
        u[i] = hu[i] / h[i]
        arrays_1_3[i] = hu[i] * u[i] + 0.5 * g * h[i] ** 2
    ul = u[:-1]
    ur = u[1:]
    for i in range(len(hu) - 1):
        sqrt_hl = np.sqrt(hl[i])
        sqrt_hr = np.sqrt(hr[i])
        mean = (sqrt_hl * ul[i] + sqrt_hr * ur[i]) / (sqrt_hl + sqrt_hr)
        c[i] = np.sqrt(0.5 * g * (hl[i] + hr[i]))
        arrays_0[i] = mean - c[i]
        arrays_1[i] = mean + c[i]
        jump_h[i] = h[i + 1] - h[i]
        jump_q[i] = hu[i + 1] - hu[i]
    for i in range(shape_0):
        speeds[0, i] = arrays_0[i]
        speeds[1, i] = arrays_1[i]
        arrays_0_2[i] = speeds[1, i] * jump_h[i] - jump_q[i]
    for i in range(len(hu) - 1):
        arrays_1_2[i] = jump_q[i] - speeds[0, i] * jump_h[i]
    for i in range(shape_0):
        whole_2[0, i] = arrays_0_2[i]
        whole_2[1, i] = arrays_1_2[i]
    for i in range(2):
        for j in range(shape_0):
            strength[i, j] = whole_2[i, j] / (2.0 * c[j])
    np.swapaxes(vectors, 0, 1)[1] = speeds
    for i in range(shape_0_3):
        for j in range(shape_0):
            abs_speeds[i, j] = np.abs(speeds[i, j])
    damping = einsum(abs_speeds, strength, vectors)
    shape_0_4 = hu.shape[0]
    physical = np.empty((2, shape_0_4))
    if physical[:, 1:].shape[1] != damping.shape[1]:
        raise ValueError("physical[:, 1:] and damping have different shapes")
    flux = np.empty((shape_0_3, max(shape_0_4 - 1, 0)))
    shape_0_5 = h.shape[0]
    state = np.empty((2, shape_0_5))
    for i in range(shape_0_4):
        physical[0, i] = hu[i]
        physical[1, i] = arrays_1_3[i]
    if state[:, 1:-1].shape[1] != flux[:, 1:].shape[1]:
        raise ValueError("state[:, 1:-1] and flux[:, 1:] have different shapes")

    # reverse sweep
    h_bar = np.empty_like(h)
    hu_bar = np.empty_like(hu)
    state_bar = result_bar.copy()
    damping_bar = np.empty_like(damping)
    physical_bar = np.zeros_like(physical)
    flux_bar = np.zeros_like(flux)

    # forward and reverse in one sweep: the iterations are independent
    ratio_bar = 0.0
    physical_ahead_bar = np.zeros(shape_0_4)
    for i in range(shape_0_3):
        for j in range(shape_0_4 - 1):
            term = 0.5 * (physical[i, j + 1] + physical[i, j])
            flux[i, j] = term - 0.5 * damping[i, j]
        for j in range(shape_0_4 - 2):
            ratio_bar += (flux[i, j] - flux[i, j + 1]) * state_bar[i, j + 1]
            flux_bar[i, j + 1] -= ratio * state_bar[i, j + 1]
            flux_bar[i, j] += ratio * state_bar[i, j + 1]
        for j in range(shape_0_4 - 1):
            physical_ahead_bar[j] = 0.5 * flux_bar[i, j]
            physical_bar[i, j] += 0.5 * flux_bar[i, j]
            damping_bar[i, j] = -0.5 * flux_bar[i, j]

        # each element takes what it is owed
        for j in range(1, shape_0_4):
            physical_bar[i, j] += physical_ahead_bar[j - 1]
    arrays_1_3_bar = np.empty_like(arrays_1_3)
    for i in range(shape_0_4):
        hu_bar[i] = state_bar[1, i]
        state_bar[1, i] = 0.0
        h_bar[i] = state_bar[0, i]
        arrays_1_3_bar[i] = physical_bar[1, i]
        physical_bar[1, i] = 0.0
        hu_bar[i] += physical_bar[0, i]
    strength_bar = np.zeros_like(strength)
    vectors_bar = np.zeros_like(vectors)
    abs_speeds_bar = np.zeros_like(abs_speeds)
    einsum_adjoint(
        abs_speeds,
        strength,
        vectors,
        damping_bar,
        abs_speeds_bar,
        strength_bar,
        vectors_bar,
    )
    speeds_bar = np.empty_like(speeds)
    for i in range(shape_0_3):
        for j in range(shape_0):
            speeds_bar[i, j] = np.sign(speeds[i, j]) * abs_speeds_bar[i, j]
    speeds_bar += np.swapaxes(vectors_bar, 0, 1)[1]
    c_bar = np.zeros_like(c)
    whole_2_bar = np.empty_like(whole_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        for j in range(shape_0):
            numerator_bar = strength_bar[i, j] / (2.0 * c[j])
            whole_2_bar[i, j] = numerator_bar
            c_bar[j] -= 2.0 * whole_2[i, j] * numerator_bar / (2.0 * c[j])
    arrays_0_2_bar = np.empty_like(arrays_0_2)
    arrays_1_2_bar = np.empty_like(arrays_1_2)
    for i in range(shape_0):
        arrays_1_2_bar[i] = whole_2_bar[1, i]
        whole_2_bar[1, i] = 0.0
        arrays_0_2_bar[i] = whole_2_bar[0, i]
    jump_h_bar = np.empty_like(jump_h)
    jump_q_bar = np.empty_like(jump_q)
    for i in range(len(hu) - 1):
        jump_q_bar[i] = arrays_1_2_bar[i]
        speeds_bar[0, i] -= jump_h[i] * arrays_1_2_bar[i]
        jump_h_bar[i] = -speeds[0, i] * arrays_1_2_bar[i]
    arrays_0_bar = np.zeros_like(arrays_0)
    arrays_1_bar = np.zeros_like(arrays_1)
    for i in range(shape_0):
        speeds_bar[1, i] += jump_h[i] * arrays_0_2_bar[i]
        jump_h_bar[i] += speeds[1, i] * arrays_0_2_bar[i]
        jump_q_bar[i] -= arrays_0_2_bar[i]
        arrays_1_bar[i] += speeds_bar[1, i]
        speeds_bar[1, i] = 0.0
        arrays_0_bar[i] += speeds_bar[0, i]
    u_bar = np.zeros_like(u)
    hl_bar = h_bar[:-1]
    hr_bar = h_bar[1:]
    ul_bar = u_bar[:-1]
    ur_bar = u_bar[1:]

    # forward and reverse in one sweep: the iterations are independent
    g_bar = 0.0
    for i in range(len(hu) - 1):
        sqrt_hl = np.sqrt(hl[i])
        sqrt_hr = np.sqrt(hr[i])
        mean = (sqrt_hl * ul[i] + sqrt_hr * ur[i]) / (sqrt_hl + sqrt_hr)
        hu_bar[i + 1] += jump_q_bar[i]
        hu_bar[i] -= jump_q_bar[i]
        h_bar[i + 1] += jump_h_bar[i]
        h_bar[i] -= jump_h_bar[i]
        c_bar[i] += arrays_1_bar[i] - arrays_0_bar[i]
        product_bar = c_bar[i] / (2.0 * c[i])
        g_bar += 0.5 * (hl[i] + hr[i]) * product_bar
        sum_bar = 0.5 * g * product_bar
        numerator_bar = (arrays_1_bar[i] + arrays_0_bar[i]) / (sqrt_hl + sqrt_hr)
        ul_bar[i] += sqrt_hl * numerator_bar
        ur_bar[i] += sqrt_hr * numerator_bar
        hr_bar[i] += sum_bar - mean * numerator_bar / (2.0 * sqrt_hr)
        hl_bar[i] += sum_bar - mean * numerator_bar / (2.0 * sqrt_hl)
        hr_bar[i] += ur[i] * numerator_bar / (2.0 * sqrt_hr)
        hl_bar[i] += ul[i] * numerator_bar / (2.0 * sqrt_hl)
    for i in range(len(hu)):
        u_bar[i] += hu[i] * arrays_1_3_bar[i]
        g_bar += 0.5 * h[i] ** 2 * arrays_1_3_bar[i]
        numerator_bar = u_bar[i] / h[i]
        hu_bar[i] += u[i] * arrays_1_3_bar[i] + numerator_bar
        h_bar[i] += h[i] * g * arrays_1_3_bar[i] - hu[i] * numerator_bar / h[i]
    return h_bar, hu_bar, g_bar, ratio_bar
