def polynomial_of_a_scalar_jvp(x, x_dot):
    """The value of polynomial_of_a_scalar, and its derivative in the direction
    x_dot.
    """
    p_dot = 3.0 * x_dot * x + 3.0 * x * x_dot - 2.0 * x_dot
    p = 3.0 * x * x - 2.0 * x + 1.0
    q = x - 5.0
    quotient = p / q
    quotient_2 = 2.0 / x
    value_dot = (p_dot - quotient * x_dot) / q - x_dot / 3.0 - quotient_2 * x_dot / x
    return quotient - x / 3.0 + quotient_2, value_dot
