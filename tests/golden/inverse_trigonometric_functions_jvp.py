import math


def inverse_trigonometric_functions_jvp(x, y, x_dot, y_dot):
    """The value of inverse_trigonometric_functions, and its derivative in the
    direction x_dot, y_dot.
    """
    a_dot = x_dot / math.sqrt(1.0 - x**2) - y_dot / math.sqrt(1.0 - y**2)
    a = math.asin(x) + math.acos(y)
    quotient = x / y
    b_dot = (x_dot - quotient * y_dot) / y / (1.0 + quotient**2)
    b = math.atan(quotient)
    atan2_result_dot = (x * y_dot - y * x_dot) / (x**2 + y**2)
    atan2_result = math.atan2(y, x)
    atan2_result_2_dot = (x * y_dot - y * x_dot) / ((-x) ** 2 + (-y) ** 2)
    atan2_result_2 = math.atan2(-y, -x)
    value_dot = (
        a_dot * b
        + a * b_dot
        + (atan2_result_dot * atan2_result_2 + atan2_result * atan2_result_2_dot)
    )
    return a * b + atan2_result * atan2_result_2, value_dot
