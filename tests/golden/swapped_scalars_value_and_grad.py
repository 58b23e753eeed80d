def swapped_scalars_value_and_grad(x, y):
    """The value of swapped_scalars, and its gradient with respect to x and y."""
    # forward sweep
    z = x * y
    x_before = x
    s = y * y + x_before
    x_before_2 = y

    # reverse sweep
    z_bar = 2.0 * z * z + z * z
    y_bar = 2.0 * y * x_before - 1.0 + x * z_bar
    x_bar = s + x_before + y * z_bar
    return s * x_before + z * z * z - x_before_2, x_bar, y_bar
