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


def error_and_gamma_functions_jvp(x, x_dot):
    """The value of error_and_gamma_functions, and its derivative in the direction
    x_dot.
    """
    root = math.sqrt(math.pi)
    erf_x_dot = 2.0 * math.exp(-x * x) * x_dot / root
    erf_x = math.erf(x)
    erfc_result = math.erfc(0.5 * x)
    a_dot = erf_x_dot * erfc_result - erf_x * math.exp(-0.25 * x * x) * x_dot / root
    a = erf_x * erfc_result
    gamma_result = math.gamma(1.0 + x)
    gamma_result_dot = gamma_result * digamma(1.0 + x) * x_dot
    value = a + gamma_result - math.lgamma(x + 2.5)
    return value, a_dot + gamma_result_dot - digamma(x + 2.5) * x_dot
