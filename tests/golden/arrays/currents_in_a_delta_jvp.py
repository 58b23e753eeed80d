import numpy as np


def inserted_tangent(a, value, value_dot):
    """inserted and its tangent."""
    length = a.shape[0]
    if 0 > length:
        raise IndexError("the place of np.insert is out of bounds")
    count = 1
    length_2 = length + count
    whole_dot = np.zeros(length_2)
    whole = np.empty(length_2)
    for i in range(0):
        whole_dot[i] = 0.0
        whole[i] = a[i]
    whole_dot[0] = value_dot
    whole[0] = value
    for i in range(length):
        whole_dot[count + i] = 0.0
        whole[count + i] = a[i]
    return whole, whole_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def currents_in_a_delta_jvp(
    inflow,
    widths,
    slopes,
    splits,
    grain,
    steps,
    inflow_dot,
    widths_dot,
    slopes_dot,
    splits_dot,
    grain_dot,
):
    """The value of currents_in_a_delta, and its derivative in the direction
    inflow_dot, widths_dot, slopes_dot, splits_dot, grain_dot.
    """
    n = len(widths)
    routing_dot = np.zeros((n, n))
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
    values_dot = splits_dot.copy()
    values = splits.copy()
    for i in range(len(index)):
        routing_dot[index[i], index_2[i]] = values_dot[i]
        routing[index[i], index_2[i]] = values[i]
    arr = np.zeros(n - 1)
    a_dot = np.empty_like(routing)
    a = np.empty_like(routing)
    for i in range(n):
        for j in range(n):
            a_dot[i, j] = -routing_dot[i, j]
            a[i, j] = (1.0 if i == j else 0.0) - routing[i, j]
    b, b_dot = inserted_tangent(arr, inflow, inflow_dot)
    flow, flow_dot = solution_tangent(a, b, a_dot, b_dot)
    bed_dot = np.zeros(n)
    bed = np.zeros(n)
    mask = np.empty(n, dtype=np.bool_)
    for _ in range(steps):
        if len(slopes) != len(bed):
            raise ValueError("slopes and bed have different shapes")
        if len(flow) != n:
            raise ValueError("flow and slope have different shapes")
        depth_dot = np.zeros_like(flow)
        depth = np.empty_like(flow)
        root = np.sqrt(1.62e-08 * grain**3)
        root_dot = 4.86e-08 * grain**2 * grain_dot / (2.0 * root)
        load_dot = np.empty_like(widths)
        load = np.empty_like(widths)
        for i in range(n):
            slope_dot = 0.001 * (slopes_dot[i] - 0.1 * bed_dot[i])
            slope = 0.001 * (slopes[i] - 0.1 * bed[i])
            sqrt_slope = np.sqrt(slope)
            sqrt_slope_dot = slope_dot / (2.0 * sqrt_slope)
            quotient = flow[i] / (30.0 * widths[i] * sqrt_slope)
            term_3 = 30.0 * widths[i] * sqrt_slope_dot
            factor_2 = 30.0 * widths_dot[i] * sqrt_slope + term_3
            term_2 = quotient * factor_2
            factor = flow_dot[i] - term_2
            quotient_dot = factor / (30.0 * widths[i] * sqrt_slope)
            depth_dot[i] = 0.6 * quotient**-0.4 * quotient_dot
            depth[i] = quotient**0.6
            shields = depth[i] * slope / (0.00165 * grain)
            factor_3 = (
                depth_dot[i] * slope
                + depth[i] * slope_dot
                - 0.00165 * shields * grain_dot
            )
            shields_dot = factor_3 / (0.00165 * grain)
            excess_dot = shields_dot if shields - 0.047 >= 0.0 else 0.0
            excess = np.maximum(shields - 0.047, 0.0)
            power_dot = 1.5 * excess**0.5 * excess_dot
            power = excess**1.5
            term_4 = (8.0 * widths_dot[i] * power + 8.0 * widths[i] * power_dot) * root
            load_dot[i] = term_4 + 8.0 * widths[i] * power * root_dot
            load[i] = 8.0 * widths[i] * power * root
            mask[i] = i == 0
        given_dot = routing_dot @ load + routing @ load_dot
        given = routing @ load
        vals_dot = 0.9 * load_dot[0]
        vals = 0.9 * load[0]
        for i in range(len(given)):
            if mask[i]:
                given_dot[i] = vals_dot
                given[i] = vals
        for i in range(n):
            quotient = 3000.0 * (given[i] - load[i]) / widths[i]
            factor_4 = 3000.0 * (given_dot[i] - load_dot[i]) - quotient * widths_dot[i]
            quotient_dot = factor_4 / widths[i]
            bed_dot[i] += quotient_dot
            bed[i] += quotient
    load_part_dot = load_dot[n // 2 :]
    load_part = load[n // 2 :]
    total_dot = 0.0
    total = 0.0
    for i in range(len(load_part)):
        total_dot += load_part_dot[i]
        total += load_part[i]
    return bed, depth, total, bed_dot, depth_dot, total_dot
