def returned_transpose_jvp(m, m_dot):
    """The value of returned_transpose, and its derivative in the direction m_dot."""
    q_dot = m_dot * m + m * m_dot
    q = m * m
    value_dot = q_dot.T
    value = q.T
    return value, value_dot
