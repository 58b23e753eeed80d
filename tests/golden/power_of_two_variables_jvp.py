import math


def power_of_two_variables_jvp(x, y, x_dot, y_dot):
    """The value of power_of_two_variables, and its derivative in the direction x_dot,
    y_dot.
    """
    power = x**y
    power_dot = (
        (y * x ** (y - 1.0) if y != 0.0 else 0.0) * x_dot
        + (power * math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan) * y_dot
    )
    power_2 = (x * y) ** (x + y)
    power_2_dot = (
        (
            ((x + y) * (x * y) ** (x + y - 1.0) if x + y != 0.0 else 0.0)
            * (x_dot * y + x * y_dot)
        )
        + (
            (
                power_2 * math.log(x * y)
                if x * y > 0.0
                else 0.0 if x * y == 0.0 else math.nan
            )
            * (x_dot + y_dot)
        )
    )
    power_3 = y ** x**2
    power_3_dot = (
        (x**2 * y ** (x**2 - 1.0) if x**2 != 0.0 else 0.0) * y_dot
        + 2.0
        * (power_3 * math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan)
        * x
        * x_dot
    )
    return power + power_2 - power_3, power_dot + power_2_dot - power_3_dot
