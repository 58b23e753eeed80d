def remainder_and_floor_division_jvp(x, y, x_dot, y_dot):
    """The value of remainder_and_floor_division, and its derivative in the direction
    x_dot, y_dot.
    """
    a_dot = x_dot - x // y * y_dot
    a = x % y
    b = x // y
    c_dot = -x_dot - -x // y * y_dot
    c = -x % y
    value = a * c + b * y + x * x % 1.0
    return value, a_dot * c + a * c_dot + b * y_dot + (x_dot * x + x * x_dot)
