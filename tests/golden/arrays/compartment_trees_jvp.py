import numpy as np


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def expm_tangent(a, a_dot):
    """expm and its tangent."""
    total = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total[j] += np.abs(a[i, j])
    size = np.max(total)
    squarings = 0
    while size > 5.371920351148152:
        size *= 0.5
        squarings += 1
    power_2 = 2.0**squarings
    a_3_dot = np.empty_like(a)
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3_dot[i, j] = a_dot[i, j] / power_2
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2_dot = a_3_dot @ a_3 + a_3 @ a_3_dot
    a2 = a_3 @ a_3
    a4_dot = a2_dot @ a2 + a2 @ a2_dot
    a4 = a2 @ a2
    a6_dot = a4_dot @ a2 + a4 @ a2_dot
    a6 = a4 @ a2
    term_dot = np.empty_like(a6)
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term_dot[i, j] = (
                a6_dot[i, j] + 16380.0 * a4_dot[i, j] + 40840800.0 * a2_dot[i, j]
            )
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd_dot = a6_dot @ term + a6 @ term_dot
    odd = a6 @ term
    term_2_dot = np.empty_like(odd)
    term_2 = np.empty_like(odd)
    term_3_dot = np.empty_like(a6)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd_dot[i, j] += (
                33522128640.0 * a6_dot[i, j]
                + 10559470521600.0 * a4_dot[i, j]
                + 1187353796428800.0 * a2_dot[i, j]
            )
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2_dot[i, j] = odd_dot[i, j]
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3_dot[i, j] = (
                182.0 * a6_dot[i, j]
                + 960960.0 * a4_dot[i, j]
                + 1323241920.0 * a2_dot[i, j]
            )
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2_dot = a_3_dot @ term_2 + a_3 @ term_2_dot
    odd_2 = a_3 @ term_2
    even_dot = a6_dot @ term_3 + a6 @ term_3_dot
    even = a6 @ term_3
    power_dot = np.zeros_like(a_3)
    power = np.empty_like(a_3)
    a_2_dot = np.empty_like(even)
    a_2 = np.empty_like(even)
    b_dot = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even_dot[i, j] += (
                670442572800.0 * a6_dot[i, j]
                + 129060195264000.0 * a4_dot[i, j]
                + 7771770303897600.0 * a2_dot[i, j]
            )
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2_dot[i, j] = even_dot[i, j] - odd_2_dot[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b_dot[i, j] = even_dot[i, j] + odd_2_dot[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result, solutions_result_dot = solutions_tangent(a_2, b, a_2_dot, b_dot)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power_dot[i, j] = solutions_result_dot[i, j]
            power[i, j] = solutions_result[i, j]
    for _ in range(squarings):
        power_dot = power_dot @ power + power @ power_dot
        power = power @ power
    return power, power_dot


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def compartment_trees_jvp(
    flows,
    out,
    doses,
    interval,
    measured,
    flows_dot,
    out_dot,
    doses_dot,
    interval_dot,
    measured_dot,
):
    """The value of compartment_trees, and its derivative in the direction flows_dot,
    out_dot, doses_dot, interval_dot, measured_dot.
    """
    if flows.shape[1] != len(out):
        raise ValueError("flows and out have different shapes")
    total_dot = np.zeros(flows.shape[1])
    total = np.zeros(flows.shape[1])
    for i in range(flows.shape[0]):
        for j in range(flows.shape[1]):
            total_dot[j] += flows_dot[i, j]
            total[j] += flows[i, j]
    v_dot = np.empty(flows.shape[1])
    v = np.empty(flows.shape[1])
    for i in range(flows.shape[1]):
        v_dot[i] = total_dot[i] + out_dot[i]
        v[i] = total[i] + out[i]
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    if flows.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("flows and matrix_of_result have different shapes")
    if flows.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("flows and matrix_of_result have different shapes")
    term_dot = np.zeros_like(flows)
    term = np.empty_like(flows)
    for i in range(flows.shape[0]):
        for j in range(flows.shape[0]):
            rates_dot = flows_dot[i, j] - matrix_of_result_dot[i, j]
            rates = flows[i, j] - matrix_of_result[i, j]
            term_dot[i, j] = interval_dot * rates + interval * rates_dot
            term[i, j] = interval * rates
    step, step_dot = expm_tangent(term, term_dot)
    state_dot = np.zeros(len(out))
    state = np.zeros(len(out))
    levels_dot = np.empty(len(doses))
    levels = np.empty(len(doses))
    for k in range(len(doses)):
        dose_dot = doses_dot[k]
        dose = doses[k]
        if len(state) != 3:
            raise ValueError("state and an array of 3 have different shapes")
        if step.shape[1] != 3:
            raise ValueError("step and an array of 3 have different shapes")
        array_result = np.array([1.0, 0.0, 0.0])
        term_2_dot = np.empty_like(state)
        term_2 = np.empty_like(state)
        for i in range(len(state)):
            term_2_dot[i] = state_dot[i] + dose_dot * array_result[i]
            term_2[i] = state[i] + dose * array_result[i]
        state_dot = step_dot @ term_2 + step @ term_2_dot
        state = step @ term_2
        levels_dot[k] = state_dot[1]
        levels[k] = state[1]
    if len(levels) != len(measured):
        raise ValueError("levels and measured have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(doses)):
        log_levels_dot = levels_dot[i] / levels[i]
        log_levels = np.log(levels[i])
        log_measured_dot = measured_dot[i] / measured[i]
        log_measured = np.log(measured[i])
        total_2_dot += (
            2.0 * (log_levels - log_measured) * (log_levels_dot - log_measured_dot)
        )
        total_2 += (log_levels - log_measured) ** 2
    return total_2, total_2_dot
