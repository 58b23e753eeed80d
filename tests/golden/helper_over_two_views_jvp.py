def helper_over_two_views_jvp(m, a, m_dot, a_dot):
    """The value of helper_over_two_views, and its derivative in the direction m_dot,
    a_dot.
    """
    q_dot = m_dot.copy()
    q = m.copy()
    p_dot = q_dot[:2]
    p = q[:2]
    y_dot = q_dot[1:]
    y = q[1:]
    for i in range(len(p)):
        y_dot[i] += a_dot * p[i] + a * p_dot[i]
        y[i] += a * p[i]
    return q[0] * q[1] + q[2], q_dot[0] * q[1] + q[0] * q_dot[1] + q_dot[2]
