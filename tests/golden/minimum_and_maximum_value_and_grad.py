def minimum_and_maximum_value_and_grad(x, y, z):
    """The value of minimum_and_maximum, and its gradient with respect to x, y and z."""
    # forward sweep
    low = min(x, y)
    high = max(max(x * y, z), 0.1)
    value = low * high + min(min(x * x, y * y), 3.0) * max(z, 2.0)

    # reverse sweep
    min_bar = 0.0 if 3.0 < min(x * x, y * y) else max(z, 2.0)
    z_bar = 0.0 if 2.0 > z else min(min(x * x, y * y), 3.0)
    max_bar = 0.0 if 0.1 > max(x * y, z) else low
    product_bar = 0.0 if z > x * y else max_bar
    x_bar = 2.0 * x * (0.0 if y * y < x * x else min_bar) + y * product_bar
    y_bar = 2.0 * y * (min_bar if y * y < x * x else 0.0) + x * product_bar
    x_bar += 0.0 if y < x else high
    y_bar += high if y < x else 0.0
    return value, x_bar, y_bar, z_bar + (max_bar if z > x * y else 0.0)
