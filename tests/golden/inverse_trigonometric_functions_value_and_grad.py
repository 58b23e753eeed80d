import math


def inverse_trigonometric_functions_value_and_grad(x, y):
    """The value of inverse_trigonometric_functions, and its gradient with respect to
    x and y.
    """
    # forward sweep
    a = math.asin(x) + math.acos(y)
    quotient = x / y
    b = math.atan(quotient)
    atan2_result = math.atan2(y, x)
    atan2_result_2 = math.atan2(-y, -x)

    # reverse sweep
    y_bar = x * atan2_result / ((-x) ** 2 + (-y) ** 2)
    x_bar = -y * atan2_result / ((-x) ** 2 + (-y) ** 2)
    numerator_bar = a / (1.0 + quotient**2) / y
    x_bar += numerator_bar - y * atan2_result_2 / (x**2 + y**2)
    y_bar += x * atan2_result_2 / (x**2 + y**2) - quotient * numerator_bar
    x_bar += b / math.sqrt(1.0 - x**2)
    y_bar -= b / math.sqrt(1.0 - y**2)
    return a * b + atan2_result * atan2_result_2, x_bar, y_bar
