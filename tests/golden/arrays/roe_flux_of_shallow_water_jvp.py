import numpy as np


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    out_dot = np.zeros(max(len(a) - 1, 0))
    out = np.empty(max(len(a) - 1, 0))
    for i in range(len(a) - 1):
        out_dot[i] = a_dot[i + 1] - a_dot[i]
        out[i] = a[i + 1] - a[i]
    return out, out_dot


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
    result_dot = np.zeros((third.shape[1], first.shape[1]))
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


def stacked_tangent(arrays_0, arrays_1, arrays_0_dot, arrays_1_dot):
    """stacked and its tangent."""
    if len(arrays_0) != len(arrays_1):
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0.shape[0]
    whole_dot = np.zeros((2, shape_0))
    whole = np.empty((2, shape_0))
    for i in range(shape_0):
        whole_dot[0, i] = arrays_0_dot[i]
        whole[0, i] = arrays_0[i]
        whole_dot[1, i] = arrays_1_dot[i]
        whole[1, i] = arrays_1[i]
    return whole, whole_dot


def roe_flux_of_shallow_water_jvp(h, hu, g, ratio, h_dot, hu_dot, g_dot, ratio_dot):
    """The value of roe_flux_of_shallow_water, and its derivative in the direction
    h_dot, hu_dot, g_dot, ratio_dot.
    """
    if hu.shape != h.shape:
        raise ValueError("hu and h have different shapes")
    u_dot = np.zeros_like(hu)
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
    arrays_1_3_dot = np.zeros_like(hu)
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
    speeds, speeds_dot = stacked_tangent(arrays_0, arrays_1, arrays_0_dot, arrays_1_dot)
    jump_h, jump_h_dot = diff_tangent(h, h_dot)
    jump_q, jump_q_dot = diff_tangent(hu, hu_dot)
    if speeds[1].shape != jump_h.shape:
        raise ValueError("speeds[1] and jump_h have different shapes")
    if len(jump_h) != len(jump_q):
        raise ValueError("jump_h and jump_q have different shapes")
    arrays_0_2_dot = np.zeros_like(jump_h)
    arrays_0_2 = np.empty_like(jump_h)
    arrays_1_2_dot = np.zeros_like(jump_q)
    arrays_1_2 = np.empty_like(jump_q)
    for i in range(speeds.shape[1]):
        arrays_0_2_dot[i] = (
            speeds_dot[1, i] * jump_h[i] + speeds[1, i] * jump_h_dot[i] - jump_q_dot[i]
        )
        arrays_0_2[i] = speeds[1, i] * jump_h[i] - jump_q[i]
        term = speeds_dot[0, i] * jump_h[i] + speeds[0, i] * jump_h_dot[i]
        arrays_1_2_dot[i] = jump_q_dot[i] - term
        arrays_1_2[i] = jump_q[i] - speeds[0, i] * jump_h[i]
    stacked_result, stacked_result_dot = stacked_tangent(
        arrays_0_2, arrays_1_2, arrays_0_2_dot, arrays_1_2_dot
    )
    if stacked_result.shape[1] != max(len(hu) - 1, 0):
        raise ValueError("stacked_result and c have different shapes")
    strength_dot = np.zeros_like(stacked_result)
    strength = np.empty_like(stacked_result)
    for i in range(stacked_result.shape[0]):
        for j in range(len(hu) - 1):
            quotient = stacked_result[i, j] / (2.0 * c[j])
            factor_3 = stacked_result_dot[i, j] - 2.0 * quotient * c_dot[j]
            quotient_dot = factor_3 / (2.0 * c[j])
            strength_dot[i, j] = quotient_dot
            strength[i, j] = quotient
    arrays_0_3 = np.ones_like(speeds)
    if arrays_0_3.shape[0] != speeds.shape[0]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if arrays_0_3.shape[1] != speeds.shape[1]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0_3.shape[0]
    shape_1 = arrays_0_3.shape[1]
    whole_dot = np.zeros((shape_0, 2, shape_1))
    whole = np.empty((shape_0, 2, shape_1))
    np.swapaxes(whole_dot, 0, 1)[0] = 0.0
    np.swapaxes(whole, 0, 1)[0] = arrays_0_3
    np.swapaxes(whole_dot, 0, 1)[1] = speeds_dot
    np.swapaxes(whole, 0, 1)[1] = speeds
    vectors = whole
    abs_speeds_dot = np.zeros_like(speeds)
    abs_speeds = np.empty_like(speeds)
    for i in range(speeds.shape[0]):
        for j in range(speeds.shape[1]):
            abs_speeds_dot[i, j] = np.sign(speeds[i, j]) * speeds_dot[i, j]
            abs_speeds[i, j] = np.abs(speeds[i, j])
    damping, damping_dot = einsum_tangent(
        abs_speeds, strength, vectors, abs_speeds_dot, strength_dot, whole_dot
    )
    physical, physical_dot = stacked_tangent(hu, arrays_1_3, hu_dot, arrays_1_3_dot)
    if physical[:, 1:].shape[0] != damping.shape[0]:
        raise ValueError("physical[:, 1:] and damping have different shapes")
    if physical[:, 1:].shape[1] != damping.shape[1]:
        raise ValueError("physical[:, 1:] and damping have different shapes")
    flux_dot = np.zeros((physical.shape[0], max(physical.shape[1] - 1, 0)))
    flux = np.empty((physical.shape[0], max(physical.shape[1] - 1, 0)))
    for i in range(physical.shape[0]):
        for j in range(physical.shape[1] - 1):
            term_2 = 0.5 * (physical_dot[i, j + 1] + physical_dot[i, j])
            flux_dot[i, j] = term_2 - 0.5 * damping_dot[i, j]
            term_3 = 0.5 * (physical[i, j + 1] + physical[i, j])
            flux[i, j] = term_3 - 0.5 * damping[i, j]
    state, state_dot = stacked_tangent(h, hu, h_dot, hu_dot)
    if state[:, 1:-1].shape[0] != flux[:, 1:].shape[0]:
        raise ValueError("state[:, 1:-1] and flux[:, 1:] have different shapes")
    if state[:, 1:-1].shape[1] != flux[:, 1:].shape[1]:
        raise ValueError("state[:, 1:-1] and flux[:, 1:] have different shapes")
    for i in range(state.shape[0]):
        for j in range(state.shape[1] - 2):
            term_4 = ratio * (flux_dot[i, j + 1] - flux_dot[i, j])
            state_dot[i, j + 1] -= ratio_dot * (flux[i, j + 1] - flux[i, j]) + term_4
            state[i, j + 1] -= ratio * (flux[i, j + 1] - flux[i, j])
    return state, state_dot
