import numpy as np


def rolled_2_tangent(a, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - 1) % length]
        whole[i] = a[(i - 1) % length]
    return whole, whole_dot


def rolled_3_tangent(a, a_dot):
    """rolled_3 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i + 2) % length]
        whole[i] = a[(i + 2) % length]
    return whole, whole_dot


def rolled_4_tangent(a, a_dot):
    """rolled_4 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - 2) % length]
        whole[i] = a[(i - 2) % length]
    return whole, whole_dot


def rolled_tangent(a, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i + 1) % length]
        whole[i] = a[(i + 1) % length]
    return whole, whole_dot


def slope_tangent(u, dispersion, dx, u_dot, dispersion_dot, dx_dot):
    """slope and its tangent."""
    ahead, ahead_dot = rolled_tangent(u, u_dot)
    behind, behind_dot = rolled_2_tangent(u, u_dot)
    rolled_3_result, rolled_3_result_dot = rolled_3_tangent(u, u_dot)
    rolled_4_result, rolled_4_result_dot = rolled_4_tangent(u, u_dot)
    term_dot = dispersion * dispersion_dot
    term = 0.5 * dispersion**2
    power_dot = 3.0 * dx**2 * dx_dot
    power = dx**3
    out_dot = np.zeros_like(ahead)
    out = np.empty_like(ahead)
    for i in range(len(u)):
        far_dot = (
            rolled_3_result_dot[i]
            - 2.0 * ahead_dot[i]
            + 2.0 * behind_dot[i]
            - rolled_4_result_dot[i]
        )
        far = rolled_3_result[i] - 2.0 * ahead[i] + 2.0 * behind[i] - rolled_4_result[i]
        quotient = -(ahead[i] + u[i] + behind[i]) * (ahead[i] - behind[i]) / 6.0 / dx
        term_3 = -(ahead_dot[i] + u_dot[i] + behind_dot[i]) * (ahead[i] - behind[i])
        term_4 = (ahead[i] + u[i] + behind[i]) * (ahead_dot[i] - behind_dot[i])
        factor_2 = term_3 - term_4
        term_2 = factor_2 / 6.0
        factor = term_2 - quotient * dx_dot
        quotient_dot = factor / dx
        quotient_2 = term * far / power
        factor_3 = term_dot * far + term * far_dot - quotient_2 * power_dot
        quotient_2_dot = factor_3 / power
        out_dot[i] = quotient_dot - quotient_2_dot
        out[i] = quotient - quotient_2
    return out, out_dot


def kdv_solitons_jvp(
    start, dispersion, dt, dx, steps, start_dot, dispersion_dot, dt_dot, dx_dot
):
    """The value of kdv_solitons, and its derivative in the direction start_dot,
    dispersion_dot, dt_dot, dx_dot.
    """
    before_dot = start_dot
    before = start
    slope_result, slope_result_dot = slope_tangent(
        start, dispersion, dx, start_dot, dispersion_dot, dx_dot
    )
    operand_dot = np.zeros_like(slope_result)
    operand = np.empty_like(slope_result)
    for i in range(len(start)):
        operand_dot[i] = dt_dot * slope_result[i] + dt * slope_result_dot[i]
        operand[i] = dt * slope_result[i]
    now_dot = np.empty_like(start)
    now = np.empty_like(start)
    for i in range(len(start)):
        now_dot[i] = start_dot[i] + operand_dot[i]
        now[i] = start[i] + operand[i]
    for _ in range(steps - 1):
        slope_result_2, slope_result_2_dot = slope_tangent(
            now, dispersion, dx, now_dot, dispersion_dot, dx_dot
        )
        operand_3_dot = np.empty_like(slope_result_2)
        operand_3 = np.empty_like(slope_result_2)
        for i in range(len(slope_result_2)):
            term = 2.0 * dt * slope_result_2_dot[i]
            operand_3_dot[i] = 2.0 * dt_dot * slope_result_2[i] + term
            operand_3[i] = 2.0 * dt * slope_result_2[i]
        if len(before) != len(slope_result_2):
            raise ValueError("before and operand have different shapes")
        value_before_2_dot = np.empty_like(before)
        value_before_2 = np.empty_like(before)
        for i in range(len(before)):
            value_before_2_dot[i] = before_dot[i] + operand_3_dot[i]
            value_before_2[i] = before[i] + operand_3[i]
        before_dot = now_dot
        before = now
        now_dot = value_before_2_dot
        now = value_before_2
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(now)):
        total_dot += now_dot[i]
        total += now[i]
        total_2_dot += 2.0 * now[i] * now_dot[i]
        total_2 += now[i] ** 2
    array_result_dot = np.array([total_dot, 0.5 * total_2_dot, now_dot[np.argmax(now)]])
    array_result = np.array([total, 0.5 * total_2, np.max(now)])
    out_dot = np.empty_like(array_result)
    out = np.empty_like(array_result)
    for i in range(len(array_result)):
        out_dot[i] = array_result_dot[i] * dx + array_result[i] * dx_dot
        out[i] = array_result[i] * dx
    return out, out_dot
