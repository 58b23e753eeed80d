def float32_accumulated_in_float64_jvp(x, x_dot):
    """The value of float32_accumulated_in_float64, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        value_dot = x_dot[i]
        value = float(x[i])
        s_dot += (value_dot * value + value * value_dot) * (i + 1)
        s += value * value * (i + 1)
    return s, s_dot
