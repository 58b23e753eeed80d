def array_returned_twice_jvp(x, x_dot):
    """The value of array_returned_twice, and its derivative in the direction x_dot."""
    y_dot = x_dot * x + x * x_dot
    y = x * x
    value_1_dot = y_dot[1:]
    value_1 = y[1:]
    return y, value_1, y[0], y_dot, value_1_dot, y_dot[0]
