def inert_statements_value_and_grad(x, y):
    """The value of inert_statements, and its gradient with respect to x and y."""
    # forward sweep: saves s
    assert x > 0.0, "x must be positive, not ..."
    s = x * y
    if y > 100.0:
        raise ValueError("y is too large")
    print("the product is", s, "...")
    s_saved = s
    s *= s
    value = s + x

    # reverse sweep
    s_bar = 1.0
    s = s_saved
    s_bar = 2.0 * s * s_bar
    return value, 1.0 + y * s_bar, x * s_bar
