def checked(x):
    if x < 0.0:
        raise ValueError("negative")
    return x


def checks_in_tests_and_bounds_jvp(x, x_dot):
    """The value of checks_in_tests_and_bounds, and its derivative in the direction
    x_dot.
    """
    if checked(x) > 1.0:
        x = x + 0.0
    for _ in range(int(checked(x))):
        x = x * 1.0
    return x * x, x_dot * x + x * x_dot
