def checked(x):
    if x < 0.0:
        raise ValueError("negative")
    return x


def checks_in_tests_and_bounds_value_and_grad(x):
    """The value of checks_in_tests_and_bounds, and its gradient with respect to x."""
    # forward sweep
    if checked(x) > 1.0:
        x = x + 0.0
    stop = int(checked(x))
    for k in range(stop):
        x = x * 1.0
    return x * x, 2.0 * x
