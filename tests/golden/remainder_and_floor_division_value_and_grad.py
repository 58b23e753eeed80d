def remainder_and_floor_division_value_and_grad(x, y):
    """The value of remainder_and_floor_division, and its gradient with respect to x
    and y.
    """
    # forward sweep
    a = x % y
    b = x // y
    c = -x % y

    # reverse sweep
    y_bar = b
    x_bar = 2.0 * x - a
    y_bar -= -x // y * a
    x_bar += c
    y_bar -= x // y * c
    return a * c + b * y + x * x % 1.0, x_bar, y_bar
