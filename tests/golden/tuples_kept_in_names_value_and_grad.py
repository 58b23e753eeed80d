def tuples_kept_in_names_value_and_grad(x, y):
    """The value of tuples_kept_in_names, and its gradient with respect to x and y."""
    # forward sweep
    pair_0 = x * y
    pair_1 = x - y
    nested_0_0 = pair_0
    nested_0_1 = pair_1
    nested_1 = 2.0 * x
    a = nested_0_0
    b = nested_0_1
    c = nested_1
    pair_0 = b * c

    # reverse sweep
    pair_1_bar = nested_1 + c * a
    x_bar = 2.0 * (nested_0_1 + b * a) + pair_1_bar + y * pair_0
    y_bar = x * pair_0 - pair_1_bar
    return pair_0 * a + nested_0_1 * nested_1, x_bar, y_bar
