def multiply_tangent(a_0, a_1, b_0, b_1, a_0_dot, a_1_dot, b_0_dot, b_1_dot):
    """multiply and its tangent."""
    value_0_dot = a_0_dot * b_0 + a_0 * b_0_dot - (a_1_dot * b_1 + a_1 * b_1_dot)
    value_1_dot = a_0_dot * b_1 + a_0 * b_1_dot + (a_1_dot * b_0 + a_1 * b_0_dot)
    value_1 = a_0 * b_1 + a_1 * b_0
    return a_0 * b_0 - a_1 * b_1, value_1, value_0_dot, value_1_dot


def helper_that_takes_a_tuple_jvp(x, y, x_dot, y_dot):
    """The value of helper_that_takes_a_tuple, and its derivative in the direction
    x_dot, y_dot.
    """
    z_0_dot = 0.0
    z_0 = 1.0
    z_1_dot = 0.0
    z_1 = 0.0
    for _ in range(4):
        multiply_0, multiply_1, multiply_0_dot, multiply_1_dot = multiply_tangent(
            z_0, z_1, x, y, z_0_dot, z_1_dot, x_dot, y_dot
        )
        z_0_dot = multiply_0_dot
        z_0 = multiply_0
        z_1_dot = multiply_1_dot
        z_1 = multiply_1
    return z_0 + 2.0 * z_1, z_0_dot + 2.0 * z_1_dot
