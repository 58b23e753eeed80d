def number_spread_over_a_sum_jvp(s, row, m, s_dot, row_dot, m_dot):
    """The value of number_spread_over_a_sum, and its derivative in the direction
    s_dot, row_dot, m_dot.
    """
    if m.shape[1] != len(row):
        raise ValueError("m and row have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            total_dot += m_dot[i, j] + s_dot
            total += m[i, j] + s
            total_2_dot += m_dot[i, j] - row_dot[j]
            total_2 += m[i, j] - row[j]
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(m.shape[1]):
        total_3_dot += s_dot - row_dot[i]
        total_3 += s - row[i]
    value_dot = total_dot * total_2 + total * total_2_dot + total_3_dot / m.shape[1]
    return total * total_2 + total_3 / m.shape[1], value_dot
