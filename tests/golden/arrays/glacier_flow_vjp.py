import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < -0.5:
        a = -0.5
    if a > 0.4:
        a = 0.4
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < -0.5
    if condition:
        a = -0.5

    # reverse sweep
    a_bar = result_bar
    if a > 0.4:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


def glacier_flow_vjp(
    ice, bed, softness, line, dt, dx, steps, result_0_bar, result_1_bar
):
    """The adjoints of ice, bed, softness, line, dt and dx of glacier_flow, for the
    adjoint of its result.
    """
    # forward sweep: saves ice_2, change, flow, tilt, middle and surface
    ice_2 = ice
    ice_2_saved = []
    change_saved = []
    flow_saved = []
    tilt_saved = []
    middle_saved = []
    surface_saved = []
    for k in range(steps):
        if bed.shape != ice_2.shape:
            raise ValueError("bed and ice have different shapes")
        surface = np.empty_like(bed)
        surface_saved.append(surface)
        middle = np.empty(max(len(ice_2) - 1, 0))
        middle_saved.append(middle)
        for i in range(len(ice_2) - 1):
            middle[i] = 0.5 * (ice_2[i + 1] + ice_2[i])
        tilt = np.empty(max(len(bed) - 1, 0))
        tilt_saved.append(tilt)
        flow = np.empty(max(len(ice_2) - 1, 0))
        flow_saved.append(flow)
        change = np.empty(len(bed))
        change_saved.append(change)
        for i in range(len(bed)):
            surface[i] = bed[i] + ice_2[i]
            change[i] = bounded(0.3 * (surface[i] - line))
        for i in range(len(bed) - 1):
            tilt[i] = (surface[i + 1] - surface[i]) / dx
        for i in range(len(middle)):
            abs_tilt = np.abs(tilt[i])
            flow[i] = -softness * middle[i] ** 5 * abs_tilt**2 * tilt[i]
        if len(change[1:-1]) != len(flow[1:]):
            raise ValueError("change[1:-1] and flow[1:] have different shapes")
        for i in range(len(bed) - 2):
            change[i + 1] -= (flow[i + 1] - flow[i]) / dx
        ice_new = np.empty_like(ice_2)
        for i in range(len(ice_2)):
            ice_new[i] = np.maximum(ice_2[i] + dt * change[i], 0.0)
        ice_2_saved.append(ice_2)
        ice_2 = ice_new
    total = 0.0

    # reverse sweep
    bed_bar = np.zeros_like(bed)
    ice_2_bar = result_0_bar.copy()
    total_bar = dx * result_1_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(ice_2)):
        quotient = ice_2[i] / (ice_2[i] + 0.1)
        total += quotient
        ice_2_bar[i] += (1.0 - quotient) * total_bar / (ice_2[i] + 0.1)
    dx_bar = total * result_1_bar
    dt_bar = 0.0
    line_bar = 0.0
    softness_bar = 0.0
    surface_ahead_bar = np.zeros(len(bed))
    for k in range(steps - 1, -1, -1):
        ice_2 = ice_2_saved.pop()
        ice_new_bar = ice_2_bar
        ice_2_bar = np.empty_like(ice_2)
        change = change_saved.pop()
        change_bar = np.zeros_like(change)
        for i in range(len(ice_2)):
            sum_bar = ice_new_bar[i] if ice_2[i] + dt * change[i] >= 0.0 else 0.0
            ice_2_bar[i] = sum_bar
            dt_bar += change[i] * sum_bar
            change_bar[i] += dt * sum_bar
        flow = flow_saved.pop()
        flow_bar = np.zeros_like(flow)
        for i in range(len(bed) - 2):
            numerator_bar = -change_bar[i + 1] / dx
            flow_bar[i + 1] += numerator_bar
            flow_bar[i] -= numerator_bar
            dx_bar -= (flow[i + 1] - flow[i]) * numerator_bar / dx
        tilt = tilt_saved.pop()
        middle = middle_saved.pop()
        middle_bar = np.empty_like(middle)
        tilt_bar = np.zeros_like(tilt)
        for i in range(len(middle)):
            power = middle[i] ** 5
            abs_tilt = np.abs(tilt[i])
            product_bar = tilt[i] * flow_bar[i]
            product_bar_2 = abs_tilt**2 * product_bar
            softness_bar -= power * product_bar_2
            abs_tilt_bar = -2.0 * abs_tilt * softness * power * product_bar
            tilt_bar[i] -= softness * power * abs_tilt**2 * flow_bar[i]
            tilt_bar[i] += np.sign(tilt[i]) * abs_tilt_bar
            middle_bar[i] = -5.0 * middle[i] ** 4 * softness * product_bar_2
        surface = surface_saved.pop()
        surface_bar = np.zeros_like(surface)
        for i in range(len(bed) - 1):
            numerator_bar = tilt_bar[i] / dx
            surface_ahead_bar[i] = numerator_bar
            surface_bar[i] -= numerator_bar
            dx_bar -= (surface[i + 1] - surface[i]) * numerator_bar / dx

        # each element takes what it is owed
        for i in range(1, len(bed)):
            surface_bar[i] += surface_ahead_bar[i - 1]
        for i in range(len(bed)):
            a_bar = bounded_adjoint(0.3 * (surface[i] - line), change_bar[i])
            surface_bar[i] += 0.3 * a_bar
            line_bar -= 0.3 * a_bar
            bed_bar[i] += surface_bar[i]
            ice_2_bar[i] += surface_bar[i]
        for i in range(len(ice_2) - 1):
            ice_2_bar[i + 1] += 0.5 * middle_bar[i]
            ice_2_bar[i] += 0.5 * middle_bar[i]
    return ice_2_bar, bed_bar, softness_bar, line_bar, dt_bar, dx_bar
