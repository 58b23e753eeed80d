import math


def hyperbolic_functions_jvp(x, x_dot):
    """The value of hyperbolic_functions, and its derivative in the direction x_dot."""
    cosh_result_dot = 0.5 * math.sinh(0.5 * x) * x_dot
    cosh_result = math.cosh(0.5 * x)
    tanh_x = math.tanh(x)
    tanh_x_dot = (1.0 - tanh_x**2) * x_dot
    a_dot = math.cosh(x) * x_dot - (cosh_result_dot * tanh_x + cosh_result * tanh_x_dot)
    a = math.sinh(x) - cosh_result * tanh_x
    b_dot = (
        x_dot / math.sqrt(x**2 + 1.0)
        + x_dot / math.sqrt((1.5 + x) ** 2 - 1.0)
        + 0.5 * x_dot / (1.0 - (0.5 * x) ** 2)
    )
    b = math.asinh(x) + math.acosh(1.5 + x) + math.atanh(0.5 * x)
    return a * b, a_dot * b + a * b_dot
