import math


def return_a_tuple_vjp(x, y, result_0_bar, result_1_bar, result_2_bar):
    """The adjoints of x and y of return_a_tuple, for the adjoint of its result."""
    # forward sweep
    r = math.hypot(x, y)
    angle = math.atan2(y, x)

    # reverse sweep
    r_bar = result_0_bar + angle * result_2_bar
    angle_bar = result_1_bar + r * result_2_bar
    x_bar = x * r_bar / r - y * angle_bar / (x**2 + y**2)
    return x_bar, x * angle_bar / (x**2 + y**2) + y * r_bar / r
