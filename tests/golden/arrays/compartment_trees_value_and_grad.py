import numpy as np


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def expm(a):
    """The exponential of a matrix, by a Pade approximant of degree 13."""
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
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2 = a_3 @ a_3
    a4 = a2 @ a2
    a6 = a4 @ a2
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd = a6 @ term
    term_2 = np.empty_like(odd)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2 = a_3 @ term_2
    even = a6 @ term_3
    power = np.empty_like(a_3)
    a_2 = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result = solutions(a_2, b)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power[i, j] = solutions_result[i, j]
    for _ in range(squarings):
        power = power @ power
    return power


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def expm_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves power
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
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2 = a_3 @ a_3
    a4 = a2 @ a2
    a6 = a4 @ a2
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd = a6 @ term
    term_2 = np.empty_like(odd)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2 = a_3 @ term_2
    even = a6 @ term_3
    power = np.empty_like(a_3)
    a_2 = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result = solutions(a_2, b)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power[i, j] = solutions_result[i, j]
    power_saved = []
    for k in range(squarings):
        power_saved.append(power)
        power = power @ power

    # reverse sweep
    power_bar = result_bar.copy()
    for k in range(squarings - 1, -1, -1):
        power = power_saved.pop()
        power_new_bar = power_bar
        power_bar = power_new_bar @ power.T
        power_bar += power.T @ power_new_bar
    solutions_result_bar = np.empty_like(solutions_result)
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            solutions_result_bar[i, j] = power_bar[i, j]
    a_2_bar = np.zeros_like(a_2)
    b_bar = np.zeros_like(b)
    solutions_adjoint(a_2, b, solutions_result_bar, a_2_bar, b_bar)
    a2_bar = np.empty_like(a2)
    a4_bar = np.empty_like(a4)
    a6_bar = np.empty_like(a6)
    odd_2_bar = np.empty_like(odd_2)
    even_bar = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even_bar[i, j] = b_bar[i, j] + a_2_bar[i, j]
            odd_2_bar[i, j] = b_bar[i, j] - a_2_bar[i, j]
            a6_bar[i, j] = 670442572800.0 * even_bar[i, j]
            a4_bar[i, j] = 129060195264000.0 * even_bar[i, j]
            a2_bar[i, j] = 7771770303897600.0 * even_bar[i, j]
    a6_bar += even_bar @ term_3.T
    term_3_bar = a6.T @ even_bar
    a_3_bar = odd_2_bar @ term_2.T
    term_2_bar = a_3.T @ odd_2_bar
    odd_bar = np.empty_like(odd)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            a6_bar[i, j] += 182.0 * term_3_bar[i, j]
            a4_bar[i, j] += 960960.0 * term_3_bar[i, j]
            a2_bar[i, j] += 1323241920.0 * term_3_bar[i, j]
            odd_bar[i, j] = term_2_bar[i, j]
            a6_bar[i, j] += 33522128640.0 * odd_bar[i, j]
            a4_bar[i, j] += 10559470521600.0 * odd_bar[i, j]
            a2_bar[i, j] += 1187353796428800.0 * odd_bar[i, j]
    a6_bar += odd_bar @ term.T
    term_bar = a6.T @ odd_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            a6_bar[i, j] += term_bar[i, j]
            a4_bar[i, j] += 16380.0 * term_bar[i, j]
            a2_bar[i, j] += 40840800.0 * term_bar[i, j]
    a4_bar += a6_bar @ a2.T
    a2_bar += a4.T @ a6_bar + a4_bar @ a2.T + a2.T @ a4_bar
    a_3_bar += a2_bar @ a_3.T + a_3.T @ a2_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += a_3_bar[i, j] / power_2


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def compartment_trees_value_and_grad(flows, out, doses, interval, measured):
    """The value of compartment_trees, and its gradient with respect to flows, out,
    doses, interval and measured.
    """
    # forward sweep: saves state and term_2
    if flows.shape[1] != len(out):
        raise ValueError("flows and out have different shapes")
    total = np.zeros(flows.shape[1])
    for i in range(flows.shape[0]):
        for j in range(flows.shape[1]):
            total[j] += flows[i, j]
    v = np.empty(flows.shape[1])
    for i in range(flows.shape[1]):
        v[i] = total[i] + out[i]
    matrix_of_result = matrix_of(v)
    if flows.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("flows and matrix_of_result have different shapes")
    if flows.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("flows and matrix_of_result have different shapes")
    term = np.empty_like(flows)
    for i in range(flows.shape[0]):
        for j in range(flows.shape[0]):
            rates = flows[i, j] - matrix_of_result[i, j]
            term[i, j] = interval * rates
    step = expm(term)
    state = np.zeros(len(out))
    levels = np.empty(len(doses))
    state_saved = []
    term_2_saved = []
    for k in range(len(doses)):
        dose = doses[k]
        if len(state) != 3:
            raise ValueError("state and an array of 3 have different shapes")
        if step.shape[1] != 3:
            raise ValueError("step and an array of 3 have different shapes")
        array_result = np.array([1.0, 0.0, 0.0])
        term_2 = np.empty_like(state)
        term_2_saved.append(term_2)
        for i in range(len(state)):
            term_2[i] = state[i] + dose * array_result[i]
        state_saved.append(state)
        state = step @ term_2
        levels[k] = state[1]
    if len(levels) != len(measured):
        raise ValueError("levels and measured have different shapes")
    total_2 = 0.0

    # reverse sweep
    flows_bar = np.empty_like(flows)
    out_bar = np.empty_like(out)
    doses_bar = np.zeros_like(doses)
    measured_bar = np.empty_like(measured)
    levels_bar = np.empty_like(levels)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(doses)):
        log_levels = np.log(levels[i])
        log_measured = np.log(measured[i])
        total_2 += (log_levels - log_measured) ** 2
        difference_bar = 2.0 * (log_levels - log_measured)
        measured_bar[i] = -difference_bar / measured[i]
        levels_bar[i] = difference_bar / levels[i]
    state_bar = np.zeros_like(state)
    step_bar = np.zeros_like(step)
    for k in range(len(doses) - 1, -1, -1):
        state_bar[1] += levels_bar[k]
        state = state_saved.pop()
        term_2 = term_2_saved.pop()
        step_bar += np.outer(state_bar, term_2)
        term_2_bar = step.T @ state_bar
        state_bar = np.empty_like(state)
        array_result = np.array([1.0, 0.0, 0.0])
        dose_bar = 0.0
        for i in range(len(state)):
            state_bar[i] = term_2_bar[i]
            dose_bar += array_result[i] * term_2_bar[i]
        doses_bar[k] += dose_bar
    term_bar = np.zeros_like(term)
    expm_adjoint(term, step_bar, term_bar)
    matrix_of_result_bar = np.empty_like(matrix_of_result)

    # forward and reverse in one sweep: the iterations are independent
    interval_bar = 0.0
    for i in range(flows.shape[0]):
        for j in range(flows.shape[0]):
            rates = flows[i, j] - matrix_of_result[i, j]
            interval_bar += rates * term_bar[i, j]
            rates_bar = interval * term_bar[i, j]
            flows_bar[i, j] = rates_bar
            matrix_of_result_bar[i, j] = -rates_bar
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    total_bar = np.empty_like(total)
    for i in range(flows.shape[1]):
        total_bar[i] = v_bar[i]
        out_bar[i] = v_bar[i]
    for i in range(flows.shape[0]):
        for j in range(flows.shape[1]):
            flows_bar[i, j] += total_bar[j]
    return total_2, flows_bar, out_bar, doses_bar, interval_bar, measured_bar
