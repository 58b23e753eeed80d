import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values_dot[i] = v_dot[np.argmax(v)]
        values[i] = np.max(v)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


def restored_3_tangent(values, values_dot):
    """restored_3 and its tangent."""
    out_dot = np.zeros((1, len(values)))
    out = np.empty((1, len(values)))
    for j in range(len(values)):
        out_dot[0, j] = values_dot[j]
        out[0, j] = values[j]
    return out, out_dot


def restored_tangent(values, values_dot):
    """restored and its tangent."""
    out_dot = np.zeros((len(values), 1))
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out_dot[i, 0] = values_dot[i]
        out[i, 0] = values[i]
    return out, out_dot


def vdot_tangent(left, right, left_dot, right_dot):
    """vdot and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vdot have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[i, j] + left[i, j] * right_dot[i, j]
            total += left[i, j] * right[i, j]
    return total, total_dot


def optimal_transport_jvp(
    x, y, a, b, blur, rounds, x_dot, y_dot, a_dot, b_dot, blur_dot
):
    """The value of optimal_transport, and its derivative in the direction x_dot,
    y_dot, a_dot, b_dot, blur_dot.
    """
    if x[:, None, :].shape[2] != y[None, :, :].shape[2]:
        raise ValueError("x[:, None, :] and y[None, :, :] have different shapes")
    cost_dot = np.zeros((x.shape[0], y.shape[0]))
    cost = np.empty((x.shape[0], y.shape[0]))
    for i in range(x.shape[0]):
        for j in range(y.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(x.shape[1]):
                total_dot += 2.0 * (x[i, k] - y[j, k]) * (x_dot[i, k] - y_dot[j, k])
                total += (x[i, k] - y[j, k]) ** 2
            cost_dot[i, j] = 0.5 * total_dot
            cost[i, j] = 0.5 * total
    f_dot = np.zeros(len(a))
    f = np.zeros(len(a))
    g_dot = np.zeros(len(b))
    g = np.zeros(len(b))
    total_3_dot = np.empty(y.shape[0])
    total_3 = np.empty(y.shape[0])
    for _ in range(rounds):
        if g[None, :].shape[1] != y.shape[0]:
            raise ValueError("g[None, :] and cost have different shapes")
        if y.shape[0] != len(b):
            raise ValueError("cost and b have different shapes")
        m_dot = np.zeros((x.shape[0], len(g)))
        m = np.empty((x.shape[0], len(g)))
        for i in range(x.shape[0]):
            for j in range(len(g)):
                quotient = (g[j] - cost[i, j]) / blur
                quotient_dot = (g_dot[j] - cost_dot[i, j] - quotient * blur_dot) / blur
                m_dot[i, j] = quotient_dot + b_dot[j] / b[j]
                m[i, j] = quotient + np.log(b[j])
        along_axis_m, along_axis_m_dot = along_axis_tangent(m, m_dot)
        restored_result_2, restored_result_2_dot = restored_tangent(
            along_axis_m, along_axis_m_dot
        )
        if x.shape[0] != restored_result_2.shape[0]:
            raise ValueError("m and restored_result_2 have different shapes")
        along_axis_result_2, along_axis_result_2_dot = along_axis_tangent(m, m_dot)
        if x.shape[0] != len(along_axis_result_2):
            raise ValueError("operand_3 and along_axis_result_2 have different shapes")
        f_dot = np.zeros(x.shape[0])
        f = np.empty(x.shape[0])
        for i in range(x.shape[0]):
            total_2_dot = 0.0
            total_2 = 0.0
            for j in range(m.shape[1]):
                exponential = np.exp(m[i, j] - restored_result_2[i, 0])
                total_2_dot += exponential * (m_dot[i, j] - restored_result_2_dot[i, 0])
                total_2 += exponential
            operand_3_dot = total_2_dot / total_2
            operand_3 = np.log(total_2)
            term_2 = blur * (operand_3_dot + along_axis_result_2_dot[i])
            f_dot[i] = -blur_dot * (operand_3 + along_axis_result_2[i]) - term_2
            f[i] = -blur * (operand_3 + along_axis_result_2[i])
        if f[:, None].shape[0] != x.shape[0]:
            raise ValueError("f[:, None] and cost have different shapes")
        log_a = np.empty_like(a)
        if x.shape[0] != log_a[:, None].shape[0]:
            raise ValueError("cost and np.log(a)[:, None] have different shapes")
        log_a_2_dot = np.zeros_like(a)
        log_a_2 = np.empty_like(a)
        for i in range(len(a)):
            log_a_2_dot[i] = a_dot[i] / a[i]
            log_a_2[i] = np.log(a[i])
        log_a_2_part_dot = log_a_2_dot[:, None]
        log_a_2_part = log_a_2[:, None]
        m_2_dot = np.zeros((len(f), y.shape[0]))
        m_2 = np.empty((len(f), y.shape[0]))
        for i in range(len(f)):
            for j in range(y.shape[0]):
                quotient = (f[i] - cost[i, j]) / blur
                quotient_dot = (f_dot[i] - cost_dot[i, j] - quotient * blur_dot) / blur
                m_2_dot[i, j] = quotient_dot + log_a_2_part_dot[i, 0]
                m_2[i, j] = quotient + log_a_2_part[i, 0]
        along_axis_2_m, along_axis_2_m_dot = along_axis_2_tangent(m_2, m_2_dot)
        restored_3_result_2, restored_3_result_2_dot = restored_3_tangent(
            along_axis_2_m, along_axis_2_m_dot
        )
        if y.shape[0] != restored_3_result_2.shape[1]:
            raise ValueError("m and restored_3_result_2 have different shapes")
        total_3_dot[:] = 0.0
        total_3[:] = 0.0
        for i in range(m_2.shape[0]):
            for j in range(y.shape[0]):
                exponential = np.exp(m_2[i, j] - restored_3_result_2[0, j])
                factor = m_2_dot[i, j] - restored_3_result_2_dot[0, j]
                exponential_dot = exponential * factor
                total_3_dot[j] += exponential_dot
                total_3[j] += exponential
        along_axis_2_result_2, along_axis_2_result_2_dot = along_axis_2_tangent(
            m_2, m_2_dot
        )
        if y.shape[0] != len(along_axis_2_result_2):
            raise ValueError(
                "operand_4 and along_axis_2_result_2 have different shapes"
            )
        g_dot = np.zeros(y.shape[0])
        g = np.empty(y.shape[0])
        for i in range(y.shape[0]):
            operand_4_dot = total_3_dot[i] / total_3[i]
            operand_4 = np.log(total_3[i])
            term_3 = blur * (operand_4_dot + along_axis_2_result_2_dot[i])
            g_dot[i] = -blur_dot * (operand_4 + along_axis_2_result_2[i]) - term_3
            g[i] = -blur * (operand_4 + along_axis_2_result_2[i])
    if f[:, None].shape[0] != x.shape[0]:
        raise ValueError("f[:, None] and cost have different shapes")
    if len(g) != y.shape[0]:
        raise ValueError("g and cost have different shapes")
    operand_5_dot = np.outer(a_dot, b) + np.outer(a, b_dot)
    operand_5 = np.outer(a, b)
    if x.shape[0] != operand_5.shape[0]:
        raise ValueError("cost and operand_5 have different shapes")
    if y.shape[0] != operand_5.shape[1]:
        raise ValueError("cost and operand_5 have different shapes")
    plan_dot = np.zeros((len(f), len(g)))
    plan = np.empty((len(f), len(g)))
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(f)):
        for j in range(len(g)):
            quotient = (f[i] + g[j] - cost[i, j]) / blur
            factor_2 = f_dot[i] + g_dot[j] - cost_dot[i, j] - quotient * blur_dot
            quotient_dot = factor_2 / blur
            exp_quotient = np.exp(quotient)
            exp_quotient_dot = exp_quotient * quotient_dot
            term_4 = exp_quotient * operand_5_dot[i, j]
            plan_dot[i, j] = exp_quotient_dot * operand_5[i, j] + term_4
            plan[i, j] = exp_quotient * operand_5[i, j]
        total_4_dot += f_dot[i]
        total_4 += f[i]
    term_dot = np.zeros_like(f)
    term = np.empty_like(f)
    for i in range(len(f)):
        term_dot[i] = f_dot[i] - total_4_dot / len(f)
        term[i] = f[i] - total_4 / len(f)
    value_0, value_0_dot = vdot_tangent(plan, cost, plan_dot, cost_dot)
    return value_0, term, value_0_dot, term_dot
