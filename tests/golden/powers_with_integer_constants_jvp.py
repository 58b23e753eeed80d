def powers_with_integer_constants_jvp(x, y, x_dot, y_dot):
    """The value of powers_with_integer_constants, and its derivative in the
    direction x_dot, y_dot.
    """
    s_dot = (2.0 * x + 3.0 * x**2 - 5.0 * x**4) * x_dot + (0.0 + 1.0) * y_dot
    s = x**2 + x**3 - x**5
    s += y**0 + y**1
    value = s * y**-1 + x**-2
    return value, s_dot * y**-1 - s * y**-2 * y_dot - 2.0 * x**-3 * x_dot
