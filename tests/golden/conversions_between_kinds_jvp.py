def conversions_between_kinds_jvp(x, n, x_dot):
    """The value of conversions_between_kinds, and its derivative in the direction
    x_dot.
    """
    k = int(x * 3.0)
    scale = float(n) / 2.0
    on = bool(k)
    s_dot = scale * x_dot
    s = scale * x
    if on:
        s_dot = s_dot * x + s * x_dot
        s = s * x + k
    return s * x, s_dot * x + s * x_dot
