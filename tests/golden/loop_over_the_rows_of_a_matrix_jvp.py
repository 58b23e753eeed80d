def loop_over_the_rows_of_a_matrix_jvp(a, a_dot):
    """The value of loop_over_the_rows_of_a_matrix, and its derivative in the
    direction a_dot.
    """
    s_dot = 0.0
    s = 0.0
    for k in range(len(a)):
        row_dot = a_dot[k]
        row = a[k]
        p_dot = 0.0
        p = 1.0
        for k_2 in range(len(row)):
            value = row[k_2]
            p_dot = p_dot * value + p * row_dot[k_2]
            p *= value
        s_dot += p_dot * p + p * p_dot + row_dot[0]
        s += p * p + row[0]
    return s, s_dot
