def augmented_slices_jvp(x, a, x_dot, a_dot):
    """The value of augmented_slices, and its derivative in the direction x_dot,
    a_dot.
    """
    b_dot = a_dot.copy()
    b = a.copy()
    if b[0].shape != x.shape:
        raise ValueError("b[0] and x have different shapes")
    b_dot[0] += x_dot
    b[0] += x
    if b[1, 1:].shape != x[:2].shape:
        raise ValueError("b[1, 1:] and x[:2] have different shapes")
    b_dot[1, 1:] = b_dot[1, 1:] * x[:2] + b[1, 1:] * x_dot[:2]
    b[1, 1:] *= x[:2]
    b[:, 0] -= 0.5
    b_dot[:] = (b_dot - b * x_dot / (2.0 + x)) / (2.0 + x)
    b /= 2.0 + x
    s_dot = 0.0
    s = 0.0
    for i in range(2):
        for j in range(3):
            s_dot += 2.0 * b[i, j] * b_dot[i, j] * (i + j)
            s += b[i, j] ** 2 * (i + j)
    return s, s_dot
