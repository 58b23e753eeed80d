import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.empty(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values_dot[i] = v_dot[np.argmax(v)]
        values[i] = np.max(v)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


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
    cost_dot = np.empty((x.shape[0], y.shape[0]))
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
        values_2_3, values_2_3_dot = along_axis_tangent(m, m_dot)
        along_axis_result_2, along_axis_result_2_dot = along_axis_tangent(m, m_dot)
        f_dot = np.zeros(x.shape[0])
        f = np.empty(x.shape[0])
        if f[:, None].shape[0] != x.shape[0]:
            raise ValueError("f[:, None] and cost have different shapes")
        if x.shape[0] != len(a):
            raise ValueError("cost and a have different shapes")
        log_a_dot = np.zeros_like(a)
        log_a = np.empty_like(a)
        for i in range(x.shape[0]):
            total_dot = 0.0
            total = 0.0
            for j in range(m.shape[1]):
                exponential = np.exp(m[i, j] - values_2_3[i])
                total_dot += exponential * (m_dot[i, j] - values_2_3_dot[i])
                total += exponential
            log_total_dot = total_dot / total
            log_total = np.log(total)
            term_2 = blur * (log_total_dot + along_axis_result_2_dot[i])
            f_dot[i] = -blur_dot * (log_total + along_axis_result_2[i]) - term_2
            f[i] = -blur * (log_total + along_axis_result_2[i])
            log_a_dot[i] = a_dot[i] / a[i]
            log_a[i] = np.log(a[i])
        log_a_part_dot = log_a_dot[:, None]
        log_a_part = log_a[:, None]
        m_2_dot = np.zeros((len(f), y.shape[0]))
        m_2 = np.empty((len(f), y.shape[0]))
        for i in range(len(f)):
            for j in range(y.shape[0]):
                quotient = (f[i] - cost[i, j]) / blur
                quotient_dot = (f_dot[i] - cost_dot[i, j] - quotient * blur_dot) / blur
                m_2_dot[i, j] = quotient_dot + log_a_part_dot[i, 0]
                m_2[i, j] = quotient + log_a_part[i, 0]
        values_2_4, values_2_4_dot = along_axis_2_tangent(m_2, m_2_dot)
        along_axis_2_result_2, along_axis_2_result_2_dot = along_axis_2_tangent(
            m_2, m_2_dot
        )
        total_3_dot[:] = 0.0
        total_3[:] = 0.0
        for i in range(m_2.shape[0]):
            for j in range(y.shape[0]):
                exponential = np.exp(m_2[i, j] - values_2_4[j])
                total_3_dot[j] += exponential * (m_2_dot[i, j] - values_2_4_dot[j])
                total_3[j] += exponential
        g_dot = np.zeros(y.shape[0])
        g = np.empty(y.shape[0])
        for i in range(y.shape[0]):
            log_total_dot = total_3_dot[i] / total_3[i]
            log_total = np.log(total_3[i])
            term_3 = blur * (log_total_dot + along_axis_2_result_2_dot[i])
            g_dot[i] = -blur_dot * (log_total + along_axis_2_result_2[i]) - term_3
            g[i] = -blur * (log_total + along_axis_2_result_2[i])
    if f[:, None].shape[0] != x.shape[0]:
        raise ValueError("f[:, None] and cost have different shapes")
    if len(g) != y.shape[0]:
        raise ValueError("g and cost have different shapes")
    operand_dot = np.outer(a_dot, b) + np.outer(a, b_dot)
    operand = np.outer(a, b)
    if x.shape[0] != operand.shape[0]:
        raise ValueError("cost and operand have different shapes")
    if y.shape[0] != operand.shape[1]:
        raise ValueError("cost and operand have different shapes")
    plan_dot = np.zeros((len(f), len(g)))
    plan = np.empty((len(f), len(g)))
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(f)):
        for j in range(len(g)):
            quotient = (f[i] + g[j] - cost[i, j]) / blur
            factor = f_dot[i] + g_dot[j] - cost_dot[i, j] - quotient * blur_dot
            quotient_dot = factor / blur
            exp_quotient = np.exp(quotient)
            exp_quotient_dot = exp_quotient * quotient_dot
            term_4 = exp_quotient * operand_dot[i, j]
            plan_dot[i, j] = exp_quotient_dot * operand[i, j] + term_4
            plan[i, j] = exp_quotient * operand[i, j]
        total_4_dot += f_dot[i]
        total_4 += f[i]
    term_dot = np.empty_like(f)
    term = np.empty_like(f)
    for i in range(len(f)):
        term_dot[i] = f_dot[i] - total_4_dot / len(f)
        term[i] = f[i] - total_4 / len(f)
    value, value_dot = vdot_tangent(plan, cost, plan_dot, cost_dot)
    return value, term, value_dot, term_dot
