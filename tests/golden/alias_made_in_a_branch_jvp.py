def alias_made_in_a_branch_jvp(m, m_dot):
    """The value of alias_made_in_a_branch, and its derivative in the direction
    m_dot.
    """
    q_dot = m_dot.copy()
    q = m.copy()
    w_dot = m_dot.copy()
    w = m.copy()
    if q[0] > 0.0:
        w_dot = q_dot
        w = q
    for i in range(2):
        q_dot[i] = q_dot[i] * w[1 - i] + q[i] * w_dot[1 - i]
        q[i] = q[i] * w[1 - i]
    return q[0] * q[1], q_dot[0] * q[1] + q[0] * q_dot[1]
