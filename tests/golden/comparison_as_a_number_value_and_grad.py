import math


def comparison_as_a_number_value_and_grad(x, y):
    """The value of comparison_as_a_number, and its gradient with respect to x and y."""
    # forward sweep
    up = x > 0.5
    down = y > 0.5
    exp_y = math.exp(y)
    value = up * x * x + down * y + (x < y) * 2.0 + (1 - down) * exp_y
    return value, x * up + up * x, down + exp_y * (1 - down)
