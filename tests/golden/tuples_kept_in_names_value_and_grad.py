def tuples_kept_in_names_value_and_grad(x, y):
    """The value of tuples_kept_in_names, and its gradient with respect to x and y."""
    # forward sweep
    pair_0 = x * y
    pair_1 = x - y
    a = pair_0
    b = pair_1
    c = 2.0 * x
    pair_0 = b * c

    # reverse sweep
    pair_1_bar = c + c * a
    x_bar = 2.0 * (b + b * a) + pair_1_bar + y * pair_0
    return pair_0 * a + b * c, x_bar, x * pair_0 - pair_1_bar
