import math


def hyperbolic_functions_value_and_grad(x):
    """The value of hyperbolic_functions, and its gradient with respect to x."""
    # forward sweep
    cosh_result = math.cosh(0.5 * x)
    tanh_x = math.tanh(x)
    a = math.sinh(x) - cosh_result * tanh_x
    b = math.asinh(x) + math.acosh(1.5 + x) + math.atanh(0.5 * x)

    # reverse sweep
    x_bar = a / math.sqrt(x**2 + 1.0) + a / math.sqrt((1.5 + x) ** 2 - 1.0)
    x_bar += 0.5 * a / (1.0 - (0.5 * x) ** 2) + math.cosh(x) * b
    x_bar -= (1.0 - tanh_x**2) * cosh_result * b
    return a * b, x_bar - 0.5 * math.sinh(0.5 * x) * tanh_x * b
