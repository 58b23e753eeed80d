import numpy as np


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:] = arrays_2
    return whole


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    stop = arrays_0_bar.shape[0]
    start = arrays_0_bar.shape[0]
    stop_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]
    start_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += np.sum(whole_bar[start_2:])
    whole_bar[start_2:] = 0.0
    arrays_1_bar += whole_bar[start:stop_2]
    whole_bar[start:stop_2] = 0.0
    arrays_0_bar += np.sum(whole_bar[:stop])


def rates(v):
    arrays_0 = np.empty_like(v)
    arrays_1 = np.empty_like(v)
    for i in range(len(v)):
        arrays_0[i] = 25.0 - v[i]
        arrays_1[i] = 10.0 - v[i]
    shape_0 = len(v)
    x = np.empty((2, shape_0))
    for i in range(shape_0):
        x[0, i] = arrays_0[i]
        x[1, i] = arrays_1[i]
    linear = np.empty_like(x)
    for i in range(2):
        for j in range(shape_0):
            linear[i, j] = x[i, j] / np.expm1(x[i, j] / 10.0)
    arrays_0_2 = np.empty(shape_0)
    arrays_1_2 = np.empty_like(v)
    arrays_2 = np.empty(shape_0)
    alpha = np.empty((3, shape_0))
    arrays_0_3 = np.empty_like(v)
    arrays_1_3 = np.empty_like(v)
    arrays_2_2 = np.empty_like(v)
    for i in range(shape_0):
        arrays_0_2[i] = 0.1 * linear[0, i]
        arrays_1_2[i] = 0.07 * np.exp(-v[i] / 20.0)
        arrays_2[i] = 0.01 * linear[1, i]
        arrays_0_3[i] = 4.0 * np.exp(-v[i] / 18.0)
        arrays_1_3[i] = 1.0 / (1.0 + np.exp((30.0 - v[i]) / 10.0))
        arrays_2_2[i] = 0.125 * np.exp(-v[i] / 80.0)
    for i in range(shape_0):
        alpha[0, i] = arrays_0_2[i]
        alpha[1, i] = arrays_1_2[i]
        alpha[2, i] = arrays_2[i]
    beta = np.empty((3, shape_0))
    for i in range(shape_0):
        beta[0, i] = arrays_0_3[i]
        beta[1, i] = arrays_1_3[i]
        beta[2, i] = arrays_2_2[i]
    return alpha, beta


def rates_adjoint(v, result_0_bar, result_1_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    # forward sweep
    arrays_0 = np.empty_like(v)
    arrays_1 = np.empty_like(v)
    for i in range(len(v)):
        arrays_0[i] = 25.0 - v[i]
        arrays_1[i] = 10.0 - v[i]
    shape_0 = len(v)
    x = np.empty((2, shape_0))
    for i in range(shape_0):
        x[0, i] = arrays_0[i]
        x[1, i] = arrays_1[i]
    linear = np.empty_like(x)
    arrays_0_2 = np.empty(shape_0)
    arrays_1_2 = np.empty_like(v)
    arrays_2 = np.empty(shape_0)
    arrays_0_3 = np.empty_like(v)
    arrays_1_3 = np.empty_like(v)
    arrays_2_2 = np.empty_like(v)

    # reverse sweep
    alpha_bar = result_0_bar.copy()
    beta_bar = result_1_bar.copy()
    arrays_0_3_bar = np.empty_like(arrays_0_3)
    arrays_1_3_bar = np.empty_like(arrays_1_3)
    arrays_2_2_bar = np.empty_like(arrays_2_2)
    for i in range(shape_0):
        arrays_2_2_bar[i] = beta_bar[2, i]
        beta_bar[2, i] = 0.0
        arrays_1_3_bar[i] = beta_bar[1, i]
        beta_bar[1, i] = 0.0
        arrays_0_3_bar[i] = beta_bar[0, i]
    arrays_0_2_bar = np.empty_like(arrays_0_2)
    arrays_1_2_bar = np.empty_like(arrays_1_2)
    arrays_2_bar = np.empty_like(arrays_2)
    for i in range(shape_0):
        arrays_2_bar[i] = alpha_bar[2, i]
        alpha_bar[2, i] = 0.0
        arrays_1_2_bar[i] = alpha_bar[1, i]
        alpha_bar[1, i] = 0.0
        arrays_0_2_bar[i] = alpha_bar[0, i]
    linear_bar = np.zeros_like(linear)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(shape_0):
        exponential = np.exp((30.0 - v[i]) / 10.0)
        quotient = 1.0 / (1.0 + exponential)
        v_bar[i] -= 0.125 * np.exp(-v[i] / 80.0) * arrays_2_2_bar[i] / 80.0
        exponential_bar = -quotient * arrays_1_3_bar[i] / (1.0 + exponential)
        v_bar[i] -= exponential * exponential_bar / 10.0
        v_bar[i] -= 4.0 * np.exp(-v[i] / 18.0) * arrays_0_3_bar[i] / 18.0
        linear_bar[1, i] += 0.01 * arrays_2_bar[i]
        v_bar[i] -= 0.07 * np.exp(-v[i] / 20.0) * arrays_1_2_bar[i] / 20.0
        linear_bar[0, i] += 0.1 * arrays_0_2_bar[i]
    x_bar = np.empty_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        for j in range(shape_0):
            expm1_result = np.expm1(x[i, j] / 10.0)
            numerator_bar = linear_bar[i, j] / expm1_result
            x_bar[i, j] = numerator_bar
            expm1_result_bar = -x[i, j] * numerator_bar / expm1_result
            x_bar[i, j] += (expm1_result + 1.0) * expm1_result_bar / 10.0
    arrays_0_bar = np.empty_like(arrays_0)
    arrays_1_bar = np.empty_like(arrays_1)
    for i in range(shape_0):
        arrays_1_bar[i] = x_bar[1, i]
        x_bar[1, i] = 0.0
        arrays_0_bar[i] = x_bar[0, i]
    for i in range(len(v)):
        v_bar[i] -= arrays_1_bar[i] + arrays_0_bar[i]


def hodgkin_huxley_cable_vjp(v, conductance, coupling, current, dt, steps, result_bar):
    """The adjoints of v, conductance, coupling, current and dt of
    hodgkin_huxley_cable, for the adjoint of its result.
    """
    # forward sweep: saves v_2, gates, a_2, flow, g_k, alpha_2 and beta_2
    alpha, beta = rates(v)
    if alpha.shape != beta.shape:
        raise ValueError("alpha and beta have different shapes")
    gates = np.empty_like(alpha)
    for i in range(alpha.shape[0]):
        for j in range(alpha.shape[1]):
            gates[i, j] = alpha[i, j] / (alpha[i, j] + beta[i, j])
    v_2 = v
    v_2_saved = []
    gates_saved = []
    a_2_saved = []
    flow_saved = []
    g_k_saved = []
    alpha_2_saved = []
    beta_2_saved = []
    for k in range(steps):
        alpha_2, beta_2 = rates(v_2)
        alpha_2_saved.append(alpha_2)
        beta_2_saved.append(beta_2)
        gates_new = np.empty_like(alpha_2)
        for i in range(alpha_2.shape[0]):
            for j in range(alpha_2.shape[1]):
                limit = alpha_2[i, j] / (alpha_2[i, j] + beta_2[i, j])
                exponential = np.exp(-dt * (alpha_2[i, j] + beta_2[i, j]))
                gates_new[i, j] = limit + (gates[i, j] - limit) * exponential
        gates_saved.append(gates)
        gates = gates_new
        if gates.shape[0] != 3:
            raise ValueError("gates is unpacked into 3 names")
        m = gates[0]
        h = gates[1]
        n = gates[2]
        conductance_0 = conductance[0]
        conductance_1 = conductance[1]
        g_k = np.empty_like(n)
        g_k_saved.append(g_k)
        for i in range(len(n)):
            g_k[i] = conductance_1 * n[i] ** 4
        if len(m) != len(v_2):
            raise ValueError("g_na and v have different shapes")
        conductance_2 = conductance[2]
        flow = np.empty_like(m)
        flow_saved.append(flow)
        arrays_0 = v_2[:1]
        arrays_2 = v_2[-1:]
        padded = joined(arrays_0, v_2, arrays_2)
        a_2 = np.empty(max(len(padded) - 1, 0))
        a_2_saved.append(a_2)
        for i in range(len(padded) - 1):
            a_2[i] = padded[i + 1] - padded[i]
        if len(m) != len(a_2[1:]):
            raise ValueError("flow and a[1:] have different shapes")
        for i in range(len(m)):
            g_na = conductance_0 * m[i] ** 3 * h[i]
            flow[i] = (
                g_na * (115.0 - v_2[i])
                + g_k[i] * (-12.0 - v_2[i])
                + conductance_2 * (10.6 - v_2[i])
            )
            flow[i] += coupling * (a_2[i + 1] - a_2[i])
        flow[0] += current
        v_new = np.empty_like(v_2)
        for i in range(len(v_2)):
            v_new[i] = v_2[i] + dt * flow[i]
        v_2_saved.append(v_2)
        v_2 = v_new

    # reverse sweep
    v_bar = np.zeros_like(v)
    conductance_bar = np.zeros_like(conductance)
    v_2_bar = result_bar.copy()
    gates_bar = np.zeros_like(gates)
    dt_bar = 0.0
    current_bar = 0.0
    coupling_bar = 0.0
    for k in range(steps - 1, -1, -1):
        v_2 = v_2_saved.pop()
        v_new_bar = v_2_bar.copy()
        v_2_bar = np.empty_like(v_2)
        flow = flow_saved.pop()
        flow_bar = np.zeros_like(flow)
        for i in range(len(v_2)):
            v_2_bar[i] = v_new_bar[i]
            dt_bar += flow[i] * v_new_bar[i]
            flow_bar[i] += dt * v_new_bar[i]
        current_bar += flow_bar[0]
        a_2 = a_2_saved.pop()
        g_k = g_k_saved.pop()
        m = gates[0]
        h = gates[1]
        conductance_0 = conductance[0]
        conductance_2 = conductance[2]
        m_bar = gates_bar[0]
        h_bar = gates_bar[1]
        conductance_0_bar = 0.0
        g_k_bar = np.zeros_like(g_k)
        conductance_2_bar = 0.0
        a_2_bar = np.zeros_like(a_2)
        for i in range(len(m) - 1, -1, -1):
            coupling_bar += (a_2[i + 1] - a_2[i]) * flow_bar[i]
            a_2_bar[i + 1] += coupling * flow_bar[i]
            a_2_bar[i] -= coupling * flow_bar[i]
            g_na = conductance_0 * m[i] ** 3 * h[i]
            g_na_bar = (115.0 - v_2[i]) * flow_bar[i]
            g_k_bar[i] += (-12.0 - v_2[i]) * flow_bar[i]
            conductance_2_bar += (10.6 - v_2[i]) * flow_bar[i]
            v_2_bar[i] -= (g_na + g_k[i] + conductance_2) * flow_bar[i]
            conductance_0_bar += m[i] ** 3 * h[i] * g_na_bar
            m_bar[i] += 3.0 * m[i] ** 2 * conductance_0 * h[i] * g_na_bar
            h_bar[i] += conductance_0 * m[i] ** 3 * g_na_bar
        arrays_0 = v_2[:1]
        arrays_2 = v_2[-1:]
        padded = joined(arrays_0, v_2, arrays_2)
        padded_bar = np.zeros_like(padded)
        for i in range(len(padded) - 1):
            padded_bar[i + 1] += a_2_bar[i]
            padded_bar[i] -= a_2_bar[i]
        arrays_0_bar = v_2_bar[:1]
        arrays_2_bar = v_2_bar[-1:]
        joined_adjoint(padded_bar, arrays_0_bar, v_2_bar, arrays_2_bar)
        conductance_bar[2] += conductance_2_bar
        n = gates[2]
        conductance_1 = conductance[1]
        n_bar = gates_bar[2]
        conductance_1_bar = 0.0
        for i in range(len(n)):
            conductance_1_bar += n[i] ** 4 * g_k_bar[i]
            n_bar[i] += 4.0 * n[i] ** 3 * conductance_1 * g_k_bar[i]
        conductance_bar[1] += conductance_1_bar
        conductance_bar[0] += conductance_0_bar
        gates = gates_saved.pop()
        gates_new_bar = gates_bar.copy()
        gates_bar = np.zeros_like(gates)
        alpha_2 = alpha_2_saved.pop()
        beta_2 = beta_2_saved.pop()
        alpha_2_bar = np.empty_like(alpha_2)
        beta_2_bar = np.zeros_like(beta_2)
        for i in range(alpha_2.shape[0]):
            for j in range(alpha_2.shape[1]):
                limit = alpha_2[i, j] / (alpha_2[i, j] + beta_2[i, j])
                exponential = np.exp(-dt * (alpha_2[i, j] + beta_2[i, j]))
                limit_bar = (1.0 - exponential) * gates_new_bar[i, j]
                gates_bar[i, j] += exponential * gates_new_bar[i, j]
                exponential_bar = (gates[i, j] - limit) * gates_new_bar[i, j]
                product_bar = exponential * exponential_bar
                dt_bar -= (alpha_2[i, j] + beta_2[i, j]) * product_bar
                numerator_bar = limit_bar / (alpha_2[i, j] + beta_2[i, j])
                alpha_2_bar[i, j] = (1.0 - limit) * numerator_bar - dt * product_bar
                beta_2_bar[i, j] -= dt * product_bar + limit * numerator_bar
        rates_adjoint(v_2, alpha_2_bar, beta_2_bar, v_2_bar)
    v_bar += v_2_bar
    alpha_bar = np.empty_like(alpha)
    beta_bar = np.empty_like(beta)
    for i in range(alpha.shape[0]):
        for j in range(alpha.shape[1]):
            quotient = alpha[i, j] / (alpha[i, j] + beta[i, j])
            numerator_bar = gates_bar[i, j] / (alpha[i, j] + beta[i, j])
            alpha_bar[i, j] = (1.0 - quotient) * numerator_bar
            beta_bar[i, j] = -quotient * numerator_bar
    rates_adjoint(v, alpha_bar, beta_bar, v_bar)
    return v_bar, conductance_bar, coupling_bar, current_bar, dt_bar
