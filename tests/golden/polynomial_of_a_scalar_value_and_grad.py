def polynomial_of_a_scalar_value_and_grad(x):
    """The value of polynomial_of_a_scalar, and its gradient with respect to x."""
    # forward sweep
    p = 3.0 * x * x - 2.0 * x + 1.0
    q = x - 5.0
    quotient = p / q
    quotient_2 = 2.0 / x

    # reverse sweep
    x_bar = -(1.0 / 3.0)
    numerator_bar = 1.0 / q
    q_bar = -quotient * numerator_bar
    x_bar += q_bar - quotient_2 / x + 3.0 * x * numerator_bar
    x_bar += 3.0 * x * numerator_bar - 2.0 * numerator_bar
    return quotient - x / 3.0 + quotient_2, x_bar
