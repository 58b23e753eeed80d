def power_with_an_integer_variable_value_and_grad(x, n, m):
    """The value of power_with_an_integer_variable, and its gradient with respect to
    x.
    """
    # forward sweep
    power = x ** (n - 1)
    power_2 = (0.5 * x) ** m

    # reverse sweep
    x_bar = n * x ** (n - 1 if n != 0 else 0)
    x_bar += 0.5 * m * (0.5 * x) ** (m - 1 if m != 0 else 0) * power
    x_bar += (n - 1) * x ** (n - 1 - 1 if n - 1 != 0 else 0) * power_2
    return x**n + power * power_2, x_bar
