def power_with_a_loop_variable_value_and_grad(x):
    """The value of power_with_a_loop_variable, and its gradient with respect to x."""
    # forward sweep
    s = 0.0
    for k in range(5):
        s += x**k / (k + 1)

    # reverse sweep
    x_bar = 0.0
    for k in range(5):
        x_bar += k * x ** (k - 1 if k != 0 else 0) / (k + 1)
    return s, x_bar
