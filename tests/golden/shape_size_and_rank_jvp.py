def shape_size_and_rank_jvp(a, a_dot):
    """The value of shape_size_and_rank, and its derivative in the direction a_dot."""
    rows = a.shape[0]
    columns = a.shape[1]
    s_dot = 0.0
    s = 0.0
    for i in range(rows):
        for j in range(columns):
            s_dot += 2.0 * a[i, j] * a_dot[i, j]
            s += a[i, j] ** 2
    mean = s / a.size
    value = mean * 2 + a[0, 0] * a.shape[1] * len(a)
    return value, 2.0 * s_dot / a.size + a_dot[0, 0] * a.shape[1] * len(a)
