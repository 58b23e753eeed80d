def horner_and_clenshaw_jvp(coefficients, x, coefficients_dot, x_dot):
    """The value of horner_and_clenshaw, and its derivative in the direction
    coefficients_dot, x_dot.
    """
    p_dot = 0.0
    p = 0.0
    for k in range(len(coefficients) - 1, -1, -1):
        p_dot = p_dot * x + p * x_dot + coefficients_dot[k]
        p = p * x + coefficients[k]
    b1_dot = 0.0
    b1 = 0.0
    b2_dot = 0.0
    b2 = 0.0
    row_dot = coefficients_dot[:0:-1]
    row = coefficients[:0:-1]
    for k_2 in range(len(row)):
        b1_before_dot = b1_dot
        b1_before = b1
        b1_dot = 2.0 * x_dot * b1 + 2.0 * x * b1_dot - b2_dot + row_dot[k_2]
        b1 = 2.0 * x * b1 - b2 + row[k_2]
        b2_dot = b1_before_dot
        b2 = b1_before
    term = p * (x_dot * b1 + x * b1_dot - b2_dot + coefficients_dot[0])
    value_dot = p_dot * (x * b1 - b2 + coefficients[0]) + term
    return p * (x * b1 - b2 + coefficients[0]), value_dot
