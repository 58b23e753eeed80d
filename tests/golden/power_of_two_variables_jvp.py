import math


def power_of_two_variables_jvp(x, y, x_dot, y_dot):
    """The value of power_of_two_variables, and its derivative in the direction
    x_dot, y_dot.
    """
    power = x**y
    term = (power * math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan) * y_dot
    power_dot = (y * x ** (y - 1.0) if y != 0.0 else 0.0) * x_dot + term
    power_2 = (x * y) ** (x + y)
    factor = (
        power_2 * math.log(x * y) if x * y > 0.0 else 0.0 if x * y == 0.0 else math.nan
    )
    term_2 = factor * (x_dot + y_dot)
    factor_2 = (x + y) * (x * y) ** (x + y - 1.0) if x + y != 0.0 else 0.0
    term_3 = factor_2 * (x_dot * y + x * y_dot)
    power_2_dot = term_3 + term_2
    power_3 = y**x**2
    term_4 = (
        2.0
        * (power_3 * math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan)
        * x
        * x_dot
    )
    power_3_dot = (x**2 * y ** (x**2 - 1.0) if x**2 != 0.0 else 0.0) * y_dot + term_4
    return power + power_2 - power_3, power_dot + power_2_dot - power_3_dot
