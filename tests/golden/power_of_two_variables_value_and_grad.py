import math


def power_of_two_variables_value_and_grad(x, y):
    """The value of power_of_two_variables, and its gradient with respect to x and y."""
    # forward sweep
    power = x**y
    power_2 = (x * y) ** (x + y)
    power_3 = y**x**2

    # reverse sweep
    y_bar = -(x**2 * y ** (x**2 - 1.0) if x**2 != 0.0 else 0.0)
    x_bar = (
        -2.0 * x * (power_3 * math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan)
    )
    product_bar = (x + y) * (x * y) ** (x + y - 1.0) if x + y != 0.0 else 0.0
    sum_bar = (
        power_2 * math.log(x * y) if x * y > 0.0 else 0.0 if x * y == 0.0 else math.nan
    )
    x_bar += y * product_bar + sum_bar
    y_bar += x * product_bar + sum_bar
    x_bar += y * x ** (y - 1.0) if y != 0.0 else 0.0
    y_bar += power * math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan
    return power + power_2 - power_3, x_bar, y_bar
