def enumerated_zip_jvp(x, y, x_dot, y_dot):
    """The value of enumerated_zip, and its derivative in the direction x_dot, y_dot."""
    s_dot = 0.0
    s = 1.0
    for i in range(min(len(x), len(y))):
        a = x[i]
        s_dot = s_dot * a + s * x_dot[i] + y_dot[i] * (i + 1)
        s = s * a + y[i] * (i + 1)
    return s, s_dot
