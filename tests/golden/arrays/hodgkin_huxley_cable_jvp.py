import numpy as np


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:stop] = arrays_1_dot
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:] = arrays_2_dot
    whole[start:] = arrays_2
    return whole, whole_dot


def rates_tangent(v, v_dot):
    """rates and its tangent."""
    arrays_0_dot = np.empty_like(v)
    arrays_0 = np.empty_like(v)
    arrays_1_dot = np.empty_like(v)
    arrays_1 = np.empty_like(v)
    for i in range(len(v)):
        arrays_0_dot[i] = -v_dot[i]
        arrays_0[i] = 25.0 - v[i]
        arrays_1_dot[i] = -v_dot[i]
        arrays_1[i] = 10.0 - v[i]
    shape_0 = len(v)
    x_dot = np.zeros((2, shape_0))
    x = np.empty((2, shape_0))
    for i in range(shape_0):
        x_dot[0, i] = arrays_0_dot[i]
        x[0, i] = arrays_0[i]
        x_dot[1, i] = arrays_1_dot[i]
        x[1, i] = arrays_1[i]
    linear_dot = np.empty_like(x)
    linear = np.empty_like(x)
    for i in range(2):
        for j in range(shape_0):
            expm1_result = np.expm1(x[i, j] / 10.0)
            expm1_result_dot = (expm1_result + 1.0) * (x_dot[i, j] / 10.0)
            quotient = x[i, j] / expm1_result
            quotient_dot = (x_dot[i, j] - quotient * expm1_result_dot) / expm1_result
            linear_dot[i, j] = quotient_dot
            linear[i, j] = quotient
    arrays_0_2_dot = np.empty(shape_0)
    arrays_0_2 = np.empty(shape_0)
    arrays_1_2_dot = np.empty_like(v)
    arrays_1_2 = np.empty_like(v)
    arrays_2_dot = np.empty(shape_0)
    arrays_2 = np.empty(shape_0)
    alpha_dot = np.zeros((3, shape_0))
    alpha = np.empty((3, shape_0))
    arrays_0_3_dot = np.empty_like(v)
    arrays_0_3 = np.empty_like(v)
    arrays_1_3_dot = np.empty_like(v)
    arrays_1_3 = np.empty_like(v)
    arrays_2_2_dot = np.empty_like(v)
    arrays_2_2 = np.empty_like(v)
    for i in range(shape_0):
        arrays_0_2_dot[i] = 0.1 * linear_dot[0, i]
        arrays_0_2[i] = 0.1 * linear[0, i]
        exponential = np.exp(-v[i] / 20.0)
        arrays_1_2_dot[i] = -0.07 * exponential * (v_dot[i] / 20.0)
        arrays_1_2[i] = 0.07 * exponential
        arrays_2_dot[i] = 0.01 * linear_dot[1, i]
        arrays_2[i] = 0.01 * linear[1, i]
        exponential = np.exp(-v[i] / 18.0)
        arrays_0_3_dot[i] = -4.0 * exponential * (v_dot[i] / 18.0)
        arrays_0_3[i] = 4.0 * exponential
        exponential = np.exp((30.0 - v[i]) / 10.0)
        exponential_dot = -exponential * (v_dot[i] / 10.0)
        quotient = 1.0 / (1.0 + exponential)
        arrays_1_3_dot[i] = -quotient * exponential_dot / (1.0 + exponential)
        arrays_1_3[i] = quotient
        exponential = np.exp(-v[i] / 80.0)
        arrays_2_2_dot[i] = -0.125 * exponential * (v_dot[i] / 80.0)
        arrays_2_2[i] = 0.125 * exponential
    for i in range(shape_0):
        alpha_dot[0, i] = arrays_0_2_dot[i]
        alpha[0, i] = arrays_0_2[i]
        alpha_dot[1, i] = arrays_1_2_dot[i]
        alpha[1, i] = arrays_1_2[i]
        alpha_dot[2, i] = arrays_2_dot[i]
        alpha[2, i] = arrays_2[i]
    beta_dot = np.zeros((3, shape_0))
    beta = np.empty((3, shape_0))
    for i in range(shape_0):
        beta_dot[0, i] = arrays_0_3_dot[i]
        beta[0, i] = arrays_0_3[i]
        beta_dot[1, i] = arrays_1_3_dot[i]
        beta[1, i] = arrays_1_3[i]
        beta_dot[2, i] = arrays_2_2_dot[i]
        beta[2, i] = arrays_2_2[i]
    return alpha, beta, alpha_dot, beta_dot


def hodgkin_huxley_cable_jvp(
    v,
    conductance,
    coupling,
    current,
    dt,
    steps,
    v_dot,
    conductance_dot,
    coupling_dot,
    current_dot,
    dt_dot,
):
    """The value of hodgkin_huxley_cable, and its derivative in the direction v_dot,
    conductance_dot, coupling_dot, current_dot, dt_dot.
    """
    alpha, beta, alpha_dot, beta_dot = rates_tangent(v, v_dot)
    if alpha.shape != beta.shape:
        raise ValueError("alpha and beta have different shapes")
    gates_dot = np.empty_like(alpha)
    gates = np.empty_like(alpha)
    for i in range(alpha.shape[0]):
        for j in range(alpha.shape[1]):
            quotient = alpha[i, j] / (alpha[i, j] + beta[i, j])
            factor = alpha_dot[i, j] - quotient * (alpha_dot[i, j] + beta_dot[i, j])
            quotient_dot = factor / (alpha[i, j] + beta[i, j])
            gates_dot[i, j] = quotient_dot
            gates[i, j] = quotient
    for _ in range(steps):
        alpha_2, beta_2, alpha_2_dot, beta_2_dot = rates_tangent(v, v_dot)
        gates_new_dot = np.empty_like(alpha_2)
        gates_new = np.empty_like(alpha_2)
        for i in range(alpha_2.shape[0]):
            for j in range(alpha_2.shape[1]):
                limit = alpha_2[i, j] / (alpha_2[i, j] + beta_2[i, j])
                term = limit * (alpha_2_dot[i, j] + beta_2_dot[i, j])
                factor_2 = alpha_2_dot[i, j] - term
                limit_dot = factor_2 / (alpha_2[i, j] + beta_2[i, j])
                exponential = np.exp(-dt * (alpha_2[i, j] + beta_2[i, j]))
                term_2 = dt * (alpha_2_dot[i, j] + beta_2_dot[i, j])
                factor_3 = -dt_dot * (alpha_2[i, j] + beta_2[i, j]) - term_2
                exponential_dot = exponential * factor_3
                term_4 = (gates_dot[i, j] - limit_dot) * exponential
                term_3 = term_4 + (gates[i, j] - limit) * exponential_dot
                gates_new_dot[i, j] = limit_dot + term_3
                gates_new[i, j] = limit + (gates[i, j] - limit) * exponential
        gates_dot = gates_new_dot
        gates = gates_new
        if gates.shape[0] != 3:
            raise ValueError("gates is unpacked into 3 names")
        m_dot = gates_dot[0]
        m = gates[0]
        h_dot = gates_dot[1]
        h = gates[1]
        n_dot = gates_dot[2]
        n = gates[2]
        conductance_0_dot = conductance_dot[0]
        conductance_0 = conductance[0]
        conductance_1_dot = conductance_dot[1]
        conductance_1 = conductance[1]
        g_k_dot = np.empty_like(n)
        g_k = np.empty_like(n)
        for i in range(len(n)):
            term_5 = 4.0 * conductance_1 * n[i] ** 3 * n_dot[i]
            g_k_dot[i] = conductance_1_dot * n[i] ** 4 + term_5
            g_k[i] = conductance_1 * n[i] ** 4
        if len(m) != len(v):
            raise ValueError("g_na and v have different shapes")
        conductance_2_dot = conductance_dot[2]
        conductance_2 = conductance[2]
        flow_dot = np.empty_like(m)
        flow = np.empty_like(m)
        arrays_0_dot = v_dot[:1]
        arrays_0 = v[:1]
        arrays_2_dot = v_dot[-1:]
        arrays_2 = v[-1:]
        padded, padded_dot = joined_tangent(
            arrays_0, v, arrays_2, arrays_0_dot, v_dot, arrays_2_dot
        )
        a_2_dot = np.zeros(max(len(padded) - 1, 0))
        a_2 = np.empty(max(len(padded) - 1, 0))
        for i in range(len(padded) - 1):
            a_2_dot[i] = padded_dot[i + 1] - padded_dot[i]
            a_2[i] = padded[i + 1] - padded[i]
        if len(m) != len(a_2[1:]):
            raise ValueError("flow and a[1:] have different shapes")
        for i in range(len(m)):
            term_7 = 3.0 * conductance_0 * m[i] ** 2 * m_dot[i]
            factor_4 = conductance_0_dot * m[i] ** 3 + term_7
            term_6 = factor_4 * h[i]
            g_na_dot = term_6 + conductance_0 * m[i] ** 3 * h_dot[i]
            g_na = conductance_0 * m[i] ** 3 * h[i]
            flow_dot[i] = (
                g_na_dot * (115.0 - v[i])
                - g_na * v_dot[i]
                + (g_k_dot[i] * (-12.0 - v[i]) - g_k[i] * v_dot[i])
                + (conductance_2_dot * (10.6 - v[i]) - conductance_2 * v_dot[i])
            )
            flow[i] = (
                g_na * (115.0 - v[i])
                + g_k[i] * (-12.0 - v[i])
                + conductance_2 * (10.6 - v[i])
            )
            term_8 = coupling * (a_2_dot[i + 1] - a_2_dot[i])
            flow_dot[i] += coupling_dot * (a_2[i + 1] - a_2[i]) + term_8
            flow[i] += coupling * (a_2[i + 1] - a_2[i])
        flow_dot[0] += current_dot
        flow[0] += current
        v_new_dot = np.empty_like(v)
        v_new = np.empty_like(v)
        for i in range(len(v)):
            v_new_dot[i] = v_dot[i] + (dt_dot * flow[i] + dt * flow_dot[i])
            v_new[i] = v[i] + dt * flow[i]
        v_dot = v_new_dot
        v = v_new
    return v, v_dot
