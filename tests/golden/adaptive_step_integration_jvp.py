def adaptive_step_integration_jvp(y, rate, end, y_dot, rate_dot, end_dot):
    """The value of adaptive_step_integration, and its derivative in the direction
    y_dot, rate_dot, end_dot.
    """
    t_dot = 0.0
    t = 0.0
    h_dot = 0.0
    h = 0.3
    while t < end:
        if t + h > end:
            h_dot = end_dot - t_dot
            h = end - t
        k1_dot = (-rate_dot * y - rate * y_dot) * y - rate * y * y_dot
        k1 = -rate * y * y
        term = 2.0 * rate * (y + h * k1) * (y_dot + (h_dot * k1 + h * k1_dot))
        k2_dot = -rate_dot * (y + h * k1) ** 2 - term
        k2 = -rate * (y + h * k1) ** 2
        error = 0.5 * h * abs(k2 - k1)
        if error > 0.03:
            h_dot = 0.5 * h_dot
            h = 0.5 * h
        else:
            y_dot = y_dot + (0.5 * h_dot * (k1 + k2) + 0.5 * h * (k1_dot + k2_dot))
            y = y + 0.5 * h * (k1 + k2)
            t_dot = t_dot + h_dot
            t = t + h
            if error < 0.004:
                h_dot = 1.5 * h_dot
                h = 1.5 * h
    return y, y_dot
