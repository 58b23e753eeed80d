def negative_indices_jvp(x, a, x_dot, a_dot):
    """The value of negative_indices, and its derivative in the direction x_dot,
    a_dot.
    """
    y_dot = x_dot.copy()
    y = x.copy()
    y_dot[-1] = y_dot[-2] * y[-3] + y[-2] * y_dot[-3]
    y[-1] = y[-2] * y[-3]
    y_dot[-3] = y_dot[-3] * y[-1] + y[-3] * y_dot[-1]
    y[-3] *= y[-1]
    if y[:-1].shape != a[-1].shape:
        raise ValueError("y[:-1] and a[-1] have different shapes")
    for i in range(len(x) - 1):
        y_dot[i] += a_dot[-1, i]
        y[i] += a[-1, i]
    value_dot = (
        y_dot[-1] * a[-2, -1]
        + y[-1] * a_dot[-2, -1]
        + (y_dot[0] * y[-2] + y[0] * y_dot[-2])
        + y_dot[-3:][0]
    )
    return y[-1] * a[-2, -1] + y[0] * y[-2] + y[-3:][0], value_dot
