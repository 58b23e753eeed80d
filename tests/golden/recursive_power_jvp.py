import math


def power_tangent(x, n, x_dot):
    """power and its tangent."""
    if n == 0:
        result_dot = 0.0
        result = 1.0
    else:
        half, half_dot = power_tangent(x, n // 2, x_dot)
        if n % 2 == 0:
            result_dot = half_dot * half + half * half_dot
            result = half * half
        else:
            result_dot = (half_dot * half + half * half_dot) * x + half * half * x_dot
            result = half * half * x
    return result, result_dot


def recursive_power_jvp(x, n, x_dot):
    """The value of recursive_power, and its derivative in the direction x_dot."""
    power_result, power_result_dot = power_tangent(x, n, x_dot)
    power_result_2, power_result_2_dot = power_tangent(
        math.sin(x), 3, math.cos(x) * x_dot
    )
    return power_result + power_result_2, power_result_dot + power_result_2_dot
