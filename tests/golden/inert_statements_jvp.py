def inert_statements_jvp(x, y, x_dot, y_dot):
    """The value of inert_statements, and its derivative in the direction x_dot,
    y_dot.
    """
    assert x > 0.0, "x must be positive, not ..."
    s_dot = x_dot * y + x * y_dot
    s = x * y
    if y > 100.0:
        raise ValueError("y is too large")
    print("the product is", s, "...")
    s_dot = s_dot * s + s * s_dot
    s *= s
    return s + x, s_dot + x_dot
