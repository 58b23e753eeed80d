import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v = a[:, i]
        values[i] = np.max(v)
    return values


def along_axis_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        v_bar = a_bar[:, i]
        v_bar[np.argmax(v)] += result_bar[i]


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        a_i_bar[np.argmax(a_i)] += result_bar[i]


def vdot_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vdot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            left_bar[i, j] += right[i, j] * result_bar
            right_bar[i, j] += left[i, j] * result_bar


def optimal_transport_vjp(x, y, a, b, blur, rounds, result_0_bar, result_1_bar):
    """The adjoints of x, y, a, b and blur of optimal_transport, for the adjoint of
    its result.
    """
    # forward sweep: saves g, f, total_3, along_axis_2_result_2, values_2_4 and others
    if x[:, None, :].shape[2] != y[None, :, :].shape[2]:
        raise ValueError("x[:, None, :] and y[None, :, :] have different shapes")
    cost = np.empty((x.shape[0], y.shape[0]))
    for i in range(x.shape[0]):
        for j in range(y.shape[0]):
            total = 0.0
            for k in range(x.shape[1]):
                total += (x[i, k] - y[j, k]) ** 2
            cost[i, j] = 0.5 * total
    f = np.zeros(len(a))
    g = np.zeros(len(b))
    g_saved = []
    f_saved = []
    total_3_saved = []
    along_axis_2_result_2_saved = []
    values_2_4_saved = []
    m_2_saved = []
    total_2_saved = np.empty((rounds, x.shape[0]))
    along_axis_result_2_saved = []
    values_2_3_saved = []
    m_saved = []
    for k in range(rounds):
        if g[None, :].shape[1] != y.shape[0]:
            raise ValueError("g[None, :] and cost have different shapes")
        if y.shape[0] != len(b):
            raise ValueError("cost and b have different shapes")
        m = np.empty((x.shape[0], len(g)))
        m_saved.append(m)
        for i in range(x.shape[0]):
            for j in range(len(g)):
                m[i, j] = (g[j] - cost[i, j]) / blur + np.log(b[j])
        values_2_3 = along_axis(m)
        values_2_3_saved.append(values_2_3)
        along_axis_result_2 = along_axis(m)
        along_axis_result_2_saved.append(along_axis_result_2)
        f_saved.append(f)
        f = np.empty(x.shape[0])
        if f[:, None].shape[0] != x.shape[0]:
            raise ValueError("f[:, None] and cost have different shapes")
        if x.shape[0] != len(a):
            raise ValueError("cost and a have different shapes")
        log_a = np.empty_like(a)
        for i in range(x.shape[0]):
            total = 0.0
            for j in range(m.shape[1]):
                total += np.exp(m[i, j] - values_2_3[i])
            total_2_saved[k, i] = total
            f[i] = -blur * (np.log(total) + along_axis_result_2[i])
            log_a[i] = np.log(a[i])
        log_a_part = log_a[:, None]
        m_2 = np.empty((len(f), y.shape[0]))
        m_2_saved.append(m_2)
        for i in range(len(f)):
            for j in range(y.shape[0]):
                m_2[i, j] = (f[i] - cost[i, j]) / blur + log_a_part[i, 0]
        values_2_4 = along_axis_2(m_2)
        values_2_4_saved.append(values_2_4)
        along_axis_2_result_2 = along_axis_2(m_2)
        along_axis_2_result_2_saved.append(along_axis_2_result_2)
        total_3 = np.zeros(y.shape[0])
        total_3_saved.append(total_3)
        for i in range(m_2.shape[0]):
            for j in range(y.shape[0]):
                total_3[j] += np.exp(m_2[i, j] - values_2_4[j])
        g_saved.append(g)
        g = np.empty(y.shape[0])
        for i in range(y.shape[0]):
            g[i] = -blur * (np.log(total_3[i]) + along_axis_2_result_2[i])
    if f[:, None].shape[0] != x.shape[0]:
        raise ValueError("f[:, None] and cost have different shapes")
    if len(g) != y.shape[0]:
        raise ValueError("g and cost have different shapes")
    operand = np.outer(a, b)
    if x.shape[0] != operand.shape[0]:
        raise ValueError("cost and operand have different shapes")
    if y.shape[0] != operand.shape[1]:
        raise ValueError("cost and operand have different shapes")
    plan = np.empty((len(f), len(g)))
    for i in range(len(f)):
        for j in range(len(g)):
            exp_quotient = np.exp((f[i] + g[j] - cost[i, j]) / blur)
            plan[i, j] = exp_quotient * operand[i, j]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    term_bar = result_1_bar.copy()
    cost_bar = np.zeros_like(cost)
    plan_bar = np.zeros_like(plan)
    vdot_adjoint(plan, cost, result_0_bar, plan_bar, cost_bar)
    f_bar = np.empty_like(f)
    total_4_bar = 0.0
    for i in range(len(f)):
        f_bar[i] = term_bar[i]
        total_4_bar -= term_bar[i] / len(f)
    g_bar = np.zeros_like(g)
    operand_bar = np.zeros_like(operand)

    # forward and reverse in one sweep: the iterations are independent
    blur_bar = 0.0
    for i in range(len(f)):
        f_bar[i] += total_4_bar
        for j in range(len(g)):
            quotient = (f[i] + g[j] - cost[i, j]) / blur
            exp_quotient = np.exp(quotient)
            exp_quotient_bar = operand[i, j] * plan_bar[i, j]
            operand_bar[i, j] += exp_quotient * plan_bar[i, j]
            numerator_bar = exp_quotient * exp_quotient_bar / blur
            f_bar[i] += numerator_bar
            g_bar[j] += numerator_bar
            cost_bar[i, j] -= numerator_bar
            blur_bar -= quotient * numerator_bar
    a_bar = np.dot(operand_bar, b)
    b_bar = np.dot(a, operand_bar)
    for k in range(rounds - 1, -1, -1):
        total_3 = total_3_saved.pop()
        along_axis_2_result_2 = along_axis_2_result_2_saved.pop()
        along_axis_2_result_2_bar = np.zeros_like(along_axis_2_result_2)
        total_3_bar = np.empty_like(total_3)
        for i in range(y.shape[0]):
            blur_bar -= (np.log(total_3[i]) + along_axis_2_result_2[i]) * g_bar[i]
            total_3_bar[i] = -blur * g_bar[i] / total_3[i]
            along_axis_2_result_2_bar[i] -= blur * g_bar[i]
        g = g_saved.pop()
        g_bar = np.zeros_like(g)
        values_2_4 = values_2_4_saved.pop()
        m_2 = m_2_saved.pop()
        m_2_bar = np.zeros_like(m_2)
        values_2_4_bar = np.zeros_like(values_2_4)
        for i in range(m_2.shape[0]):
            for j in range(y.shape[0]):
                exponential = np.exp(m_2[i, j] - values_2_4[j])
                exponential_bar = total_3_bar[j]
                m_2_bar[i, j] += exponential * exponential_bar
                values_2_4_bar[j] -= exponential * exponential_bar
        along_axis_2_adjoint(m_2, along_axis_2_result_2_bar, m_2_bar)
        along_axis_2_adjoint(m_2, values_2_4_bar, m_2_bar)
        log_a_bar = np.zeros_like(a)
        log_a_part_bar = log_a_bar[:, None]
        for i in range(len(f)):
            for j in range(y.shape[0]):
                log_a_part_bar[i, 0] += m_2_bar[i, j]
                numerator_bar = m_2_bar[i, j] / blur
                f_bar[i] += numerator_bar
                cost_bar[i, j] -= numerator_bar
                blur_bar -= (f[i] - cost[i, j]) * numerator_bar / blur
        along_axis_result_2 = along_axis_result_2_saved.pop()
        values_2_3 = values_2_3_saved.pop()
        m = m_saved.pop()
        m_bar = np.zeros_like(m)
        values_2_3_bar = np.zeros_like(values_2_3)
        along_axis_result_2_bar = np.zeros_like(along_axis_result_2)
        for i in range(x.shape[0]):
            a_bar[i] += log_a_bar[i] / a[i]
            log_a_bar[i] = 0.0
            total = total_2_saved[k, i]
            blur_bar -= (np.log(total) + along_axis_result_2[i]) * f_bar[i]
            along_axis_result_2_bar[i] -= blur * f_bar[i]
            total_bar = -blur * f_bar[i] / total
            for j in range(m.shape[1]):
                exponential = np.exp(m[i, j] - values_2_3[i])
                m_bar[i, j] += exponential * total_bar
                values_2_3_bar[i] -= exponential * total_bar
        f = f_saved.pop()
        f_bar = np.zeros_like(f)
        along_axis_adjoint(m, along_axis_result_2_bar, m_bar)
        along_axis_adjoint(m, values_2_3_bar, m_bar)
        for i in range(x.shape[0]):
            for j in range(len(g)):
                b_bar[j] += m_bar[i, j] / b[j]
                numerator_bar = m_bar[i, j] / blur
                g_bar[j] += numerator_bar
                cost_bar[i, j] -= numerator_bar
                blur_bar -= (g[j] - cost[i, j]) * numerator_bar / blur
    for i in range(x.shape[0]):
        for j in range(y.shape[0]):
            total_bar = 0.5 * cost_bar[i, j]
            for k in range(x.shape[1]):
                difference_bar = 2.0 * (x[i, k] - y[j, k]) * total_bar
                x_bar[i, k] += difference_bar
                y_bar[j, k] -= difference_bar
    return x_bar, y_bar, a_bar, b_bar, blur_bar
