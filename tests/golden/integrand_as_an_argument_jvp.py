import math


def function_tangent(t, rate, rate_dot):
    """function and its tangent."""
    exponential = math.exp(-rate * t)
    sin_t = math.sin(t)
    return exponential * sin_t, -exponential * rate_dot * t * sin_t


def function_tangent_2(t, rate, t_dot, rate_dot):
    """function and its tangent."""
    exponential = math.exp(-rate * t)
    exponential_dot = exponential * (-rate_dot * t - rate * t_dot)
    sin_t = math.sin(t)
    value = exponential * sin_t
    return value, exponential_dot * sin_t + exponential * math.cos(t) * t_dot


def simpson_tangent(rate, a, b, n, rate_dot, b_dot):
    """simpson and its tangent."""
    h = (b - a) / n
    h_dot = b_dot / n
    function_result, function_result_dot = function_tangent(a, rate, rate_dot)
    function_result_2, function_result_2_dot = function_tangent_2(
        b, rate, b_dot, rate_dot
    )
    s_dot = function_result_dot + function_result_2_dot
    s = function_result + function_result_2
    for i in range(1, n):
        function_result, function_result_dot = function_tangent_2(
            a + i * h, rate, i * h_dot, rate_dot
        )
        s_dot += (4.0 if i % 2 == 1 else 2.0) * function_result_dot
        s += (4.0 if i % 2 == 1 else 2.0) * function_result
    return s * h / 3.0, (s_dot * h + s * h_dot) / 3.0


def integrand_as_an_argument_jvp(rate, end, rate_dot, end_dot):
    """The value of integrand_as_an_argument, and its derivative in the direction
    rate_dot, end_dot.
    """
    value, value_dot = simpson_tangent(rate, 0.0, end, 8, rate_dot, end_dot)
    return value, value_dot
