def hermite_spline_jvp(x, y, slope, t, x_dot, y_dot, slope_dot, t_dot):
    """The value of hermite_spline, and its derivative in the direction x_dot, y_dot,
    slope_dot, t_dot.
    """
    k = 0
    while k < len(x) - 2 and t > x[k + 1]:
        k += 1
    h_dot = x_dot[k + 1] - x_dot[k]
    h = x[k + 1] - x[k]
    s = (t - x[k]) / h
    s_dot = (t_dot - x_dot[k] - s * h_dot) / h
    term = (y_dot[k] * (1.0 + 2.0 * s) + 2.0 * y[k] * s_dot) * (1.0 - s) ** 2
    a_dot = term - 2.0 * y[k] * (1.0 + 2.0 * s) * (1.0 - s) * s_dot
    a = y[k] * (1.0 + 2.0 * s) * (1.0 - s) ** 2
    factor = (y_dot[k + 1] * s + y[k + 1] * s_dot) * s + y[k + 1] * s * s_dot
    term_2 = factor * (3.0 - 2.0 * s)
    b_dot = term_2 - 2.0 * y[k + 1] * s * s * s_dot
    b = y[k + 1] * s * s * (3.0 - 2.0 * s)
    term_3 = (
        h
        * s
        * (1.0 - s)
        * (
            slope_dot[k] * (1.0 - s)
            - slope[k] * s_dot
            - (slope_dot[k + 1] * s + slope[k + 1] * s_dot)
        )
    )
    factor_2 = (h_dot * s + h * s_dot) * (1.0 - s) - h * s * s_dot
    term_4 = factor_2 * (slope[k] * (1.0 - s) - slope[k + 1] * s)
    c_dot = term_4 + term_3
    c = h * s * (1.0 - s) * (slope[k] * (1.0 - s) - slope[k + 1] * s)
    return a + b + c, a_dot + b_dot + c_dot
