def swapped_rows_jvp(m, m_dot):
    """The value of swapped_rows, and its derivative in the direction m_dot."""
    y_dot = m_dot.copy()
    y = m.copy()
    a_dot = y_dot[0]
    a = y[0]
    b_dot = y_dot[1]
    b = y[1]
    for k in range(3):
        for i in range(len(a)):
            b_dot[i] = a_dot[i] * b[i] + a[i] * b_dot[i]
            b[i] = a[i] * b[i] + 0.1 * k
        a, b = b, a
        a_dot, b_dot = b_dot, a_dot
    return a[0] * b[1], a_dot[0] * b[1] + a[0] * b_dot[1]
