def conversions_between_kinds_value_and_grad(x, n):
    """The value of conversions_between_kinds, and its gradient with respect to x."""
    # forward sweep: saves s
    k = int(x * 3.0)
    scale = float(n) / 2.0
    on = bool(k)
    s = scale * x
    if on:
        s_saved = s
        s = s * x + k
    value = s * x

    # reverse sweep
    s_bar = x
    x_bar = s
    if on:
        s = s_saved
        x_bar += s * s_bar
        s_bar = x * s_bar
    return value, x_bar + scale * s_bar
