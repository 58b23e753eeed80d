def scalar_broadcast_over_an_array_jvp(x, c, x_dot, c_dot):
    """The value of scalar_broadcast_over_an_array, and its derivative in the
    direction x_dot, c_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        y = c * x[i] + 1.0
        quotient = y / c
        y_2_dot = c_dot - (c_dot * x[i] + c * x_dot[i] - quotient * c_dot) / c
        y_2 = c - quotient
        y_3 = c / (2.0 + y_2 * y_2)
        y_3_dot = (c_dot - y_3 * (y_2_dot * y_2 + y_2 * y_2_dot)) / (2.0 + y_2 * y_2)
        y_4 = y_3**2 - c
        total_dot += 2.0 * y_3 * y_3_dot - c_dot
        total += y_4
    return total * c, total_dot * c + total * c_dot
