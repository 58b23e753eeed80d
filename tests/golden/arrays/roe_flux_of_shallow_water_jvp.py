import numpy as np


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[1] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((third.shape[1], first.shape[1]))
    result = np.empty((third.shape[1], first.shape[1]))
    for k in range(third.shape[1]):
        for f in range(first.shape[1]):
            total_dot = 0.0
            total = 0.0
            for w in range(first.shape[0]):
                factor = first_dot[w, f] * second[w, f] + first[w, f] * second_dot[w, f]
                term = factor * third[w, k, f]
                total_dot += term + first[w, f] * second[w, f] * third_dot[w, k, f]
                total += first[w, f] * second[w, f] * third[w, k, f]
            result_dot[k, f] = total_dot
            result[k, f] = total
    return result, result_dot


def roe_flux_of_shallow_water_jvp(h, hu, g, ratio, h_dot, hu_dot, g_dot, ratio_dot):
    """The value of roe_flux_of_shallow_water, and its derivative in the direction
    h_dot, hu_dot, g_dot, ratio_dot.
    """
    if hu.shape != h.shape:
        raise ValueError("hu and h have different shapes")
    u_dot = np.empty_like(hu)
    u = np.empty_like(hu)
    hl_dot = h_dot[:-1]
    hl = h[:-1]
    hr_dot = h_dot[1:]
    hr = h[1:]
    c_dot = np.zeros_like(hl)
    c = np.empty_like(hl)
    arrays_0_dot = np.zeros_like(hl)
    arrays_0 = np.empty_like(hl)
    arrays_1_dot = np.zeros_like(hl)
    arrays_1 = np.empty_like(hl)
    shape_0 = max(len(hu) - 1, 0)
    speeds_dot = np.zeros((2, shape_0))
    speeds = np.empty((2, shape_0))
    jump_h_dot = np.empty(max(len(hu) - 1, 0))
    jump_h = np.empty(max(len(hu) - 1, 0))
    jump_q_dot = np.empty(max(len(hu) - 1, 0))
    jump_q = np.empty(max(len(hu) - 1, 0))
    arrays_0_2_dot = np.empty(shape_0)
    arrays_0_2 = np.empty(shape_0)
    arrays_1_2_dot = np.empty(max(len(hu) - 1, 0))
    arrays_1_2 = np.empty(max(len(hu) - 1, 0))
    if shape_0 != max(len(hu) - 1, 0):
        raise ValueError("operands have different shapes")
    whole_2_dot = np.zeros((2, shape_0))
    whole_2 = np.empty((2, shape_0))
    strength_dot = np.empty_like(whole_2)
    strength = np.empty_like(whole_2)
    arrays_0_3 = np.ones_like(speeds)
    if arrays_0_3.shape[1] != speeds.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0_3 = arrays_0_3.shape[0]
    shape_1 = arrays_0_3.shape[1]
    vectors_dot = np.zeros((shape_0_3, 2, shape_1))
    vectors = np.empty((shape_0_3, 2, shape_1))
    np.swapaxes(vectors_dot, 0, 1)[0] = 0.0
    np.swapaxes(vectors, 0, 1)[0] = arrays_0_3
    abs_speeds_dot = np.empty_like(speeds)
    abs_speeds = np.empty_like(speeds)
    arrays_1_3_dot = np.empty_like(hu)
    arrays_1_3 = np.empty_like(hu)
    for i in range(len(hu)):
        quotient = hu[i] / h[i]
        u_dot[i] = (hu_dot[i] - quotient * h_dot[i]) / h[i]
        u[i] = quotient
        arrays_1_3_dot[i] = (
            hu_dot[i] * u[i]
            + hu[i] * u_dot[i]
            + (0.5 * g_dot * h[i] ** 2 + g * h[i] * h_dot[i])
        )
        arrays_1_3[i] = hu[i] * u[i] + 0.5 * g * h[i] ** 2
    ul_dot = u_dot[:-1]
    ul = u[:-1]
    ur_dot = u_dot[1:]
    ur = u[1:]
    for i in range(len(hu) - 1):
        sqrt_hl = np.sqrt(hl[i])
        sqrt_hl_dot = hl_dot[i] / (2.0 * sqrt_hl)
        sqrt_hr = np.sqrt(hr[i])
        sqrt_hr_dot = hr_dot[i] / (2.0 * sqrt_hr)
        sqrt_hl_2_dot = hl_dot[i] / (2.0 * sqrt_hl)
        sqrt_hr_2_dot = hr_dot[i] / (2.0 * sqrt_hr)
        mean = (sqrt_hl * ul[i] + sqrt_hr * ur[i]) / (sqrt_hl + sqrt_hr)
        factor = (
            sqrt_hl_dot * ul[i]
            + sqrt_hl * ul_dot[i]
            + (sqrt_hr_dot * ur[i] + sqrt_hr * ur_dot[i])
            - mean * (sqrt_hl_2_dot + sqrt_hr_2_dot)
        )
        mean_dot = factor / (sqrt_hl + sqrt_hr)
        root = np.sqrt(0.5 * g * (hl[i] + hr[i]))
        factor_2 = 0.5 * g_dot * (hl[i] + hr[i]) + 0.5 * g * (hl_dot[i] + hr_dot[i])
        root_dot = factor_2 / (2.0 * root)
        c_dot[i] = root_dot
        c[i] = root
        arrays_0_dot[i] = mean_dot - c_dot[i]
        arrays_0[i] = mean - c[i]
        arrays_1_dot[i] = mean_dot + c_dot[i]
        arrays_1[i] = mean + c[i]
        jump_h_dot[i] = h_dot[i + 1] - h_dot[i]
        jump_h[i] = h[i + 1] - h[i]
        jump_q_dot[i] = hu_dot[i + 1] - hu_dot[i]
        jump_q[i] = hu[i + 1] - hu[i]
    for i in range(shape_0):
        speeds_dot[0, i] = arrays_0_dot[i]
        speeds[0, i] = arrays_0[i]
        speeds_dot[1, i] = arrays_1_dot[i]
        speeds[1, i] = arrays_1[i]
        arrays_0_2_dot[i] = (
            speeds_dot[1, i] * jump_h[i] + speeds[1, i] * jump_h_dot[i] - jump_q_dot[i]
        )
        arrays_0_2[i] = speeds[1, i] * jump_h[i] - jump_q[i]
    for i in range(len(hu) - 1):
        term = speeds_dot[0, i] * jump_h[i] + speeds[0, i] * jump_h_dot[i]
        arrays_1_2_dot[i] = jump_q_dot[i] - term
        arrays_1_2[i] = jump_q[i] - speeds[0, i] * jump_h[i]
    for i in range(shape_0):
        whole_2_dot[0, i] = arrays_0_2_dot[i]
        whole_2[0, i] = arrays_0_2[i]
        whole_2_dot[1, i] = arrays_1_2_dot[i]
        whole_2[1, i] = arrays_1_2[i]
    for i in range(2):
        for j in range(shape_0):
            quotient = whole_2[i, j] / (2.0 * c[j])
            factor_3 = whole_2_dot[i, j] - 2.0 * quotient * c_dot[j]
            quotient_dot = factor_3 / (2.0 * c[j])
            strength_dot[i, j] = quotient_dot
            strength[i, j] = quotient
    np.swapaxes(vectors_dot, 0, 1)[1] = speeds_dot
    np.swapaxes(vectors, 0, 1)[1] = speeds
    for i in range(shape_0_3):
        for j in range(shape_0):
            abs_speeds_dot[i, j] = np.sign(speeds[i, j]) * speeds_dot[i, j]
            abs_speeds[i, j] = np.abs(speeds[i, j])
    damping, damping_dot = einsum_tangent(
        abs_speeds, strength, vectors, abs_speeds_dot, strength_dot, vectors_dot
    )
    shape_0_4 = hu.shape[0]
    physical_dot = np.zeros((2, shape_0_4))
    physical = np.empty((2, shape_0_4))
    if physical[:, 1:].shape[1] != damping.shape[1]:
        raise ValueError("physical[:, 1:] and damping have different shapes")
    flux_dot = np.zeros((shape_0_3, max(shape_0_4 - 1, 0)))
    flux = np.empty((shape_0_3, max(shape_0_4 - 1, 0)))
    shape_0_5 = h.shape[0]
    state_dot = np.zeros((2, shape_0_5))
    state = np.empty((2, shape_0_5))
    for i in range(shape_0_4):
        physical_dot[0, i] = hu_dot[i]
        physical[0, i] = hu[i]
        physical_dot[1, i] = arrays_1_3_dot[i]
        physical[1, i] = arrays_1_3[i]
        state_dot[0, i] = h_dot[i]
        state[0, i] = h[i]
        state_dot[1, i] = hu_dot[i]
        state[1, i] = hu[i]
    if state[:, 1:-1].shape[1] != flux[:, 1:].shape[1]:
        raise ValueError("state[:, 1:-1] and flux[:, 1:] have different shapes")
    for i in range(shape_0_3):
        for j in range(shape_0_4 - 1):
            term_2 = 0.5 * (physical_dot[i, j + 1] + physical_dot[i, j])
            flux_dot[i, j] = term_2 - 0.5 * damping_dot[i, j]
            term_3 = 0.5 * (physical[i, j + 1] + physical[i, j])
            flux[i, j] = term_3 - 0.5 * damping[i, j]
        for j in range(shape_0_4 - 2):
            term_4 = ratio * (flux_dot[i, j + 1] - flux_dot[i, j])
            state_dot[i, j + 1] -= ratio_dot * (flux[i, j + 1] - flux[i, j]) + term_4
            state[i, j + 1] -= ratio * (flux[i, j + 1] - flux[i, j])
    return state, state_dot
