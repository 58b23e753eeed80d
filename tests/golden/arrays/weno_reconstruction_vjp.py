import numpy as np


def continued(a):
    """An array continued at both ends along an axis."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 2 + length + 2
    whole = np.empty(length_2)
    for i in range(2 + length + 2):
        whole[i] = a[min(max(i - 2, 0), length - 1)]
    return whole


def continued_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    for i in range(2 + length + 2):
        a_bar[min(max(i - 2, 0), length - 1)] += result_bar[i]


def weno_reconstruction_vjp(u, eps, result_bar):
    """The adjoints of u and eps of weno_reconstruction, for the adjoint of its
    result.
    """
    # forward sweep
    v = continued(u)
    m2 = v[:-4]
    m1 = v[1:-3]
    c = v[2:-2]
    p1 = v[3:-1]
    p2 = v[4:]

    # reverse sweep
    u_bar = np.zeros_like(u)
    out_bar = result_bar.copy()
    v_bar = np.zeros_like(v)
    m2_bar = v_bar[:-4]
    m1_bar = v_bar[1:-3]
    c_bar = v_bar[2:-2]
    p1_bar = v_bar[3:-1]
    p2_bar = v_bar[4:]

    # forward and reverse in one sweep: the iterations are independent
    eps_bar = 0.0
    for i in range(len(v) - 4):
        q0 = (2.0 * m2[i] - 7.0 * m1[i] + 11.0 * c[i]) / 6.0
        q1 = (-m1[i] + 5.0 * c[i] + 2.0 * p1[i]) / 6.0
        q2 = (2.0 * c[i] + 5.0 * p1[i] - p2[i]) / 6.0
        term = 13.0 / 12.0 * (m2[i] - 2.0 * m1[i] + c[i]) ** 2
        b0 = term + 0.25 * (m2[i] - 4.0 * m1[i] + 3.0 * c[i]) ** 2
        term_2 = 13.0 / 12.0 * (m1[i] - 2.0 * c[i] + p1[i]) ** 2
        b1 = term_2 + 0.25 * (m1[i] - p1[i]) ** 2
        term_3 = 13.0 / 12.0 * (c[i] - 2.0 * p1[i] + p2[i]) ** 2
        b2 = term_3 + 0.25 * (3.0 * c[i] - 4.0 * p1[i] + p2[i]) ** 2
        a0 = 0.1 / (eps + b0) ** 2
        a1 = 0.6 / (eps + b1) ** 2
        a2 = 0.3 / (eps + b2) ** 2
        numerator_bar = out_bar[i] / (a0 + a1 + a2)
        sum_bar = -(a0 * q0 + a1 * q1 + a2 * q2) * numerator_bar / (a0 + a1 + a2)
        power_bar = -a2 * (q2 * numerator_bar + sum_bar) / (eps + b2) ** 2
        sum_bar_2 = 2.0 * (eps + b2) * power_bar
        power_bar = -a1 * (q1 * numerator_bar + sum_bar) / (eps + b1) ** 2
        sum_bar_3 = 2.0 * (eps + b1) * power_bar
        power_bar = -a0 * (q0 * numerator_bar + sum_bar) / (eps + b0) ** 2
        sum_bar = 2.0 * (eps + b0) * power_bar
        eps_bar += sum_bar_2 + sum_bar_3 + sum_bar
        sum_bar_4 = 2.0 * (c[i] - 2.0 * p1[i] + p2[i]) * (13.0 / 12.0) * sum_bar_2
        sum_bar_2 = 0.5 * (3.0 * c[i] - 4.0 * p1[i] + p2[i]) * sum_bar_2
        sum_bar_5 = 2.0 * (m1[i] - 2.0 * c[i] + p1[i]) * (13.0 / 12.0) * sum_bar_3
        p1_bar[i] += sum_bar_5 - 2.0 * sum_bar_4 - 4.0 * sum_bar_2
        difference_bar_2 = 0.5 * (m1[i] - p1[i]) * sum_bar_3
        sum_bar_3 = 2.0 * (m2[i] - 2.0 * m1[i] + c[i]) * (13.0 / 12.0) * sum_bar
        m1_bar[i] += sum_bar_5 + difference_bar_2 - 2.0 * sum_bar_3
        c_bar[i] += sum_bar_4 + 3.0 * sum_bar_2 - 2.0 * sum_bar_5 + sum_bar_3
        sum_bar_5 = 0.5 * (m2[i] - 4.0 * m1[i] + 3.0 * c[i]) * sum_bar
        difference_bar = a2 * numerator_bar / 6.0
        p2_bar[i] += sum_bar_4 + sum_bar_2 - difference_bar
        sum_bar_2 = a1 * numerator_bar / 6.0
        c_bar[i] += 3.0 * sum_bar_5 + 2.0 * difference_bar + 5.0 * sum_bar_2
        p1_bar[i] += 5.0 * difference_bar - difference_bar_2 + 2.0 * sum_bar_2
        sum_bar = a0 * numerator_bar / 6.0
        m2_bar[i] += sum_bar_3 + sum_bar_5 + 2.0 * sum_bar
        m1_bar[i] -= 4.0 * sum_bar_5 + sum_bar_2 + 7.0 * sum_bar
        c_bar[i] += 11.0 * sum_bar
    continued_adjoint(v_bar, u_bar)
    return u_bar, eps_bar
