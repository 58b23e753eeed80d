import math


def scaled_tangent(t, k, t_dot, k_dot):
    """scaled and its tangent."""
    sin_t = math.sin(t)
    return k * sin_t, k_dot * sin_t + k * math.cos(t) * t_dot


def nested_function_over_a_scalar_jvp(x, x_dot):
    """The value of nested_function_over_a_scalar, and its derivative in the
    direction x_dot.
    """
    k = x * x
    s, s_dot = scaled_tangent(x, k, x_dot, x_dot * x + x * x_dot)
    k = 2.0 * x
    scaled_result, scaled_result_dot = scaled_tangent(s, k, s_dot, 2.0 * x_dot)
    return s * scaled_result, s_dot * scaled_result + s * scaled_result_dot
