import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < -0.5:
        a_dot = 0.0
        a = -0.5
    if a > 0.4:
        a_dot = 0.0
        a = 0.4
    return a, a_dot


def glacier_flow_jvp(
    ice,
    bed,
    softness,
    line,
    dt,
    dx,
    steps,
    ice_dot,
    bed_dot,
    softness_dot,
    line_dot,
    dt_dot,
    dx_dot,
):
    """The value of glacier_flow, and its derivative in the direction ice_dot,
    bed_dot, softness_dot, line_dot, dt_dot, dx_dot.
    """
    surface_dot = np.empty_like(bed)
    surface = np.empty_like(bed)
    change_dot = np.empty(len(bed))
    for _ in range(steps):
        if bed.shape != ice.shape:
            raise ValueError("bed and ice have different shapes")
        middle_dot = np.zeros(max(len(ice) - 1, 0))
        middle = np.empty(max(len(ice) - 1, 0))
        for i in range(len(ice) - 1):
            middle_dot[i] = 0.5 * (ice_dot[i + 1] + ice_dot[i])
            middle[i] = 0.5 * (ice[i + 1] + ice[i])
        tilt_dot = np.empty(max(len(bed) - 1, 0))
        tilt = np.empty(max(len(bed) - 1, 0))
        flow_dot = np.zeros(max(len(ice) - 1, 0))
        flow = np.empty(max(len(ice) - 1, 0))
        change_dot[:] = 0.0
        change = np.empty(len(bed))
        for i in range(len(bed)):
            surface_dot[i] = bed_dot[i] + ice_dot[i]
            surface[i] = bed[i] + ice[i]
            a_dot = 0.3 * (surface_dot[i] - line_dot)
            change[i], change_dot[i] = bounded_tangent(0.3 * (surface[i] - line), a_dot)
        for i in range(len(bed) - 1):
            quotient = (surface[i + 1] - surface[i]) / dx
            tilt_dot[i] = (surface_dot[i + 1] - surface_dot[i] - quotient * dx_dot) / dx
            tilt[i] = quotient
        for i in range(len(middle)):
            power_dot = 5.0 * middle[i] ** 4 * middle_dot[i]
            power = middle[i] ** 5
            abs_tilt_dot = np.sign(tilt[i]) * tilt_dot[i]
            abs_tilt = np.abs(tilt[i])
            term_2 = (-softness_dot * power - softness * power_dot) * abs_tilt**2
            factor = term_2 - 2.0 * softness * power * abs_tilt * abs_tilt_dot
            term = factor * tilt[i]
            flow_dot[i] = term - softness * power * abs_tilt**2 * tilt_dot[i]
            flow[i] = -softness * power * abs_tilt**2 * tilt[i]
        if len(change[1:-1]) != len(flow[1:]):
            raise ValueError("change[1:-1] and flow[1:] have different shapes")
        for i in range(len(bed) - 2):
            quotient = (flow[i + 1] - flow[i]) / dx
            quotient_dot = (flow_dot[i + 1] - flow_dot[i] - quotient * dx_dot) / dx
            change_dot[i + 1] -= quotient_dot
            change[i + 1] -= quotient
        ice_new_dot = np.empty_like(ice)
        ice_new = np.empty_like(ice)
        for i in range(len(ice)):
            ice_new_dot[i] = (
                ice_dot[i] + (dt_dot * change[i] + dt * change_dot[i])
                if ice[i] + dt * change[i] >= 0.0
                else 0.0
            )
            ice_new[i] = np.maximum(ice[i] + dt * change[i], 0.0)
        ice_dot = ice_new_dot
        ice = ice_new
    total_dot = 0.0
    total = 0.0
    for i in range(len(ice)):
        quotient = ice[i] / (ice[i] + 0.1)
        total_dot += (ice_dot[i] - quotient * ice_dot[i]) / (ice[i] + 0.1)
        total += quotient
    length = dx * total
    return ice, length, ice_dot, dx_dot * total + dx * total_dot
