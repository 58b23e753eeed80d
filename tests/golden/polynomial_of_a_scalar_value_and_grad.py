def polynomial_of_a_scalar_value_and_grad(x):
    """The value of polynomial_of_a_scalar, and its gradient with respect to x."""
    # forward sweep
    p = 3.0 * x * x - 2.0 * x + 1.0
    q = x - 5.0
    quotient = p / q
    quotient_2 = 2.0 / x

    # reverse sweep
    numerator_bar = 1.0 / q
    x_bar = -quotient * numerator_bar - 1.0 / 3.0 - quotient_2 / x
    x_bar += (6.0 * x - 2.0) * numerator_bar
    return quotient - x / 3.0 + quotient_2, x_bar
