def powers_with_integer_constants_value_and_grad(x, y):
    """The value of powers_with_integer_constants, and its gradient with respect to x
    and y.
    """
    # forward sweep
    s = x**2 + x**3 - x**5
    s += y**0 + y**1

    # reverse sweep
    s_bar = y**-1
    x_bar = (2.0 * x + 3.0 * x**2) * s_bar - 2.0 * x**-3
    return s * y**-1 + x**-2, x_bar - 5.0 * x**4 * s_bar, s_bar - y**-2 * s
