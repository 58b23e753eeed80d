import numpy as np


def inserted(a, value):
    """An array with a value before one place along an axis."""
    length = a.shape[0]
    if 0 > length:
        raise IndexError("the place of np.insert is out of bounds")
    count = 1
    length_2 = length + count
    whole = np.empty(length_2)
    for i in range(0):
        whole[i] = a[i]
    whole[0] = value
    for i in range(length):
        whole[count + i] = a[i]
    return whole


def inserted_adjoint(a, result_bar):
    """The adjoint of value in inserted."""
    # forward sweep
    length = a.shape[0]
    if 0 > length:
        raise IndexError("the place of np.insert is out of bounds")
    count = 1

    # reverse sweep
    whole_bar = result_bar.copy()
    for i in range(length - 1, -1, -1):
        whole_bar[count + i] = 0.0
    return whole_bar[0]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def currents_in_a_delta_vjp(
    inflow,
    widths,
    slopes,
    splits,
    grain,
    steps,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of inflow, widths, slopes, splits and grain of
    currents_in_a_delta, for the adjoint of its result.
    """
    # forward sweep: saves bed, given, sqrt_slope, mask, load and depth
    n = len(widths)
    routing = np.zeros((n, n))
    index = np.arange(1, n)
    arange_result = np.arange(1, n)
    term = np.empty_like(arange_result)
    for i in range(len(arange_result)):
        term[i] = arange_result[i] - 1
    index_2 = term // 2
    if index.shape != index_2.shape:
        raise ValueError("operands have different shapes")
    if len(index) != len(splits):
        raise ValueError("index and splits have different shapes")
    values = splits.copy()
    for i in range(len(index)):
        routing[index[i], index_2[i]] = values[i]
    arr = np.zeros(n - 1)
    a = np.empty_like(routing)
    for i in range(n):
        for j in range(n):
            a[i, j] = (1.0 if i == j else 0.0) - routing[i, j]
    b = inserted(arr, inflow)
    flow = solution(a, b)
    bed = np.zeros(n)
    load = np.empty(0)
    bed_saved = np.empty((steps, n))
    given_saved = []
    sqrt_slope_saved = np.empty((steps, n))
    mask_saved = []
    load_saved = []
    depth_saved = []
    for k in range(steps):
        if len(slopes) != len(bed):
            raise ValueError("slopes and bed have different shapes")
        if len(flow) != n:
            raise ValueError("flow and slope have different shapes")
        depth = np.empty_like(flow)
        depth_saved.append(depth)
        root = np.sqrt(1.62e-08 * grain**3)
        load = np.empty_like(widths)
        load_saved.append(load)
        mask = np.empty(n, dtype=np.bool_)
        mask_saved.append(mask)
        for i in range(n):
            slope = 0.001 * (slopes[i] - 0.1 * bed[i])
            sqrt_slope = np.sqrt(slope)
            sqrt_slope_saved[k, i] = sqrt_slope
            depth[i] = (flow[i] / (30.0 * widths[i] * sqrt_slope)) ** 0.6
            shields = depth[i] * slope / (0.00165 * grain)
            excess = np.maximum(shields - 0.047, 0.0)
            load[i] = 8.0 * widths[i] * excess**1.5 * root
            mask[i] = i == 0
        given = routing @ load
        given_saved.append(given)
        vals = 0.9 * load[0]
        for i in range(len(given)):
            if mask[i]:
                given[i] = vals
        for i in range(n):
            bed_saved[k, i] = bed[i]
            bed[i] += 3000.0 * (given[i] - load[i]) / widths[i]
    load_part = load[n // 2 :]

    # reverse sweep
    widths_bar = np.zeros_like(widths)
    slopes_bar = np.zeros_like(slopes)
    bed_bar = result_0_bar.copy()
    depth_bar = result_1_bar.copy()
    load_bar = np.zeros_like(load)
    load_part_bar = load_bar[n // 2 :]
    for i in range(len(load_part)):
        load_part_bar[i] += result_2_bar
    routing_bar = np.zeros_like(routing)
    flow_bar = np.zeros_like(flow)
    grain_bar = 0.0
    for k in range(steps - 1, -1, -1):
        given = given_saved.pop()
        load = load_saved.pop()
        given_bar = np.empty_like(given)
        for i in range(n):
            bed[i] = bed_saved[k, i]
            quotient = 3000.0 * (given[i] - load[i]) / widths[i]
            numerator_bar = bed_bar[i] / widths[i]
            given_bar[i] = 3000.0 * numerator_bar
            load_bar[i] -= 3000.0 * numerator_bar
            widths_bar[i] -= quotient * numerator_bar
        mask = mask_saved.pop()
        vals_bar = 0.0
        for i in range(len(given)):
            if mask[i]:
                vals_bar += given_bar[i]
                given_bar[i] = 0.0
        load_bar[0] += 0.9 * vals_bar
        routing_bar += np.outer(given_bar, load)
        load_bar += routing.T @ given_bar
        depth = depth_saved.pop()
        root = np.sqrt(1.62e-08 * grain**3)
        root_bar = 0.0
        for i in range(n):
            slope = 0.001 * (slopes[i] - 0.1 * bed[i])
            shields = depth[i] * slope / (0.00165 * grain)
            excess = np.maximum(shields - 0.047, 0.0)
            power = excess**1.5
            widths_bar[i] += 8.0 * power * root * load_bar[i]
            power_bar = 8.0 * widths[i] * root * load_bar[i]
            root_bar += 8.0 * widths[i] * power * load_bar[i]
            load_bar[i] = 0.0
            excess_bar = 1.5 * excess**0.5 * power_bar
            shields_bar = excess_bar if shields - 0.047 >= 0.0 else 0.0
            numerator_bar = shields_bar / (0.00165 * grain)
            depth_bar[i] += slope * numerator_bar
            slope_bar = depth[i] * numerator_bar
            grain_bar -= 0.00165 * shields * numerator_bar
            sqrt_slope = sqrt_slope_saved[k, i]
            quotient = flow[i] / (30.0 * widths[i] * sqrt_slope)
            quotient_bar = 0.6 * quotient**-0.4 * depth_bar[i]
            numerator_bar = quotient_bar / (30.0 * widths[i] * sqrt_slope)
            flow_bar[i] += numerator_bar
            widths_bar[i] -= 30.0 * sqrt_slope * quotient * numerator_bar
            sqrt_slope_bar = -30.0 * widths[i] * quotient * numerator_bar
            slope_bar += sqrt_slope_bar / (2.0 * sqrt_slope)
            slopes_bar[i] += 0.001 * slope_bar
            bed_bar[i] -= 0.0001 * slope_bar
        load_bar = np.zeros_like(load)
        grain_bar += 4.86e-08 * grain**2 * root_bar / (2.0 * root)
        depth_bar = np.zeros_like(depth)
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    solution_adjoint(a, b, flow_bar, a_bar, b_bar)
    inflow_bar = inserted_adjoint(arr, b_bar)
    for i in range(n):
        for j in range(n):
            routing_bar[i, j] -= a_bar[i, j]
    values_bar = np.zeros_like(values)
    for i in range(len(index) - 1, -1, -1):
        values_bar[i] += routing_bar[index[i], index_2[i]]
        routing_bar[index[i], index_2[i]] = 0.0
    return inflow_bar, widths_bar, slopes_bar, values_bar, grain_bar
