def augmented_slices_jvp(x, a, x_dot, a_dot):
    """The value of augmented_slices, and its derivative in the direction x_dot,
    a_dot.
    """
    b_dot = a_dot.copy()
    b = a.copy()
    if b[0].shape != x.shape:
        raise ValueError("b[0] and x have different shapes")
    for i in range(a.shape[1]):
        b_dot[0, i] += x_dot[i]
        b[0, i] += x[i]
    if b[1, 1:].shape != x[:2].shape:
        raise ValueError("b[1, 1:] and x[:2] have different shapes")
    x_part_dot = x_dot[:2]
    x_part = x[:2]
    for i in range(a.shape[1] - 1):
        b_dot[1, i + 1] = b_dot[1, i + 1] * x_part[i] + b[1, i + 1] * x_part_dot[i]
        b[1, i + 1] *= x_part[i]
    for i in range(a.shape[0]):
        b[i, 0] -= 0.5
        for j in range(a.shape[1]):
            factor = b_dot[i, j] - b[i, j] * x_dot[j] / (2.0 + x[j])
            b_dot[i, j] = factor / (2.0 + x[j])
            b[i, j] /= 2.0 + x[j]
    s_dot = 0.0
    s = 0.0
    for i in range(2):
        for j in range(3):
            s_dot += 2.0 * b[i, j] * b_dot[i, j] * (i + j)
            s += b[i, j] ** 2 * (i + j)
    return s, s_dot
