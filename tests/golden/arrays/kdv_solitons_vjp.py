import numpy as np


def rolled(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i + 1) % length]
    return whole


def rolled_2(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i - 1) % length]
    return whole


def rolled_3(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i + 2) % length]
    return whole


def rolled_4(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i - 2) % length]
    return whole


def slope(u, dispersion, dx):
    ahead = rolled(u)
    behind = rolled_2(u)
    rolled_3_result = rolled_3(u)
    rolled_4_result = rolled_4(u)
    term = 0.5 * dispersion**2
    power = dx**3
    out = np.empty_like(ahead)
    for i in range(len(u)):
        far = rolled_3_result[i] - 2.0 * ahead[i] + 2.0 * behind[i] - rolled_4_result[i]
        term_2 = -(ahead[i] + u[i] + behind[i]) * (ahead[i] - behind[i]) / 6.0 / dx
        out[i] = term_2 - term * far / power
    return out


def rolled_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i - 1) % length] += result_bar[i]


def rolled_3_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i + 2) % length] += result_bar[i]


def rolled_4_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i - 2) % length] += result_bar[i]


def rolled_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i + 1) % length] += result_bar[i]


def slope_adjoint(u, dispersion, dx, result_bar, u_bar):
    """The adjoints of dispersion and dx in slope; the adjoint of u is added to
    u_bar.
    """
    # forward sweep
    ahead = rolled(u)
    behind = rolled_2(u)
    rolled_3_result = rolled_3(u)
    rolled_4_result = rolled_4(u)
    term = 0.5 * dispersion**2
    power = dx**3

    # reverse sweep
    ahead_bar = np.empty_like(ahead)
    behind_bar = np.empty_like(behind)
    rolled_3_result_bar = np.empty_like(rolled_3_result)
    rolled_4_result_bar = np.empty_like(rolled_4_result)

    # forward and reverse in one sweep: the iterations are independent
    power_bar = 0.0
    term_bar = 0.0
    dx_bar = 0.0
    for i in range(len(u)):
        far = rolled_3_result[i] - 2.0 * ahead[i] + 2.0 * behind[i] - rolled_4_result[i]
        quotient = -(ahead[i] + u[i] + behind[i]) * (ahead[i] - behind[i]) / 6.0 / dx
        numerator_bar = -result_bar[i] / power
        term_bar += far * numerator_bar
        far_bar = term * numerator_bar
        power_bar -= term * far * numerator_bar / power
        numerator_bar = result_bar[i] / dx
        product_bar = numerator_bar / 6.0
        term_bar_2 = (ahead[i] - behind[i]) * product_bar
        u_bar[i] -= term_bar_2
        difference_bar = -(ahead[i] + u[i] + behind[i]) * product_bar
        dx_bar -= quotient * numerator_bar
        rolled_3_result_bar[i] = far_bar
        ahead_bar[i] = difference_bar - term_bar_2 - 2.0 * far_bar
        behind_bar[i] = 2.0 * far_bar - term_bar_2 - difference_bar
        rolled_4_result_bar[i] = -far_bar
    rolled_4_adjoint(rolled_4_result_bar, u_bar)
    rolled_3_adjoint(rolled_3_result_bar, u_bar)
    rolled_2_adjoint(behind_bar, u_bar)
    rolled_adjoint(ahead_bar, u_bar)
    return dispersion * term_bar, dx_bar + 3.0 * dx**2 * power_bar


def kdv_solitons_vjp(start, dispersion, dt, dx, steps, result_bar):
    """The adjoints of start, dispersion, dt and dx of kdv_solitons, for the adjoint
    of its result.
    """
    # forward sweep: saves now and slope_result_2
    before = start
    slope_result = slope(start, dispersion, dx)
    operand = np.empty_like(slope_result)
    for i in range(len(start)):
        operand[i] = dt * slope_result[i]
    now = np.empty_like(start)
    for i in range(len(start)):
        now[i] = start[i] + operand[i]
    now_saved = []
    slope_result_2_saved = []
    for k in range(steps - 1):
        slope_result_2 = slope(now, dispersion, dx)
        slope_result_2_saved.append(slope_result_2)
        operand_3 = np.empty_like(slope_result_2)
        for i in range(len(slope_result_2)):
            operand_3[i] = 2.0 * dt * slope_result_2[i]
        if len(before) != len(slope_result_2):
            raise ValueError("before and operand have different shapes")
        value_before_2 = np.empty_like(before)
        for i in range(len(before)):
            value_before_2[i] = before[i] + operand_3[i]
        before = now
        now_saved.append(now)
        now = value_before_2
    total = 0.0
    total_2 = 0.0
    for i in range(len(now)):
        total += now[i]
        total_2 += now[i] ** 2
    array_result = np.array([total, 0.5 * total_2, np.max(now)])

    # reverse sweep
    start_bar = np.empty_like(start)
    out_bar = result_bar.copy()
    array_result_bar = np.empty_like(array_result)
    dx_bar = 0.0
    for i in range(len(array_result)):
        array_result_bar[i] = dx * out_bar[i]
        dx_bar += array_result[i] * out_bar[i]
    now_bar = np.zeros_like(now)
    total_bar = array_result_bar[0]
    total_2_bar = 0.5 * array_result_bar[1]
    now_bar[np.argmax(now)] += array_result_bar[2]
    for i in range(len(now)):
        now_bar[i] += 2.0 * now[i] * total_2_bar + total_bar
    before_bar = np.zeros_like(before)
    dt_bar = 0.0
    dispersion_bar = 0.0
    for k in range(steps - 2, -1, -1):
        now = now_saved.pop()
        value_before_2_bar = now_bar
        now_bar = before_bar
        before_bar = np.empty_like(before)
        operand_3_bar = np.empty_like(slope_result_2)
        for i in range(len(before)):
            before_bar[i] = value_before_2_bar[i]
            operand_3_bar[i] = value_before_2_bar[i]
        slope_result_2 = slope_result_2_saved.pop()
        slope_result_2_bar = np.empty_like(slope_result_2)
        for i in range(len(slope_result_2)):
            dt_bar += 2.0 * slope_result_2[i] * operand_3_bar[i]
            slope_result_2_bar[i] = 2.0 * dt * operand_3_bar[i]
        dispersion_bar_part, dx_bar_part = slope_adjoint(
            now, dispersion, dx, slope_result_2_bar, now_bar
        )
        dispersion_bar += dispersion_bar_part
        dx_bar += dx_bar_part
    operand_bar = np.empty_like(operand)
    for i in range(len(start)):
        start_bar[i] = now_bar[i]
        operand_bar[i] = now_bar[i]
    slope_result_bar = np.empty_like(slope_result)
    for i in range(len(start)):
        dt_bar += slope_result[i] * operand_bar[i]
        slope_result_bar[i] = dt * operand_bar[i]
    dispersion_bar_part, dx_bar_part = slope_adjoint(
        start, dispersion, dx, slope_result_bar, start_bar
    )
    dx_bar += dx_bar_part
    start_bar += before_bar
    return start_bar, dispersion_bar + dispersion_bar_part, dt_bar, dx_bar
