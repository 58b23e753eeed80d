import numpy as np


def running_products_tangent(a, a_dot):
    """running_products and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 1.0
    for i in range(len(a)):
        running_dot = running_dot * a[i] + running * a_dot[i]
        running *= a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def synthetic_seismogram_jvp(
    velocity,
    density,
    thickness,
    peak,
    times,
    velocity_dot,
    density_dot,
    thickness_dot,
    peak_dot,
    times_dot,
):
    """The value of synthetic_seismogram, and its derivative in the direction
    velocity_dot, density_dot, thickness_dot, peak_dot, times_dot.
    """
    if velocity.shape != density.shape:
        raise ValueError("velocity and density have different shapes")
    impedance_dot = np.empty_like(velocity)
    impedance = np.empty_like(velocity)
    for i in range(len(velocity)):
        impedance_dot[i] = velocity_dot[i] * density[i] + velocity[i] * density_dot[i]
        impedance[i] = velocity[i] * density[i]
    reflection_dot = np.empty(max(len(velocity) - 1, 0))
    reflection = np.empty(max(len(velocity) - 1, 0))
    arrays_0 = np.ones(1)
    arrays_1_dot = np.empty(max(len(velocity) - 2, 0))
    arrays_1 = np.empty(max(len(velocity) - 2, 0))
    length = arrays_0.shape[0] + max(len(velocity) - 2, 0)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = 0.0
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    if thickness.shape != velocity[:-1].shape:
        raise ValueError("thickness and velocity[:-1] have different shapes")
    a_dot = np.zeros_like(thickness)
    a = np.empty_like(thickness)
    for i in range(len(velocity) - 1):
        quotient = (impedance[i + 1] - impedance[i]) / (impedance[i + 1] + impedance[i])
        factor = (
            impedance_dot[i + 1]
            - impedance_dot[i]
            - quotient * (impedance_dot[i + 1] + impedance_dot[i])
        )
        quotient_dot = factor / (impedance[i + 1] + impedance[i])
        reflection_dot[i] = quotient_dot
        reflection[i] = quotient
        quotient = thickness[i] / velocity[i]
        a_dot[i] = (thickness_dot[i] - quotient * velocity_dot[i]) / velocity[i]
        a[i] = quotient
    for i in range(len(velocity) - 2):
        arrays_1_dot[i] = -2.0 * reflection[i] * reflection_dot[i]
        arrays_1[i] = 1.0 - reflection[i] ** 2
    whole_dot[start:] = arrays_1_dot
    whole[start:] = arrays_1
    passed, passed_dot = running_products_tangent(whole, whole_dot)
    running_sums_result, running_sums_result_dot = running_sums_tangent(a, a_dot)
    arrival_dot = np.zeros_like(running_sums_result)
    arrival = np.empty_like(running_sums_result)
    ricker_dot = np.empty((len(times), max(len(velocity) - 1, 0)))
    ricker = np.empty((len(times), max(len(velocity) - 1, 0)))
    if max(len(velocity) - 1, 0) != length:
        raise ValueError("reflection and passed have different shapes")
    if max(len(velocity) - 1, 0) != len(passed):
        raise ValueError("ricker and passed have different shapes")
    term_dot = np.empty(max(len(velocity) - 1, 0))
    term = np.empty(max(len(velocity) - 1, 0))
    for i in range(len(velocity) - 1):
        arrival_dot[i] = 2.0 * running_sums_result_dot[i]
        arrival[i] = 2.0 * running_sums_result[i]
        term_dot[i] = reflection_dot[i] * passed[i] + reflection[i] * passed_dot[i]
        term[i] = reflection[i] * passed[i]
    for i in range(len(times)):
        for j in range(len(velocity) - 1):
            arg_dot = (
                2.0
                * np.pi
                * peak
                * (times[i] - arrival[j])
                * (
                    np.pi * peak_dot * (times[i] - arrival[j])
                    + np.pi * peak * (times_dot[i] - arrival_dot[j])
                )
            )
            arg = (np.pi * peak * (times[i] - arrival[j])) ** 2
            exponential = np.exp(-arg)
            exponential_dot = -exponential * arg_dot
            term_2 = (1.0 - 2.0 * arg) * exponential_dot
            ricker_dot[i, j] = term_2 - 2.0 * arg_dot * exponential
            ricker[i, j] = (1.0 - 2.0 * arg) * exponential
    return ricker @ term, ricker_dot @ term + ricker @ term_dot
