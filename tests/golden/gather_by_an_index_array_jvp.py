def gather_by_an_index_array_jvp(x, index, x_dot):
    """The value of gather_by_an_index_array, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for k in range(len(index)):
        s_dot = 0.5 * s_dot + 2.0 * x[index[k]] * x_dot[index[k]] * (k + 1)
        s = s * 0.5 + x[index[k]] ** 2 * (k + 1)
    return s, s_dot
