def remainder_and_floor_division_value_and_grad(x, y):
    """The value of remainder_and_floor_division, and its gradient with respect to x
    and y.
    """
    # forward sweep
    a = x % y
    b = x // y
    c = -x % y

    # reverse sweep
    x_bar = 2.0 * x - a + c
    return a * c + b * y + x * x % 1.0, x_bar, b - -x // y * a - x // y * c
