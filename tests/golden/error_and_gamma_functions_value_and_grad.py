import math


def digamma(x):
    """The derivative of lgamma, written so that its own derivatives are good too."""
    total = 0.0
    y = x
    if y < 0.0:
        angle = math.pi * (y - math.floor(y + 0.5))
        total -= math.pi * math.cos(angle) / math.sin(angle)
        y = 1.0 - y
    if y < 12.0:
        n = math.ceil(12.0 - y)
        for k in range(n):
            total -= 1.0 / (y + k)
        y += n
    w = 1.0 / (y * y)
    tail = 1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0 - w / 12.0))
    series = w * (1.0 / 12.0 - w * (1.0 / 120.0 - w * (1.0 / 252.0 - w * tail)))
    return total + math.log(y) - 0.5 / y - series


def error_and_gamma_functions_value_and_grad(x):
    """The value of error_and_gamma_functions, and its gradient with respect to x."""
    # forward sweep
    erf_x = math.erf(x)
    erfc_result = math.erfc(0.5 * x)
    a = erf_x * erfc_result
    gamma_result = math.gamma(1.0 + x)

    # reverse sweep
    x_bar = gamma_result * digamma(1.0 + x) - digamma(x + 2.5)
    root = math.sqrt(math.pi)
    x_bar -= math.exp(-0.25 * x * x) * erf_x / root
    x_bar += 2.0 * math.exp(-x * x) * erfc_result / root
    return a + gamma_result - math.lgamma(x + 2.5), x_bar
