import numpy as np


def running_products_forward(a):
    """The result of running_products, and what running_products_reverse reads:
    running_saved.
    """
    values = np.empty(len(a), np.float64)
    running = 1.0
    running_saved = np.empty(len(a))
    for i in range(len(a)):
        running_saved[i] = running
        running *= a[i]
        values[i] = running
    return values, running_saved


def running_products_reverse(a, running_saved, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after running_products_forward."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
        a_bar[i] += running_saved[i] * running_bar
        running_bar = a[i] * running_bar


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
        a_bar[i] += running_bar


def synthetic_seismogram_vjp(velocity, density, thickness, peak, times, result_bar):
    """The adjoints of velocity, density, thickness, peak and times of
    synthetic_seismogram, for the adjoint of its result.
    """
    # forward sweep
    if velocity.shape != density.shape:
        raise ValueError("velocity and density have different shapes")
    impedance = np.empty_like(velocity)
    for i in range(len(velocity)):
        impedance[i] = velocity[i] * density[i]
    reflection = np.empty(max(len(velocity) - 1, 0))
    arrays_0 = np.ones(1)
    arrays_1 = np.empty(max(len(velocity) - 2, 0))
    length = arrays_0.shape[0] + max(len(velocity) - 2, 0)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    if thickness.shape != velocity[:-1].shape:
        raise ValueError("thickness and velocity[:-1] have different shapes")
    a = np.empty_like(thickness)
    for i in range(len(velocity) - 1):
        quotient = (impedance[i + 1] - impedance[i]) / (impedance[i + 1] + impedance[i])
        reflection[i] = quotient
        a[i] = thickness[i] / velocity[i]
    for i in range(len(velocity) - 2):
        arrays_1[i] = 1.0 - reflection[i] ** 2
    whole[start:] = arrays_1
    passed, running_saved = running_products_forward(whole)
    running_sums_result = running_sums(a)
    arrival = np.empty_like(running_sums_result)
    ricker = np.empty((len(times), max(len(velocity) - 1, 0)))
    if max(len(velocity) - 1, 0) != length:
        raise ValueError("reflection and passed have different shapes")
    if max(len(velocity) - 1, 0) != len(passed):
        raise ValueError("ricker and passed have different shapes")
    term = np.empty(max(len(velocity) - 1, 0))
    for i in range(len(velocity) - 1):
        arrival[i] = 2.0 * running_sums_result[i]
        term[i] = reflection[i] * passed[i]

    # reverse sweep
    velocity_bar = np.zeros_like(velocity)
    density_bar = np.empty_like(density)
    thickness_bar = np.zeros_like(thickness)
    times_bar = np.empty_like(times)
    value_bar = result_bar.copy()
    ricker_bar = np.outer(value_bar, term)
    arrival_bar = np.zeros_like(arrival)

    # forward and reverse in one sweep: the iterations are independent
    peak_bar = 0.0
    for i in range(len(times)):
        times_i_bar = 0.0
        for j in range(len(velocity) - 1):
            arg = (np.pi * peak * (times[i] - arrival[j])) ** 2
            exponential = np.exp(-arg)
            ricker[i, j] = (1.0 - 2.0 * arg) * exponential
            arg_bar = -2.0 * exponential * ricker_bar[i, j]
            arg_bar -= exponential * (1.0 - 2.0 * arg) * ricker_bar[i, j]
            product_bar = 2.0 * np.pi * peak * (times[i] - arrival[j]) * arg_bar
            peak_bar += np.pi * (times[i] - arrival[j]) * product_bar
            difference_bar = np.pi * peak * product_bar
            times_i_bar += difference_bar
            arrival_bar[j] -= difference_bar
        times_bar[i] = times_i_bar
    term_bar = ricker.T @ value_bar
    reflection_bar = np.empty_like(reflection)
    passed_bar = np.zeros_like(passed)
    running_sums_result_bar = np.zeros_like(running_sums_result)
    for i in range(len(velocity) - 1):
        reflection_bar[i] = passed[i] * term_bar[i]
        passed_bar[i] += reflection[i] * term_bar[i]
        running_sums_result_bar[i] += 2.0 * arrival_bar[i]
    a_bar = np.zeros_like(a)
    running_sums_adjoint(running_sums_result_bar, a_bar)
    whole_bar = np.zeros_like(whole)
    running_products_reverse(whole, running_saved, passed_bar, whole_bar)
    arrays_1_bar = whole_bar[start:].copy()
    for i in range(len(velocity) - 2):
        reflection_bar[i] -= 2.0 * reflection[i] * arrays_1_bar[i]
    impedance_bar = np.zeros_like(impedance)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(velocity) - 1):
        quotient = (impedance[i + 1] - impedance[i]) / (impedance[i + 1] + impedance[i])
        numerator_bar = a_bar[i] / velocity[i]
        thickness_bar[i] += numerator_bar
        velocity_bar[i] -= thickness[i] * numerator_bar / velocity[i]
        numerator_bar = reflection_bar[i] / (impedance[i + 1] + impedance[i])
        impedance_bar[i + 1] += (1.0 - quotient) * numerator_bar
        impedance_bar[i] -= (1.0 + quotient) * numerator_bar
    for i in range(len(velocity)):
        velocity_bar[i] += density[i] * impedance_bar[i]
        density_bar[i] = velocity[i] * impedance_bar[i]
    return velocity_bar, density_bar, thickness_bar, peak_bar, times_bar
