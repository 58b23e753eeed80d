import math


def function(t, rate):
    return math.exp(-rate * t) * math.sin(t)


def simpson_forward(rate, a, b, n):
    """The result of simpson, and what simpson_reverse reads: h and s."""
    h = (b - a) / n
    s = function(a, rate) + function(b, rate)
    for i in range(1, n):
        s += (4.0 if i % 2 == 1 else 2.0) * function(a + i * h, rate)
    return s * h / 3.0, h, s


def function_adjoint(t, rate, result_bar):
    """The adjoint of rate in function."""
    return -t * math.exp(-rate * t) * math.sin(t) * result_bar


def function_adjoint_2(t, rate, result_bar):
    """The adjoints of t and rate in function."""
    # forward sweep
    exponential = math.exp(-rate * t)

    # reverse sweep
    exponential_bar = math.sin(t) * result_bar
    sin_t_bar = exponential * result_bar
    t_bar = math.cos(t) * sin_t_bar - rate * exponential * exponential_bar
    return t_bar, -t * exponential * exponential_bar


def simpson_reverse(rate, a, b, n, h, s, result_bar):
    """The adjoints of rate and b in simpson, after simpson_forward."""
    product_bar = result_bar / 3.0
    s_bar = h * product_bar
    h_bar = s * product_bar
    rate_bar = 0.0
    for i in range(1, n):
        function_result_bar = (4.0 if i % 2 == 1 else 2.0) * s_bar
        t_bar, rate_bar_part = function_adjoint_2(a + i * h, rate, function_result_bar)
        h_bar += i * t_bar
        rate_bar += rate_bar_part
    b_bar, rate_bar_part = function_adjoint_2(b, rate, s_bar)
    rate_bar += rate_bar_part + function_adjoint(a, rate, s_bar)
    return rate_bar, b_bar + h_bar / n


def integrand_as_an_argument_value_and_grad(rate, end):
    """The value of integrand_as_an_argument, and its gradient with respect to rate
    and end.
    """
    value, h, s = simpson_forward(rate, 0.0, end, 8)
    rate_bar, end_bar = simpson_reverse(rate, 0.0, end, 8, h, s, 1.0)
    return value, rate_bar, end_bar
